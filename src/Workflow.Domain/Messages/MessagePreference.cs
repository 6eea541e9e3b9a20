using System.Net.Mail;

namespace Workflow.Domain.Messages;

/// <summary>How somebody wants to be told what waits.</summary>
public enum MessageMode
{
    /// <summary>Not by mail; the page tells it.</summary>
    None,

    /// <summary>A message for each turn.</summary>
    AtOnce,

    /// <summary>One message a day, on working days when something waits.</summary>
    Daily,
}

/// <summary>A person's address and wish. Without a row there is no mail.</summary>
public sealed class MessagePreference : IOfOrganization
{
    /// <summary>Longest address (RFC 5321, 4.5.3.1.3).</summary>
    public const int LongestAddress = 254;

    public required Guid PersonId { get; init; }
    public required Guid OrganizationId { get; init; }
    public MessageMode Mode { get; set; }
    public string Address { get; set; } = "";

    /// <summary>Since when: a digest of a moment before is not made up for.</summary>
    public DateTimeOffset SetAt { get; set; }

    /// <summary>Whether this may be wished.</summary>
    public static Refusal? Refused(MessageMode mode, string address) =>
        !Enum.IsDefined(mode) ? new("messages.mode", "Đồng chí chọn một trong ba cách nhận tin.")
        : mode != MessageMode.None && !IsAddress(address) ? new("messages.address", "Địa chỉ thư chưa đúng. Đồng chí ghi đủ như “ten@tinh.gov.vn”, không dấu, không khoảng trắng.")
        : null;

    private static bool IsAddress(string address) => address.Length is > 5 and <= LongestAddress && address.All(letter => letter is > ' ' and < (char)127 and not (',' or ';' or '<' or '>' or '"'))
        && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host.Contains('.', StringComparison.Ordinal);
}

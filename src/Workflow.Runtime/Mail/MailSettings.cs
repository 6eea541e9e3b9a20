namespace Workflow.Runtime.Mail;

/// <summary>A mail server.</summary>
/// <param name="StartTls">Whether the line must be encrypted before anything is said on it.</param>
public sealed record SmtpSettings(string Host, int Port = 587, bool StartTls = true, string User = "", string Password = "");

/// <summary>How messages leave.</summary>
/// <param name="Smtp">The server; null to put messages into the folder instead.</param>
/// <param name="Folder">Pickup folder: a file a message. Empty, with no server, keeps messages waiting.</param>
/// <param name="From">The sender's address.</param>
/// <param name="SiteUrl">Where the pages are, for links.</param>
public sealed record MailSettings(SmtpSettings? Smtp = null, string Folder = "", string From = "workflow@localhost", string SiteUrl = "http://127.0.0.1:5080")
{
    /// <summary>Longest that a server may take for one message.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether messages leave at all.</summary>
    public bool Leaves => Smtp is not null || Folder.Length > 0;

    /// <summary>An address on the pages.</summary>
    public string Link(string path) => SiteUrl.TrimEnd('/') + path;
}

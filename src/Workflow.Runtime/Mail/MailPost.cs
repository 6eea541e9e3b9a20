using System.Net;
using System.Net.Mail;
using System.Text;
using NetMessage = System.Net.Mail.MailMessage;

namespace Workflow.Runtime.Mail;

/// <summary>A message as it goes out: plain text.</summary>
public sealed record Letter(string To, string ToName, string Subject, string Body);

/// <summary>The server says that it will never take this message: another attempt would be told the same.</summary>
public sealed class RefusedForGoodException(string message, Exception inner) : Exception(message, inner);

/// <summary>
/// Hands one message to the mail server, or lays it into the pickup folder. The message bears an id that follows from its row: whoever gets it twice, because
/// a host died between sending and writing that down, may know it again; in the folder it is the same file.
/// </summary>
public sealed class MailPost(MailSettings settings)
{
    public async Task Send(Guid id, Letter letter, string organization, CancellationToken ct)
    {
        using var message = Message(id, letter, organization);
        if (settings.Smtp is { } smtp)
        {
            await Hand(smtp, message, ct);
        }
        else
        {
            await Lay(settings.Folder, id, message, ct);
        }
    }

    private NetMessage Message(Guid id, Letter letter, string organization)
    {
        var message = new NetMessage
        {
            From = new MailAddress(settings.From, organization, Encoding.UTF8),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
        };
        message.To.Add(new MailAddress(letter.To, letter.ToName, Encoding.UTF8));
        message.Headers.Add("Message-ID", $"<{id:N}@{new MailAddress(settings.From).Host}>");

        // RFC 3834: no out-of-office note answers it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private async Task Hand(SmtpSettings smtp, NetMessage message, CancellationToken ct)
    {
        // The client's own limit ends a line on which nothing is said any more; the token alone does not.
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.StartTls, DeliveryMethod = SmtpDeliveryMethod.Network, Timeout = (int)settings.Patience.TotalMilliseconds };
        if (smtp.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(smtp.User, smtp.Password);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"máy chủ thư {smtp.Host} không trả lời trong {settings.Patience.TotalSeconds:0} giây");
        }
        catch (SmtpException refused) when ((int)refused.StatusCode is >= 550 and <= 554)
        {
            throw new RefusedForGoodException(refused.Message, refused);
        }
    }

    // Written beside and moved: whoever picks messages up never meets half of one.
    private static async Task Lay(string folder, Guid id, NetMessage message, CancellationToken ct)
    {
        var beside = Directory.CreateDirectory(Path.Combine(folder, "." + Guid.NewGuid().ToString("N")));
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = beside.FullName };
            await client.SendMailAsync(message, ct);
            File.Move(beside.GetFiles().Single().FullName, Path.Combine(folder, $"{id:N}.eml"), overwrite: true);
        }
        finally
        {
            beside.Delete(recursive: true);
        }
    }
}

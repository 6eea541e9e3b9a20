using Workflow.Runtime.Mail;

namespace Workflow.Host.Commands;

/// <summary>How messages leave, from the configuration: a mail server, or a folder of the data directory.</summary>
internal static class MailConfiguration
{
    public static MailSettings Read(IConfiguration configuration, string data)
    {
        var mail = configuration.GetSection("Mail");
        var smtp = mail["Smtp:Host"] is { Length: > 0 } host
            ? new SmtpSettings(host, mail.GetValue("Smtp:Port", 587), mail.GetValue("Smtp:StartTls", true), mail["Smtp:User"] ?? "", mail["Smtp:Password"] ?? "")
            : null;
        var usual = new MailSettings();
        string Or(string? given, string otherwise) => string.IsNullOrWhiteSpace(given) ? otherwise : given.Trim();
        return new(smtp, Path.GetFullPath(Or(mail["Folder"], Path.Combine(data, "mail"))), Or(mail["From"], usual.From), Or(mail["SiteUrl"], Or(configuration["Urls"]?.Split(';')[0], usual.SiteUrl)));
    }
}

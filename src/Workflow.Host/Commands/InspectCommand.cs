using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Lists;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Workflow.Documents.Reading;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary><c>inspect FILE [--json] [--organization NAME]</c>: what is understood of a file, judged by the lists of an organization if one is named. Exit 0, or 2 for a bad file.</summary>
internal static class InspectCommand
{
    public static async Task<int> Run(string[] args)
    {
        var named = Array.IndexOf(args, "--organization") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var path = args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal) && arg != named);
        if (path is null || Files.Read(path) is not { } bytes)
        {
            return Files.Missing(path);
        }

        var tracked = args.Contains("--reject-changes") ? TrackedChanges.Reject : args.Contains("--keep-changes") ? TrackedChanges.Keep : TrackedChanges.Accept;
        using var office = new OfficeConverter(new OfficeSettings());
        var (converted, unreadable) = await office.Convert(path, bytes, CancellationToken.None);
        var result = unreadable is null ? DraftImporter.Read(path, converted ?? bytes, tracked) : new ImportResult(null, unreadable);
        if (result.Problem is { } problem)
        {
            return Files.Bad(problem);
        }

        CheckContext? context = null;
        if (named is not null)
        {
            using var installed = InstalledDatabase.Open([]);
            if (installed is null)
            {
                return InstalledDatabase.Missing([]);
            }

            if (await Context(installed, named) is not { } found)
            {
                return Files.Bad(new("NO_ORGANIZATION", $"Không có tổ chức nào tên “{named}” trong cơ sở dữ liệu này."));
            }

            context = found;
        }

        var draft = result.Draft!;
        if (args.Contains("--json"))
        {
            Console.WriteLine(Inspector.Of(draft, context).ToJson());
            return 0;
        }

        Console.WriteLine(draft.Text.Title);
        Console.WriteLine($"Cơ quan ban hành: {draft.Facts.BodyName}   Số: {draft.Facts.Number ?? "(chưa có)"}   Ngày: {draft.Facts.Date?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "(chưa có)"}");
        foreach (var entry in Outline.Of(draft.Text))
        {
            Console.WriteLine($"{new string(' ', entry.Level * 2)}{entry.Label} {(entry.Text.Length > 100 ? entry.Text[..100] + "…" : entry.Text)}");
        }

        var inspection = Inspector.Of(draft, context);
        Say("Chỉ tiêu", inspection.Targets.Select(target => $"dòng {target.Line}: {target.Quote}"));
        Say("Chế độ báo cáo", inspection.ReportingDuties.Select(duty => $"dòng {duty.Line}: {string.Join(", ", duty.Who)} báo cáo {string.Join(", ", duty.ToWhom)}: {duty.Quote}"));
        Say("Nơi nhận", inspection.Recipients.Items.Select(item => (item.Purpose ?? item.GroupedPurpose) is { } purpose ? $"{item.Name} ({purpose})" : item.Name));
        Console.WriteLine($"Ký: {inspection.Signature.AuthorityLine} / {inspection.Signature.PositionLine} / {inspection.Signature.Name}");
        Say("Cần xem lại", inspection.Anomalies.Select(one => $"{Weight(one.Severity)}{(one.Line is { } line ? $", dòng {line}" : "")}: {one.Note}{(one.Quote is null ? "" : $" “{one.Quote}”")}{(one.Suggestion is null ? "" : $" → {one.Suggestion}")}"));

        return 0;
    }

    private static async Task<CheckContext?> Context(InstalledDatabase installed, string named)
    {
        await using var scope = installed.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var organizations = await db.Set<Organization>().AsNoTracking().ToListAsync();
        if (organizations.Find(one => one.Name.Equals(named, StringComparison.OrdinalIgnoreCase)) is not { } organization)
        {
            return null;
        }

        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organization.Id;
        return await OrganizationContext.Read(db, organization.Id, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()), null, CancellationToken.None);
    }

    private static string Weight(string severity) => severity switch { "error" => "Lỗi", "warning" => "Lưu ý", _ => "Góp ý" };

    private static void Say(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        Console.WriteLine($"{title}: {(all.Count == 0 ? "không thấy" : all.Count)}");
        all.ForEach(line => Console.WriteLine($"  - {line}"));
    }
}

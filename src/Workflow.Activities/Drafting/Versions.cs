using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The versions of a draft, for those who choose among them.</summary>
internal sealed class Versions(WorkflowDbContext db, Draft draft, IReadOnlyList<Versions.Row> rows)
{
    internal sealed record Row(Guid Id, int Round, string Hash, DateTimeOffset At, int? Sent);

    public Draft Draft => draft;

    public IReadOnlyList<VersionChoice> Choices => [.. rows.Select(row => new VersionChoice(row.Round, Name(row.Round)))];

    public static async Task<Versions?> Of(WorkflowDbContext db, Guid draftId, CancellationToken ct)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, ct) is not { } draft)
        {
            return null;
        }

        var rows = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draftId).OrderBy(version => version.Round)
            .Select(version => new Row(version.Id, version.Round, version.Hash, version.At, db.Set<DraftRound>().Where(round => round.VersionId == version.Id).Select(round => (int?)round.Number).FirstOrDefault())).ToListAsync(ct);
        return new(db, draft, rows);
    }

    public int? Has(int? round) => rows.Any(row => row.Round == round) ? round : null;

    /// <summary>"bản 3 (dự thảo lần 2, 12/06/2026)".</summary>
    public string Name(int round)
    {
        var row = rows.First(one => one.Round == round);
        var day = VietnamTime.Local(row.At).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return row.Sent is { } sent ? $"bản {round} (dự thảo lần {sent}, {day})" : $"bản {round} ({day})";
    }

    /// <summary>Hashes of all versions up to and with one.</summary>
    public List<string> HashesUpTo(int round) => [.. rows.Where(row => row.Round <= round).Select(row => row.Hash)];

    /// <summary>The newest version with this hash.</summary>
    public int? RoundOf(string hash) => rows.LastOrDefault(row => row.Hash == hash)?.Round;

    public async Task<DraftText> Text(int round, CancellationToken ct)
    {
        var row = rows.First(one => one.Round == round);
        return await VersionTexts.Of(db, row.Id, row.Hash, ct);
    }

    /// <summary>Hashes of the versions from one up to, but not with, another: what was said of them may have led to the other.</summary>
    public List<string> HashesBetween(int from, int to) => [.. rows.Where(row => row.Round >= Math.Min(from, to) && row.Round < Math.Max(from, to)).Select(row => row.Hash)];
}

using System.Collections.Concurrent;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>
/// What the text now before the session changes against the version that was sent out before it. For those of the session alone: whoever may only know
/// that it is held reads nothing of its texts. Null when no text is before it.
/// </summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadSessionChanges(Guid ConferenceId) : IQuery<SessionChanges?>;

/// <summary>The redline of the frozen text of an item.</summary>
/// <param name="Sentence">"So với dự thảo lần 1 gửi ngày 12/06/2026: 4 chỗ sửa, 1 mục mới."</param>
/// <param name="Hash">The frozen hash that was compared.</param>
/// <param name="Rows">The first of them; long stretches that did not change are cut.</param>
/// <param name="Total">How many there are.</param>
/// <param name="From">Numbers of the two versions, for the page that shows everything; 0 when there is nothing to compare with.</param>
public sealed record SessionChanges(Guid ItemId, Guid DraftId, string Hash, string Sentence, IReadOnlyList<ChangeRow> Rows, int Total, int From, int To);

internal sealed class ReadSessionChangesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadSessionChanges, SessionChanges?>
{
    /// <summary>Changes on the page of a vote; the others are one tap away.</summary>
    private const int Most = 25;

    private const int MostKept = 50;

    private static readonly ConcurrentDictionary<(string Before, string After), (string Sentence, IReadOnlyList<ChangeRow> Rows)> Known = new();

    public async Task<SessionChanges?> Handle(ReadSessionChanges request, CancellationToken cancellationToken)
    {
        var now = await db.Set<Vote>().Where(vote => vote.ConferenceId == request.ConferenceId && vote.ClosedAt == null && vote.VoidedAt == null).OrderBy(vote => vote.OpenedAt).Select(vote => (Guid?)vote.AgendaItemId).FirstOrDefaultAsync(cancellationToken)
            ?? await db.Set<Conference>().Where(one => one.Id == request.ConferenceId).Select(one => one.NowItemId).SingleOrDefaultAsync(cancellationToken);
        var item = now is null ? null : await db.Set<AgendaItem>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == now && one.ConferenceId == request.ConferenceId, cancellationToken);
        if (item is not { DraftId: { } draftId, VersionId: { } versionId } || !await MayRead(request.ConferenceId, cancellationToken))
        {
            return null;
        }

        var sent = await db.Set<DraftRound>().AsNoTracking().Where(round => round.DraftId == draftId).OrderBy(round => round.Number).ToListAsync(cancellationToken);
        var frozen = sent.FindLast(round => round.VersionHash == item.VersionHash);
        var before = sent.FindLast(round => round.VersionHash != item.VersionHash && (frozen is null || round.Number < frozen.Number));
        if (before is null)
        {
            return new(item.Id, draftId, item.VersionHash, "Đây là bản đầu tiên gửi các đồng chí; chưa có bản nào trước để so.", [], 0, 0, 0);
        }

        if (!Known.TryGetValue((before.VersionHash, item.VersionHash), out var compared))
        {
            compared = Compared(await VersionTexts.Of(db, before.VersionId, before.VersionHash, cancellationToken), await VersionTexts.Of(db, versionId, item.VersionHash, cancellationToken));
            if (Known.Count >= MostKept)
            {
                Known.Clear();
            }

            Known[(before.VersionHash, item.VersionHash)] = compared;
        }

        var numbers = await db.Set<DraftVersion>().Where(version => version.Id == before.VersionId || version.Id == versionId).ToDictionaryAsync(version => version.Id, version => version.Round, cancellationToken);
        var day = VietnamTime.Local(before.SentAt).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return new(item.Id, draftId, item.VersionHash, $"So với dự thảo lần {before.Number} gửi ngày {day}: {compared.Sentence}", [.. compared.Rows.Take(Most)], compared.Rows.Count, numbers[before.VersionId], numbers[versionId]);
    }

    private async Task<bool> MayRead(Guid conferenceId, CancellationToken ct) =>
        await Sessions.IsDesk(actor, ct) || await db.Set<Attendance>().AnyAsync(row => row.ConferenceId == conferenceId && row.PersonId == actor.PersonId && !row.IsGuest, ct);

    private static (string Sentence, IReadOnlyList<ChangeRow> Rows) Compared(DraftText before, DraftText after)
    {
        var comparison = TextComparison.Compare(before, after);
        var rows = ReadComparisonHandler.Rows(comparison, ChangeFilter.All, Array.Empty<ChangeCause>().ToLookup(_ => ""));
        return (comparison.Sentence, rows.ConvertAll(row => row with { Pieces = ShortPieces.Of(row.Pieces) }));
    }
}

/// <summary>Pieces of a change with only so much of what stayed that the place is known.</summary>
internal static class ShortPieces
{
    private const int Around = 70;

    public static IReadOnlyList<ChangePiece> Of(IReadOnlyList<ChangePiece> pieces) =>
        [.. pieces.Select((piece, index) => piece.Fate != "same" ? piece : piece with { Text = Cut(piece.Text, index > 0, index < pieces.Count - 1) })];

    // What stands before a change is cut at its front, what stands behind one at its end, what stands between two in its middle; always between words.
    private static string Cut(string text, bool behind, bool before)
    {
        var keep = (behind ? Around : 0) + (before ? Around : 0);
        if (text.Length <= keep + 10 || keep == 0)
        {
            return text;
        }

        var end = behind ? text.LastIndexOf(' ', Around) : 0;
        var start = before ? text.IndexOf(' ', text.Length - Around) : text.Length;
        return end < 0 || start < 0 ? text : $"{text[..end]} … {text[start..].TrimStart()}".TrimStart();
    }
}

using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Documents.Redline;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Which changes are shown.</summary>
public enum ChangeFilter
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those in which a number, a date or a sum differs.</summary>
    Figures,

    /// <summary>All but those in which only the place of a tone mark differs.</summary>
    NoTones,
}

/// <summary>What changed between two versions of a draft; without numbers, between the one that I read last and the newest.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadComparison(Guid DraftId, int? From = null, int? To = null, ChangeFilter Show = ChangeFilter.All, int Page = 1) : IQuery<ComparisonView?>, IOfDraft;

/// <summary>A version to choose: its number, and what people call it.</summary>
public sealed record VersionChoice(int Round, string Name);

/// <summary>Why a change was made: a comment and what the office said to it.</summary>
public sealed record ChangeCause(string Who, string Comment, string Answer);

/// <summary>A piece of text and its fate: "same", "ins", "del", "insfig" or "delfig" (a figure).</summary>
public sealed record ChangePiece(string Fate, string Text);

/// <summary>A changed clause. <paramref name="Number"/> counts through all that are shown; <paramref name="ClauseId"/> is its place in the newer text, empty when it is gone.</summary>
public sealed record ChangeRow(int Number, string Group, string Kind, string ClauseId, IReadOnlyList<ChangePiece> Pieces, bool FiguresChanged, bool OnlyTones, string Elsewhere, IReadOnlyList<ChangeCause> Causes);

/// <summary>The comparison, a page of it; <paramref name="Groups"/> counts the changes of each part of the text, with the number of the first.</summary>
public sealed record ComparisonView(
    string Title, Guid DraftId, IReadOnlyList<VersionChoice> Versions, int From, int To, bool SinceIRead, string Sentence, IReadOnlyList<(string Name, int Count, int First)> Groups, Paged<ChangeRow> Changes);

internal sealed class ReadComparisonHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<ReadComparison, ComparisonView?>
{
    /// <summary>Changes on a page.</summary>
    internal const int PageSize = 40;

    public async Task<ComparisonView?> Handle(ReadComparison request, CancellationToken cancellationToken)
    {
        if (await Versions.Of(db, request.DraftId, cancellationToken) is not { } versions)
        {
            return null;
        }

        var newest = versions.Draft.CurrentRound;
        var to = versions.Has(request.To) ?? newest;
        var read = request.From is null ? await LastRead(request.DraftId, to, cancellationToken) : null;
        var from = versions.Has(request.From) ?? read?.Round ?? Math.Max(1, to - 1);
        var (before, after) = (await versions.Text(from, cancellationToken), await versions.Text(to, cancellationToken));
        var comparison = TextComparison.Compare(before, after);
        var seen = await sight.Of(versions.Draft, cancellationToken);
        var causes = await Causes(seen, versions, from, to, cancellationToken);
        var all = Rows(comparison, request.Show, causes);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(request.Page, 1, pages);
        return new(
            versions.Draft.Title(), request.DraftId, versions.Choices, from, to, read is not null, await Sentence(seen, comparison, versions, read, from, to, cancellationToken),
            [.. all.GroupBy(row => row.Group).Select(group => (group.Key, group.Count(), group.First().Number))], new([.. all.Skip((page - 1) * PageSize).Take(PageSize)], page, pages));
    }

    private Task<ReadingMark?> LastRead(Guid draftId, int before, CancellationToken ct) => db.Set<ReadingMark>().AsNoTracking()
        .Where(mark => mark.DraftId == draftId && mark.PersonId == actor.PersonId && mark.Round < before).OrderByDescending(mark => mark.Round).FirstOrDefaultAsync(ct);

    // "Từ bản 1 mà đồng chí xem lúc 8:05 12/06/2026: 4 chỗ sửa, 1 mục mới. 2 góp ý của đồng chí đã được tiếp thu."
    private async Task<string> Sentence(Sight seen, Comparison comparison, Versions versions, ReadingMark? read, int from, int to, CancellationToken ct)
    {
        if (from == to)
        {
            return "Hai bản được chọn là một.";
        }

        var since = read is null ? $"Từ {versions.Name(from)} đến {versions.Name(to)}" : $"Từ {versions.Name(from)} mà đồng chí xem lúc {VietnamTime.Local(read.At).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture)}";
        var hashes = versions.HashesBetween(from, to);
        var taken = read is null ? 0 : await seen.Comments().CountAsync(comment => comment.AuthorId == actor.PersonId && hashes.Contains(comment.VersionHash)
            && (comment.Disposition == Disposition.Accepted || comment.Disposition == Disposition.PartlyAccepted), ct);
        return $"{since}: {comparison.Sentence}{(taken > 0 ? $" {taken} góp ý của đồng chí đã được tiếp thu." : "")}";
    }

    private async Task<ILookup<string, ChangeCause>> Causes(Sight seen, Versions versions, int from, int to, CancellationToken ct)
    {
        var hashes = versions.HashesBetween(from, to);
        var rows = await seen.Comments().Where(comment => hashes.Contains(comment.VersionHash) && (comment.Disposition == Disposition.Accepted || comment.Disposition == Disposition.PartlyAccepted))
            .OrderBy(comment => comment.At).Take(500).Join(db.Set<Person>(), comment => comment.AuthorId, person => person.Id, (comment, person) => new { comment, person.FullName }).ToListAsync(ct);
        return rows.ToLookup(row => row.comment.ClauseId, row => new ChangeCause(row.FullName, row.comment.Asks, $"{ReviewWords.Of(row.comment.Disposition!.Value)}: {row.comment.Reason}"), StringComparer.Ordinal);
    }

    internal static List<ChangeRow> Rows(Comparison comparison, ChangeFilter show, ILookup<string, ChangeCause> causes)
    {
        var rows = new List<ChangeRow>();
        var group = "Tiêu đề";
        foreach (var change in comparison.Changes)
        {
            var clause = change.After ?? change.Before!;
            group = clause.Id is "title" or "subject" ? "Tiêu đề" : clause.Id is "authority" or "position" or "signer" || clause.Id.StartsWith("recipient", StringComparison.Ordinal) ? "Nơi nhận, chữ ký"
                : change.After is { Kind: ClauseKind.Heading, Level: <= 1 } heading ? Short(heading.FullText) : group == "Tiêu đề" ? "Phần mở đầu" : group;
            if (change.Kind is ChangeKind.Same || (show == ChangeFilter.Figures && !change.FiguresChanged) || (show == ChangeFilter.NoTones && change.OnlyTonePlacement))
            {
                continue;
            }

            var ids = new[] { change.Before, change.After }.Concat(change.Parts).OfType<Clause>().Select(one => one.Id).Distinct(StringComparer.Ordinal);
            rows.Add(new(
                rows.Count + 1, group, ChangeWords.Of(change.Kind), change.After?.Id ?? "", [.. change.Pieces.SelectMany(ChangePieces.Of)], change.FiguresChanged, change.OnlyTonePlacement,
                change is { Kind: ChangeKind.Moved, Counterpart: { } other } ? (change.After is null ? $"chuyển tới chỗ “{Short(other.FullText)}”" : "chuyển từ chỗ khác tới") : "", [.. ids.SelectMany(id => causes[id])]));
        }

        return rows;
    }

    private static string Short(string text) => text.Length <= 70 ? text : text[..67].TrimEnd() + "…";
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What changed between two versions.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadChanges(Guid DraftId, int From, int To) : IQuery<IReadOnlyList<ChangeRow>?>;

/// <summary>A changed clause: pieces with their fate ("same", "ins", "del").</summary>
public sealed record ChangeRow(string Kind, IReadOnlyList<(string Fate, string Text)> Pieces, bool FiguresChanged);

internal sealed class ReadChangesHandler(WorkflowDbContext db) : IRequestHandler<ReadChanges, IReadOnlyList<ChangeRow>?>
{
    public async Task<IReadOnlyList<ChangeRow>?> Handle(ReadChanges request, CancellationToken cancellationToken)
    {
        var texts = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == request.DraftId && (version.Round == request.From || version.Round == request.To)).ToDictionaryAsync(version => version.Round, version => version.Canonical, cancellationToken);
        if (!texts.TryGetValue(request.From, out var from) || !texts.TryGetValue(request.To, out var to))
        {
            return null;
        }

        return [.. TextComparison.Compare(CanonicalText.Read(from), CanonicalText.Read(to)).Different.Select(change => new ChangeRow(
            change.Kind switch { ChangeKind.Edited => "Sửa", ChangeKind.Inserted => "Thêm mới", ChangeKind.Deleted => "Bỏ", ChangeKind.Moved => "Chuyển chỗ", _ => "Đánh số lại" },
            [.. change.Pieces.Select(piece => (piece.Kind switch { DiffKind.Inserted => "ins", DiffKind.Deleted => "del", _ => "same" }, piece.Text))], change.FiguresChanged))];
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Registers;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A line of an older register as shown.</summary>
/// <param name="Row">Row of the sheet, as the spreadsheet counts.</param>
/// <param name="Problem">Why it cannot be taken over, or null.</param>
public sealed record StagedLine(int Row, string Number, DateOnly? Date, string Subject, string Signer, string? Problem)
{
    internal static StagedLine Of(PlannedLine one) => new(one.Line.Row, $"{one.Line.Number:00}-{one.Line.Symbol}", one.Line.Date, one.Line.Subject, one.Line.Signer, one.Problem);
}

/// <summary>An older register as understood, beside the one that is here.</summary>
/// <param name="Wrong">Lines that cannot be taken over, at most 200.</param>
/// <param name="First">The first lines that will be taken over, to compare with the file.</param>
/// <param name="Problem">Why it cannot be taken over as it is, or null.</param>
public sealed record StagedRegisterView(
    Guid Id, string FileName, string FileHash, string SheetName, IReadOnlyList<string> Columns, int Lines, int New, int Known, int WrongCount, IReadOnlyList<StagedLine> Wrong, IReadOnlyList<StagedLine> First,
    IReadOnlyList<PlannedSeries> Series, string? Problem);

/// <summary>One's own file, looked through.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record ReadStagedRegister(Guid Id) : IQuery<StagedRegisterView?>;

internal sealed class ReadStagedRegisterHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadStagedRegister, StagedRegisterView?>
{
    private const int MostWrong = 200;
    private const int MostShown = 20;

    public async Task<StagedRegisterView?> Handle(ReadStagedRegister request, CancellationToken cancellationToken)
    {
        var staged = await db.Set<StagedRegister>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.PersonId == actor.PersonId, cancellationToken);
        if (staged is null || actor.Now > staged.At + StagedRegister.Kept)
        {
            return null;
        }

        var book = BookReader.Read(staged.Content, cancellationToken);
        var plan = await BookPlan.Of(db, actor, book.Lines, cancellationToken);
        int Count(LineFate fate) => plan.Lines.Count(one => one.Fate == fate);
        return new(
            staged.Id, staged.FileName, staged.FileHash, book.SheetName, book.Columns, plan.Lines.Count, Count(LineFate.New), Count(LineFate.Known), Count(LineFate.Wrong),
            [.. plan.Lines.Where(one => one.Fate == LineFate.Wrong).Take(MostWrong).Select(StagedLine.Of)], [.. plan.Lines.Where(one => one.Fate == LineFate.New).Take(MostShown).Select(StagedLine.Of)], plan.Series, book.Problem ?? plan.Problem);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A file that came.</summary>
public sealed record IncomingFileView(int Number, string Name, int Size, string Sha256, IncomingVerdict? Verdict, string Findings);

/// <summary>What was told to the sender of a step, and how that went.</summary>
public sealed record ToldSender(Guid Id, string Code, ExchangeState State, string LastError);

/// <summary>A document that came, with its files and its story.</summary>
public sealed record IncomingPaperView(IncomingPaper Paper, IReadOnlyList<IncomingFileView> Files, IReadOnlyList<IncomingEvent> Steps, IReadOnlyList<ToldSender> Told, bool MayRegister, bool MayAdvance);

/// <summary>One document that came.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [Domain.Texts.BodyKind.StandingCommittee])]
public sealed record ReadIncomingPaper(Guid Id) : IQuery<IncomingPaperView?>;

/// <summary>A file of it.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [Domain.Texts.BodyKind.StandingCommittee])]
public sealed record ReadIncomingFile(Guid Id, int Number) : IQuery<Register.PaperFile?>;

internal sealed class ReadIncomingPaperHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadIncomingPaper, IncomingPaperView?>, IRequestHandler<ReadIncomingFile, Register.PaperFile?>
{
    public async Task<IncomingPaperView?> Handle(ReadIncomingPaper request, CancellationToken cancellationToken) =>
        await db.Set<IncomingPaper>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } paper ? null : new(
            paper,
            await db.Set<IncomingFile>().AsNoTracking().Where(row => row.PaperId == paper.Id).OrderBy(row => row.Number).Select(row => new IncomingFileView(row.Number, row.Name, row.Size, row.Sha256, row.Verdict, row.Findings)).ToListAsync(cancellationToken),
            await db.Set<IncomingEvent>().AsNoTracking().Where(row => row.PaperId == paper.Id).OrderBy(row => row.Number).ToListAsync(cancellationToken),
            await db.Set<ExchangeMessage>().AsNoTracking().Where(row => row.PaperId == paper.Id && row.Direction == ExchangeDirection.Out).OrderBy(row => row.CreatedAt).Select(row => new ToldSender(row.Id, row.Code, row.State, row.LastError)).ToListAsync(cancellationToken),
            await actor.May<RegisterIncoming>(cancellationToken), await actor.May<AdvanceIncoming>(cancellationToken));

    // Whatever its sender calls it, nothing but a PDF is handed to a browser as something that it might open.
    public async Task<Register.PaperFile?> Handle(ReadIncomingFile request, CancellationToken cancellationToken)
    {
        var file = await db.Set<IncomingFile>().AsNoTracking().Where(row => row.PaperId == request.Id && row.Number == request.Number).Select(row => new { row.Name, row.Content, row.Verdict }).SingleOrDefaultAsync(cancellationToken);
        return file is null ? null : new(file.Name, file.Verdict is null ? "application/octet-stream" : "application/pdf", file.Content);
    }
}

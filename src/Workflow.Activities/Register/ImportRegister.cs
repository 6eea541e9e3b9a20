using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Registers;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>Takes over an older register as it was shown: all lines or none; a second time changes nothing.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record ImportRegister(Guid CommandId, Guid StagedId, string FileHash) : ICommand;

internal sealed class ImportRegisterHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ImportRegister, Answer>
{
    public async Task<Answer> Handle(ImportRegister command, CancellationToken cancellationToken)
    {
        var staged = await db.Set<StagedRegister>().SingleOrDefaultAsync(row => row.Id == command.StagedId && row.PersonId == actor.PersonId, cancellationToken);
        if (staged is null || staged.FileHash != command.FileHash || actor.Now > staged.At + StagedRegister.Kept)
        {
            return Answer.No("upload.gone", "Tệp xem trước này không còn (quá 12 giờ, đã bỏ, hoặc đã thay bằng tệp khác). Đồng chí chọn lại tệp; chưa có gì được nhập.");
        }

        // Nobody takes a number meanwhile: the plan is made while every book is held.
        await CommitSave.LockRow(db, db.Set<NumberSeries>(), one => one.LastAt, cancellationToken);
        var book = BookReader.Read(staged.Content, cancellationToken);
        var plan = await BookPlan.Of(db, actor, book.Lines, cancellationToken);
        if ((book.Problem ?? plan.Problem) is { } problem)
        {
            return Answer.No("register.plan", problem);
        }

        var padding = (await Rolls.ProfileOn(db, actor.Today, cancellationToken)).NumberPadding;
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(one => one.Id == actor.OrganizationId, cancellationToken);
        var terms = await db.Set<Term>().AsNoTracking().ToListAsync(cancellationToken);
        foreach (var one in plan.Series)
        {
            var series = await db.Set<NumberSeries>().SingleOrDefaultAsync(row => row.TermId == one.TermId && row.Symbol == one.Symbol, cancellationToken);
            if (series is null)
            {
                series = new NumberSeries { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, TermId = one.TermId, Symbol = one.Symbol };
                db.Add(series);
            }

            series.TakeOver(one.First, one.Last, actor.Now);
            var term = terms.Single(row => row.Id == one.TermId);
            var mine = plan.Lines.Where(line => line.Fate == LineFate.New && line.Line.Symbol == one.Symbol && line.Line.Date >= term.From && (term.To is null || line.Line.Date <= term.To)).Select(line => line.Line).OrderBy(line => line.Number).ToList();
            db.AddRange(mine.Select(line => Entry(series, DocumentType.Of(line.TypeKey), line.Number, line.Date!.Value, EntryKind.Imported, line.Subject, line.Signer, line.Recipients, line.Note)));
            // A hole has the day of the line before it, so that the book stays in order.
            db.AddRange(one.Holes.Select(number => Entry(series, DocumentType.Of(mine[0].TypeKey), number, mine.LastOrDefault(line => line.Number < number)?.Date ?? mine[0].Date!.Value, EntryKind.Missing, "", "", "", staged.FileName)));
        }

        db.Remove(staged);
        var (added, known) = (plan.Lines.Count(one => one.Fate == LineFate.New), plan.Lines.Count(one => one.Fate == LineFate.Known));
        var holes = plan.Series.Sum(one => one.Holes.Count);
        return Answer.Done(actor.OrganizationId, $"Đã nhập {added} văn bản từ “{staged.FileName}” vào sổ{(known > 0 ? $", {known} dòng đã có từ trước" : "")}{(holes > 0 ? $"; {holes} số không có trong tệp được ghi là trống" : "")}.");

        RegisterEntry Entry(NumberSeries series, DocumentType type, int number, DateOnly day, EntryKind kind, string subject, string signer, string recipients, string note)
        {
            var name = DocumentNumber.Format(number, type, organization.Symbol, padding);
            return new()
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                SeriesId = series.Id,
                TypeKey = type.Key,
                Number = number,
                NumberAndSymbol = name,
                Kind = kind,
                Date = day,
                Subject = subject,
                SignerName = signer.Length > RegisterEntry.LongestWords ? signer[..RegisterEntry.LongestWords] : signer,
                Recipients = recipients,
                Note = note.Length > RegisterEntry.LongestWords ? note[..RegisterEntry.LongestWords] : note,
                RecordedAt = actor.Now,
                RecordedById = actor.PersonId,
                SearchText = RegisterEntry.Find(name, type.Key, subject, signer),
            };
        }
    }
}

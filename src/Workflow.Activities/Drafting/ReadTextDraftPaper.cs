using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Layout;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What I write on the page, as Word, whatever the step is now and even when it can be no version yet.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadTextDraftPaper(Guid DraftId) : IQuery<PaperFile?>;

internal sealed class ReadTextDraftPaperHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadTextDraftPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadTextDraftPaper request, CancellationToken cancellationToken)
    {
        var row = await TextDrafts.Mine(db, actor, request.DraftId, cancellationToken);
        if (row is null || EditedText.Parse(row.Content).Text is not { } edited || await TextDrafts.Version(db, row.DraftId, row.BaseHash, cancellationToken) is not { } from)
        {
            return null;
        }

        // As far as it goes: what the rules of a version would refuse is written all the same.
        var text = EditedTextRules.Over(edited, from.Text).Text
            ?? from.Text with { Subject = edited.Subject, Clauses = [.. edited.Clauses.DistinctBy(clause => clause.Id)], Recipients = edited.Recipients, Signature = edited.Signature };
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(one => one.Id == actor.OrganizationId, cancellationToken);
        var profile = await LayoutOn.Day(db, actor.Today, cancellationToken);
        var paper = new OfficialPaper(text, organization.SuperiorHeaderName, organization.HeaderName, null, DocumentNumber.Symbol(text.Type, organization.Symbol), organization.Place, null, "Bản soạn dở");
        return new("ban-soan-do.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", OfficialDocx.Render(paper, profile));
    }
}

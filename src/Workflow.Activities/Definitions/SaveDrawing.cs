using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>Saves a drawing while it is drawn.</summary>
/// <param name="Revision">The saving that the sender had before them: who has an older one would wipe out another's work.</param>
[Allow(Office.Administrator)]
public sealed record SaveDrawing(Guid CommandId, Guid DrawingId, int Revision, string Text) : IQuietCommand;

internal sealed class SaveDrawingHandler(WorkflowDbContext db, DefinitionCatalog catalog, Actor actor) : IRequestHandler<SaveDrawing, Answer>
{
    public async Task<Answer> Handle(SaveDrawing command, CancellationToken cancellationToken)
    {
        if (await db.Set<DefinitionDraft>().SingleOrDefaultAsync(row => row.Id == command.DrawingId, cancellationToken) is not { } drawing)
        {
            return Answer.No("drawing.not-found", "Không thấy bản nháp này: có thể nó đã được triển khai hoặc đã bỏ.");
        }

        if (drawing.Xml == command.Text)
        {
            return Answer.Done(drawing.Id, "Bản nháp không có gì thay đổi.");
        }

        if (drawing.Revision != command.Revision)
        {
            return Answer.No("drawing.changed-elsewhere", "Bản nháp này vừa được lưu ở nơi khác (cửa sổ khác hoặc người khác). Bản vẽ ở đây còn trên máy này; đồng chí tải lại trang để chọn giữ bản nào.");
        }

        if (DefinitionFiles.Refused(catalog.Check(command.Text)) is { } refused)
        {
            return Answer.No(refused);
        }

        (drawing.Xml, drawing.Name, drawing.Revision, drawing.SavedAt, drawing.SavedById) = (command.Text, DefinitionFiles.NameOf(command.Text), drawing.Revision + 1, actor.Now, actor.PersonId);
        return Answer.Done(drawing.Id, "Đã lưu bản nháp.");
    }
}

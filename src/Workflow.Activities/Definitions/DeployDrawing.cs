using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Routes;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>A drawing becomes the version on which new cases begin; the drawing is gone then.</summary>
/// <param name="Revision">The saving that was checked: what is deployed is what was looked at.</param>
[Allow(Office.Administrator)]
public sealed record DeployDrawing(Guid CommandId, Guid DrawingId, int Revision, string Note) : ICommand;

internal sealed class DeployDrawingHandler(WorkflowDbContext db, DefinitionCatalog catalog, DraftRoutes routes, Actor actor) : IRequestHandler<DeployDrawing, Answer>
{
    public async Task<Answer> Handle(DeployDrawing command, CancellationToken cancellationToken)
    {
        if (await db.Set<DefinitionDraft>().SingleOrDefaultAsync(row => row.Id == command.DrawingId, cancellationToken) is not { } drawing)
        {
            return Answer.No("drawing.not-found", "Không thấy bản nháp này: có thể nó đã được triển khai hoặc đã bỏ.");
        }

        if (drawing.Revision != command.Revision)
        {
            return Answer.No("drawing.changed-elsewhere", "Bản nháp đã thay đổi từ khi đồng chí mở trang này. Đồng chí xem lại kết quả kiểm tra bên dưới rồi triển khai.");
        }

        var note = command.Note.Trim();
        if (note.Length is < 5 or > 1_000)
        {
            return Answer.No("deploy.note", "Đồng chí ghi rõ bản này khác gì, vì sao (từ 5 đến 1.000 ký tự); nội dung này được lưu cùng bản quy trình.");
        }

        var report = await catalog.Deploy(db, actor.OrganizationId, drawing.Xml, actor.Now, cancellationToken, by: new(actor.PersonId, note));
        if (!report.IsAccepted)
        {
            return Answer.No("deploy.refused", $"Quy trình còn {report.Findings.Count(finding => !finding.IsWarning)} lỗi nên chưa triển khai được. Đồng chí sửa các lỗi bên dưới rồi triển khai lại.");
        }

        // What drafts go by keeps the steps without which nothing is adopted or signed.
        foreach (var process in catalog.Describe(drawing.Xml))
        {
            if ((await routes.Using(process.ProcessId, actor.Now, cancellationToken)).Select(body => DraftRoutes.Against(process, body)).OfType<Refusal>().FirstOrDefault() is { } against)
            {
                return Answer.No(against);
            }
        }

        db.Remove(drawing);
        return Answer.Done(drawing.Id, $"Đã triển khai quy trình “{drawing.Name}” (mã {string.Join(", ", report.Processes)}). Hồ sơ lập từ bây giờ theo bản này; hồ sơ đang chạy đi hết bản cũ. Ghi chú: {note.TrimEnd('.')}.");
    }
}

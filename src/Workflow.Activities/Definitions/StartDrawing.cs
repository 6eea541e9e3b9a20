using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>A drawing begins: from a file, from a pasted text, from a stored version, or with nothing. It is not deployed by that.</summary>
/// <param name="FromHash">The version to go on from; empty for none.</param>
[Allow(Office.Administrator)]
public sealed record StartDrawing(Guid CommandId, byte[]? File, string Text, string FromHash) : ICommand;

internal sealed class StartDrawingHandler(WorkflowDbContext db, DefinitionCatalog catalog, VisibleDefinitions visible, Actor actor) : IRequestHandler<StartDrawing, Answer>
{
    public async Task<Answer> Handle(StartDrawing command, CancellationToken cancellationToken)
    {
        if (await db.Set<DefinitionDraft>().CountAsync(cancellationToken) >= DefinitionFiles.MostDrawings)
        {
            return Answer.No("drawing.too-many", $"Đã có {DefinitionFiles.MostDrawings} bản nháp. Đồng chí bỏ bớt bản không dùng rồi làm lại.");
        }

        var id = Guid.CreateVersion7(actor.Now);
        string? xml;
        if (command.File is { Length: > 0 } file)
        {
            xml = DefinitionCatalog.Decode(file);
            if (xml is null)
            {
                return file.Length > DefinitionCatalog.MaxLength * 4
                    ? Answer.No("bpmn.too-large", $"Tệp quá lớn (tối đa {DefinitionCatalog.MaxLength:#,##0} ký tự).")
                    : Answer.No("bpmn.bad-xml", "Tệp không đọc được: bảng mã không phải UTF-8 (hoặc bảng mã ghi ở đầu tệp). Đồng chí lưu lại tệp bằng UTF-8 rồi nạp lại.");
            }
        }
        else if (!string.IsNullOrWhiteSpace(command.Text))
        {
            xml = command.Text;
        }
        else if (command.FromHash.Length > 0)
        {
            xml = (await visible.Find(command.FromHash, cancellationToken))?.Xml;
            if (xml is null)
            {
                return Answer.No("definition.not-found", "Không thấy bản quy trình này.");
            }
        }
        else if (command.File is not null)
        {
            return Answer.No("drawing.no-file", "Chưa chọn tệp, hoặc tệp rỗng (0 byte). Đồng chí chọn tệp .bpmn hoặc dán nội dung vào ô.");
        }
        else
        {
            xml = DefinitionFiles.Empty(id);
        }

        if (DefinitionFiles.Refused(catalog.Check(xml)) is { } refused)
        {
            return Answer.No(refused);
        }

        var name = DefinitionFiles.NameOf(xml);
        db.Add(new DefinitionDraft { Id = id, OrganizationId = actor.OrganizationId, Name = name, Xml = xml, Revision = 1, SavedAt = actor.Now, SavedById = actor.PersonId });
        return Answer.Done(id, $"Đã lập bản nháp quy trình “{name}”. Bản nháp chưa được triển khai.");
    }
}

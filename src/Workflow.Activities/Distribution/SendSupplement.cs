using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>A supplementary issue (gửi bổ sung): the document goes to further units, with a reason; to one that refused it or gave it back it goes again.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record SendSupplement(Guid CommandId, Guid IssuedId, IReadOnlyList<Guid> UnitIds, string Purpose, string Reason) : ICommand;

internal sealed class SendSupplementHandler(WorkflowDbContext db, Copies copies, RecipientPlan plan, Sending sending, Actor actor) : IRequestHandler<SendSupplement, Answer>
{
    private const int MostNamed = 10;

    public async Task<Answer> Handle(SendSupplement command, CancellationToken cancellationToken)
    {
        var (purpose, reason) = (UnitDesk.Plain(command.Purpose), UnitDesk.Plain(command.Reason));
        if (reason.Length is 0 or > Dispatch.LongestReason || purpose.Length > RecipientChoice.LongestPurpose)
        {
            return Answer.No("dispatch.reason", reason.Length == 0 ? "Đồng chí ghi lý do gửi bổ sung; lý do này nằm trong lịch sử của từng bản gửi." : "Lý do hoặc mục đích quá dài. Đồng chí viết gọn lại.");
        }

        await copies.Hold(command.IssuedId, cancellationToken);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.IssuedId, cancellationToken);
        var there = await db.Set<Dispatch>().Where(copy => copy.IssuedDocumentId == command.IssuedId).ToDictionaryAsync(copy => copy.UnitId, cancellationToken);
        if (issued is null || there.Count == 0)
        {
            return Answer.No("dispatch.not-sent", issued is null ? "Không thấy văn bản này." : "Văn bản này chưa được gửi lần đầu; đồng chí chọn thêm nơi nhận ở phần trên.");
        }

        var wanted = command.UnitIds.Distinct().ToList();
        var units = await db.Set<Domain.Organizations.Unit>().AsNoTracking().Where(unit => wanted.Contains(unit.Id) && (unit.To == null || unit.To >= actor.Today)).OrderBy(unit => unit.Name).ToListAsync(cancellationToken);
        var reading = await plan.WithAccount(cancellationToken);
        var issue = there.Values.Max(copy => copy.Issue) + 1;
        var news = new DispatchNews(DispatchEventKind.Sent, actor.Now, DispatchWay.Office) { ById = actor.PersonId, ByName = actor.Name, Note = reason };
        List<string> sent = [];
        foreach (var unit in units)
        {
            if (!there.TryGetValue(unit.Id, out var copy))
            {
                sending.Send(issued, new(unit, "", purpose, RecipientPlan.Way(unit.Channel, unit, reading.Contains(unit.Id)), reading.Contains(unit.Id)), issue, news);
                sent.Add(unit.Name);
            }
            else if (copy.Record(news).Event is { } again)
            {
                db.Add(again);
                sending.Tell(copy, unit, actor.Now);
                sent.Add(unit.Name);
            }
        }

        return sent.Count == 0
            ? Answer.No("dispatch.has-copy", units.Count == 0 ? "Đồng chí chọn ít nhất một đơn vị." : "Các đơn vị đã chọn đều đã được gửi văn bản này.")
            : Answer.Done(issued.DraftId, $"Đã gửi bổ sung văn bản số {issued.NumberAndSymbol} (lần {issue}) tới {sent.Count} đơn vị: {string.Join(", ", sent.Take(MostNamed))}{(sent.Count > MostNamed ? "…" : "")}. Lý do: {reason.TrimEnd('.')}.");
    }
}

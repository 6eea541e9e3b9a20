using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>What every change of who does a task shares.</summary>
internal static class TaskChange
{
    public static Answer NotFound { get; } = Answer.No("task.not-found", "Không thấy việc này.");

    /// <summary>An open task of a case that is not held back, or why there is none.</summary>
    /// <param name="stagesToo">The change may be made of a stage that is office work, too.</param>
    public static async Task<(OpenTask? Task, Answer? No)> Find(WorkflowDbContext db, Guid id, CancellationToken ct, bool stagesToo = false)
    {
        var row = await db.Set<OpenTask>().Where(task => task.Id == id).Join(db.Set<ProcessInstance>(), task => task.InstanceId, instance => instance.Id, (task, instance) => new { task, instance.SuspendedAt }).SingleOrDefaultAsync(ct);
        return row switch
        {
            null => (null, NotFound),
            { task.ClosedAt: not null } => (null, Answer.No("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất.")),
            { SuspendedAt: not null } => (null, Answer.No("process.suspended", "Hồ sơ này đang tạm dừng theo quyết định của người quản trị nên chưa ghi nhận được. Đồng chí liên hệ Văn phòng Đảng ủy.")),
            { task.TaskKey: { Length: > 0 } key } when !stagesToo || !StageWork.Passes(key) => (null, Answer.No("task.own-page", "Việc này có trang riêng; đồng chí làm ở trang của dự thảo.")),
            _ => (row.task, null),
        };
    }

    public static string Moment(DateTimeOffset at) => Domain.VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<string> NameOf(WorkflowDbContext db, Guid? person, CancellationToken ct) =>
        person is { } id ? await db.Set<Person>().Where(row => row.Id == id).Select(row => row.FullName).SingleOrDefaultAsync(ct) ?? "" : "";

    /// <summary>" (thay đ/c A)", or nothing.</summary>
    public static async Task<string> InPlaceOf(WorkflowDbContext db, Guid? person, CancellationToken ct) => await NameOf(db, person, ct) is { Length: > 0 } name ? $" (thay đ/c {name})" : "";
}

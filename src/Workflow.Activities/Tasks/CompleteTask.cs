using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Forms;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>A task of the general page is answered, with the fields of its form.</summary>
[Allow(Everyone = true)]
public sealed record CompleteTask(Guid CommandId, Guid TaskId, string Outcome, string Note, IReadOnlyDictionary<string, string> Fields) : ICommand;

internal sealed class CompleteTaskHandler(WorkflowDbContext db, TaskRights rights, TaskSheets sheets, ProcessRunner runner, Actor actor) : IRequestHandler<CompleteTask, Answer>
{
    private const int LongestNote = 1_000;

    public async Task<Answer> Handle(CompleteTask command, CancellationToken cancellationToken)
    {
        var (task, no) = await TaskChange.Find(db, command.TaskId, cancellationToken);
        if (task is null)
        {
            return no!;
        }

        var judged = await rights.Judge(task, cancellationToken);
        if (judged.Refusal is not null)
        {
            return Answer.No(judged.Refusal);
        }

        var (sheet, _) = await sheets.Read(task, cancellationToken);
        if (sheet.Outcomes.FirstOrDefault(outcome => outcome.Value == command.Outcome) is not { } outcome)
        {
            return Answer.No("task.outcome", "Đồng chí chọn một trong các nút trả lời của việc này.");
        }

        var note = command.Note.Trim();
        if (note.Length > LongestNote)
        {
            return Answer.No("task.note", $"Ghi chú dài quá {LongestNote} ký tự. Đồng chí viết gọn lại.");
        }

        var (values, problems) = Typed.Read(sheet, command.Fields);
        if (problems.Count > 0)
        {
            return Answer.No("task.fields", string.Join(' ', problems.Select(problem => problem.Text)));
        }

        task.ForId = judged.ForId;
        task.Note = note.Length > 0 ? note : task.Note;
        if (await runner.Answer(task.Id, outcome.Value, CaseVariables.Of(values), actor.PersonId, actor.Now, cancellationToken) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var answer = outcome.Value.Length > 0 ? outcome.Label : "đã làm xong";
        return Answer.Done(task.SubjectId, $"{actor.Name}{await TaskChange.InPlaceOf(db, judged.ForId, cancellationToken)}: “{task.Name}” - {answer}.{(note.Length > 0 ? $" Ghi chú: {note.TrimEnd('.')}." : "")}");
    }
}

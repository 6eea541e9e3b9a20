using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A secret document takes its number in the same book (36-HD); nothing of it is written down here but its day and how secret it is.</summary>
/// <param name="Level">One of <see cref="RegisterWords.Levels"/>.</param>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record RegisterOutside(Guid CommandId, string TypeKey, DateOnly? Day, string Level) : ICommand;

internal sealed class RegisterOutsideHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RegisterOutside, Answer>
{
    public async Task<Answer> Handle(RegisterOutside command, CancellationToken cancellationToken)
    {
        if (RegisterWords.TypeOf(command.TypeKey) is not { } type)
        {
            return Answer.No(RegisterWords.NoType);
        }

        if (!RegisterWords.Levels.Contains(command.Level))
        {
            return Answer.No("register.level", "Đồng chí chọn độ mật của văn bản.");
        }

        if (command.Day is not { } day || day > actor.Today)
        {
            return Answer.No("register.day", "Đồng chí ghi ngày của văn bản, không sau hôm nay.");
        }

        var numbering = new Numbering(db, actor);
        var (book, refusal) = await numbering.Hold(type, day, cancellationToken);
        if (book is null)
        {
            return Answer.No(refusal!);
        }

        var entry = numbering.Take(book, type, EntryKind.KeptOutside, day);
        entry.Note = command.Level;
        return Answer.Done(entry.Id, $"Đã ghi số {entry.NumberAndSymbol} cho văn bản độ {command.Level}; hồ sơ lưu ngoài hệ thống.");
    }
}

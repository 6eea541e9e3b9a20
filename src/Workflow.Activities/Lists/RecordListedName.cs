using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Lists;

/// <summary>Writes a name into the list, or how it is written from now on; what was there before stays in the history.</summary>
/// <param name="Aliases">Other forms that are right, one a line.</param>
/// <param name="To">The last day on which it existed, or null.</param>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record RecordListedName(Guid CommandId, NameKind Kind, string Name, string Aliases, DateOnly? To, string Successor, string Source) : ICommand;

internal sealed class RecordListedNameHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RecordListedName, Answer>
{
    private const int LongestAliases = 1_000;
    private const int FewestLetters = 3;

    public Task<Answer> Handle(RecordListedName command, CancellationToken cancellationToken) => Task.FromResult(Record(command));

    private Answer Record(RecordListedName command)
    {
        var (name, aliases, source) = (Plain(command.Name), string.Join('\n', command.Aliases.Split('\n').Select(Plain).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)), Plain(command.Source));
        if (!Enum.IsDefined(command.Kind) || name.Length is < FewestLetters or > ListedName.LongestName || !name.Any(char.IsUpper))
        {
            return Answer.No("lists.name", $"Đồng chí ghi tên đúng như cách viết trong văn bản, có chữ hoa, từ {FewestLetters} đến {ListedName.LongestName} ký tự (ví dụ: Ban Xây dựng Đảng).");
        }

        if (aliases.Length > LongestAliases || Plain(command.Successor).Length > ListedName.LongestName || source.Length > ListedDocument.LongestWords)
        {
            return Answer.No("lists.too-long", "Cách viết khác, tên thay thế hoặc nguồn ghi quá dài. Đồng chí rút gọn lại.");
        }

        if (source.Length == 0)
        {
            return Answer.No("lists.source", "Đồng chí ghi nguồn (văn bản, quyết định nào): người sau cần biết vì sao viết như vậy.");
        }

        if (command.Kind == NameKind.Level && command.To is null)
        {
            return Answer.No("lists.level-day", "Cấp, cơ quan thôi hoạt động cần ngày cuối cùng còn hoạt động. Đồng chí ghi ngày đó.");
        }

        db.Add(new ListedName
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            Kind = command.Kind,
            Name = name,
            Aliases = aliases,
            To = command.To,
            Successor = Plain(command.Successor),
            Source = source,
            IsDropped = false,
            At = actor.Now,
            ById = actor.PersonId,
        });
        return Answer.Done(actor.OrganizationId, $"Đã ghi tên “{name}” vào danh mục; nguồn: {source}. Văn bản được kiểm tra theo cách viết này từ bây giờ.");
    }

    private static string Plain(string words) => string.Join(' ', words.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

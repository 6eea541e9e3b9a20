using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Calendars;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Authority;

/// <summary>A line of the authority block as it was typed.</summary>
/// <param name="Body">Whose documents.</param>
/// <param name="Authority">"T/M ĐẢNG ỦY".</param>
/// <param name="Position">"BÍ THƯ".</param>
/// <param name="Office">Who signs.</param>
/// <param name="Types">Names of kinds, parted by commas; empty: all.</param>
/// <param name="Source">Where the rule stands.</param>
public sealed record TypedLine(BodyKind Body, string Authority, string Position, Office Office, string Types, string Source);

/// <summary>Puts a table of authority into force from a day on. Documents of earlier days keep theirs.</summary>
/// <param name="CopyOf">Key of the table it begins with.</param>
/// <param name="Powers">What each body issues.</param>
/// <param name="Lines">In the order in which they are offered; lines without words are left out.</param>
[Allow(Office.Administrator)]
public sealed record AddAuthority(Guid CommandId, string CopyOf, DateOnly From, string Name, string Source, IReadOnlyList<IssuingPower> Powers, IReadOnlyList<TypedLine> Lines) : ICommand;

internal sealed class AddAuthorityHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<AddAuthority, Answer>
{
    // A receipt that names more changes than these is no longer read.
    private const int MostNamed = 12;

    public async Task<Answer> Handle(AddAuthority command, CancellationToken cancellationToken)
    {
        var all = (await db.Set<OrganizationAuthority>().AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.Table).Concat(ShippedAuthority.All);
        if (all.FirstOrDefault(one => one.Key == command.CopyOf) is not { } origin)
        {
            return Answer.No("authority.no-origin", "Không có bảng được chọn để sao. Đồng chí tải lại trang rồi chọn lại.");
        }

        if (command.From <= actor.Today || command.From > actor.Today.AddYears(2))
        {
            return Answer.No("authority.day", $"Bảng mới có hiệu lực sớm nhất từ ngày mai ({CalendarWords.Of(actor.Today.AddDays(1))}) và trong vòng hai năm, vì văn bản của ngày nào theo bảng của ngày ấy. Đồng chí chọn lại ngày.");
        }

        var (name, source) = (command.Name.Normalize().Trim(), command.Source.Normalize().Trim());
        if (name.Length is < 5 or > OrganizationAuthority.LongestName || source.Length is < 5 or > OrganizationAuthority.LongestSource)
        {
            return Answer.No("authority.name", $"Đồng chí ghi tên bảng (từ 5 đến {OrganizationAuthority.LongestName} chữ) và căn cứ (từ 5 đến {OrganizationAuthority.LongestSource} chữ): người sau cần biết vì sao thẩm quyền từ ngày ấy khác.");
        }

        IReadOnlyList<IssuingPower> powers = [.. Enum.GetValues<BodyKind>().Select(body => new IssuingPower(body, [.. DocumentType.All.Select(type => type.Key).Where(key => command.Powers.Any(one => one.Body == body && one.Types.Contains(key)))], Kept(origin, command.Powers.FirstOrDefault(one => one.Body == body), source)))];
        IReadOnlyList<SigningLine> lines = [.. command.Lines.Select(Read).Where(line => line.Authority.Length + line.Position.Length > 0)];
        if (AuthorityRules.Judge(powers, lines) is { Count: > 0 } refused)
        {
            return Answer.No(refused[0].Code, string.Join(' ', refused.Take(5).Select(one => one.Text)) + (refused.Count > 5 ? $" Còn {refused.Count - 5} chỗ khác chưa đúng." : ""));
        }

        var changes = Changes(origin, powers, lines);
        var row = new OrganizationAuthority { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, Name = name, Source = source, CopiedFrom = origin.Name, ValidFrom = command.From, Values = AuthorityJson.Write(powers, lines), ById = actor.PersonId, At = actor.Now };
        db.Add(row);
        var said = changes.Count == 0 ? "giữ nguyên" : string.Join("; ", changes.Take(MostNamed)) + (changes.Count > MostNamed ? $"; và {changes.Count - MostNamed} chỗ khác" : "");
        return Answer.Done(row.Id, $"Đã đặt bảng thẩm quyền “{name}” từ ngày {CalendarWords.Of(command.From)}, sao từ “{origin.Name}”: {said}. Căn cứ: {source}");
    }

    // What a body issues keeps its source while it is the same; changed, it stands on that of the new table.
    private static string Kept(AuthorityTable origin, IssuingPower? typed, string source) =>
        origin.Powers.FirstOrDefault(one => one.Body == typed?.Body) is { } before && before.Types.ToHashSet().SetEquals(typed?.Types ?? []) ? before.Source : source;

    private static SigningLine Read(TypedLine typed)
    {
        static string Words(string words) => string.Join(' ', words.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var types = typed.Types.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => string.Equals(name.Normalize(), DocumentType.Copy.Name, StringComparison.OrdinalIgnoreCase) ? DocumentType.Copy.Key : DocumentType.Named(name)?.Key ?? name);
        return new(typed.Body, Words(typed.Authority), Words(typed.Position), typed.Office, [.. types.Distinct()], Words(typed.Source));
    }

    private static List<string> Changes(AuthorityTable origin, IReadOnlyList<IssuingPower> powers, IReadOnlyList<SigningLine> lines)
    {
        var changes = new List<string>();
        foreach (var power in powers)
        {
            var before = origin.Powers.FirstOrDefault(one => one.Body == power.Body)?.Types ?? [];
            string Names(IEnumerable<string> types) => string.Join(", ", types.Select(type => DocumentType.Of(type).Name));
            var (more, less) = (power.Types.Except(before).ToList(), before.Except(power.Types).ToList());
            changes.AddRange(more.Count > 0 ? [$"{ReviewWords.Of(power.Body)} được ban hành thêm {Names(more)}"] : []);
            changes.AddRange(less.Count > 0 ? [$"{ReviewWords.Of(power.Body)} không ban hành {Names(less)} nữa"] : []);
        }

        static string Say(SigningLine line) => $"{ReviewWords.Of(line.Body)}: {line.Words}, {OfficeNames.Of(line.Office)} ký{(line.Types.Count == 0 ? "" : $" {string.Join(", ", line.Types.Select(type => DocumentType.Of(type).Name))}")}";
        changes.AddRange(lines.Select(Say).Except(origin.Lines.Select(Say)).Select(line => $"thêm đề ký {line}"));
        changes.AddRange(origin.Lines.Select(Say).Except(lines.Select(Say)).Select(line => $"bỏ đề ký {line}"));
        return changes;
    }
}

using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Authority;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Authority;

/// <summary>A line of the form: as the table has it, or as it was typed before a refusal.</summary>
public sealed record LineField(int Index, BodyKind Body, string Authority, string Position, Office Office, string Types, string Source);

/// <summary>The dated tables of authority: see one, add one from a copy.</summary>
public sealed class AuthorityModel : WorkflowPage
{
    // Room for new lines under those of the copy.
    private const int Blank = 3;

    public AuthorityView? View { get; private set; }

    /// <summary>The table that is shown.</summary>
    public AuthorityTable Shown { get; private set; } = ShippedAuthority.All[^1];

    /// <summary>The lines of the form, with empty ones at the end.</summary>
    public IReadOnlyList<LineField> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? act, string? xem)
    {
        View = await Ask(new ReadAuthority());
        Shown = View.Rows.FirstOrDefault(row => row.Table.Key == Kept("copyOf", xem))?.Table ?? View.InForce;
        Lines = [.. Enumerable.Range(0, Math.Min(Math.Max(Shown.Lines.Count, TypedCount()) + Blank, AuthorityRules.MostLines)).Select(Line)];
        return act is null or "them-bang" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, string? copyOf, DateOnly? from, string? name, string? source) => act == "them-bang"
        ? await Act(new AddAuthority(commandId, copyOf ?? "", from ?? default, name ?? "", source ?? "", [.. Enum.GetValues<BodyKind>().Select(body => new IssuingPower(body, [.. TypedList($"may-{body}").OfType<string>()], ""))],
            [.. Enumerable.Range(0, TypedCount()).Select(index => Line(index)).Select(line => new TypedLine(line.Body, line.Authority, line.Position, line.Office, line.Types, line.Source))]), _ => "/quan-tri/tham-quyen", () => OnGet(act, copyOf))
        : NotFound();

    /// <summary>Whether a kind is ticked for a body: as typed before a refusal, otherwise as the table has it.</summary>
    public bool Issues(BodyKind body, string typeKey) => Typed("copyOf").Length > 0 ? TypedList($"may-{body}").Contains(typeKey) : Shown.Issues(body, typeKey);

    /// <summary>How things stand with a table today.</summary>
    public string StateOf(AuthorityRow row) => row.Table.Key == View!.InForce.Key ? "Đang dùng"
        : row.Table.ValidFrom > View.Today ? View.Rows.Any(other => other.At > row.At && other.Table.ValidFrom == row.Table.ValidFrom) ? "Đã được thay trước khi có hiệu lực" : "Sắp có hiệu lực"
        : "Dùng cho văn bản của những ngày trước";

    /// <summary>"Thông báo, Công văn"; "Mọi loại được ban hành" when there is no limit.</summary>
    public static string Kinds(IReadOnlyList<string> types) => types.Count == 0 ? "Mọi loại được ban hành" : string.Join(", ", types.Select(type => DocumentType.Of(type).Name));

    private int TypedCount() => Request.HasFormContentType ? Enumerable.Range(0, AuthorityRules.MostLines).Reverse().FirstOrDefault(index => Request.Form.ContainsKey($"line-{index}-authority"), -1) + 1 : 0;

    private LineField Line(int index)
    {
        var kept = index < Shown.Lines.Count ? Shown.Lines[index] : null;
        string Of(string field, string otherwise) => Kept($"line-{index}-{field}", otherwise);
        return new(index, Enum.TryParse<BodyKind>(Of("body", $"{kept?.Body}"), out var body) && Enum.IsDefined(body) ? body : BodyKind.ExecutiveCommittee, Of("authority", kept?.Authority ?? ""), Of("position", kept?.Position ?? ""),
            Enum.TryParse<Office>(Of("office", $"{kept?.Office}"), out var office) && AuthorityRules.Signers.Contains(office) ? office : Office.Secretary,
            Of("types", kept is null ? "" : string.Join(", ", kept.Types.Select(type => DocumentType.Of(type).Name))), Of("source", kept?.Source ?? ""));
    }
}

using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Layouts;
using Workflow.Domain.Layouts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Layouts;

/// <summary>The dated layouts: see one, compare two, add one from a copy.</summary>
public sealed class LayoutsModel : WorkflowPage
{
    public LayoutsView? View { get; private set; }

    /// <summary>The layout whose values are shown.</summary>
    public LayoutProfile Shown { get; private set; } = LayoutProfile.Hd05;

    /// <summary>The one it is held against, or null.</summary>
    public LayoutProfile? Against { get; private set; }

    public async Task<IActionResult> OnGet(string? act, string? xem, string? voi)
    {
        View = await Ask(new ReadLayouts());
        LayoutProfile? Named(string? key) => View.Rows.FirstOrDefault(row => row.Layout.Key == key)?.Layout;
        Shown = Named(Kept("copyOf", xem)) ?? View.InForce;
        Against = Named(voi);
        return act is null or "them-the-thuc" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, string? copyOf, DateOnly? from, string? name, string? source) => act == "them-the-thuc"
        ? await Act(new AddLayout(commandId, copyOf ?? "", from ?? default, name ?? "", source ?? "", LayoutFields.All.ToDictionary(field => field.Key, field => (string?)Typed(field.Key))), _ => "/quan-tri/the-thuc", () => OnGet(act, copyOf, null))
        : NotFound();

    /// <summary>Whether another value was typed before a refusal: its part of the form stands open.</summary>
    public bool IsChanged(LayoutField field) => Kept(field.Key, Shown[field.Key]) is var typed && (field.Read(typed) ?? typed) != Shown[field.Key];

    /// <summary>How things stand with a layout today.</summary>
    public string StateOf(LayoutRow row) => row.Layout.Key == View!.InForce.Key ? "Đang dùng"
        : row.Layout.ValidFrom > View.Today ? View.Rows.Any(other => other.At > row.At && other.Layout.ValidFrom == row.Layout.ValidFrom) ? "Đã được thay trước khi có hiệu lực" : "Sắp có hiệu lực"
        : row.At is null ? "Hướng dẫn để sao" : "Đã được thay";
}

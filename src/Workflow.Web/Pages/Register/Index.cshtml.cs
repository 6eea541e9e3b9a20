using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Register;

/// <summary>The outgoing register.</summary>
public sealed class RegisterModel : WorkflowPage
{
    public string Tim { get; private set; } = "";

    public Paged<RegisterRow> Documents { get; private set; } = new([], 1, 1);

    public async Task OnGet(string? tim, int trang = 1) => (Tim, Documents) = (tim ?? "", await Ask(new ReadRegister(tim ?? "", trang)));
}

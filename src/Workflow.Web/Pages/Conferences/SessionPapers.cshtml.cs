using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>The papers of a session: invitations and to whom they went, guests and their links, ballots, the notice of conclusions. The last part of the address is a file or an act.</summary>
public sealed class SessionPapersModel : WorkflowPage
{
    public SessionDeskView? View { get; private set; }

    /// <summary>Address of this page.</summary>
    public string Here => $"/hoi-nghi/{View!.Conference.Id}/giay-to";

    public async Task<IActionResult> OnGet(Guid id, string? act, Guid phieu)
    {
        if (PaperName.Read(act) is var (name, format))
        {
            return Download(await Paper(id, phieu, name, format));
        }

        return act is null ? await Show(id) : NotFound();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, SessionPaperForm form) => form.Command(id, act) is { } command ? await Act(command, _ => $"/hoi-nghi/{id}/giay-to", () => Show(id)) : NotFound();

    private Task<PaperFile?> Paper(Guid id, Guid vote, string name, PaperFormat format) => name switch
    {
        "giay-moi" => Ask(new ReadSessionPaper(id, SessionPaper.Invitation, format)),
        "giay-moi-tat-ca" => Ask(new ReadInvitationsPaper(id, format)),
        "diem-danh" => Ask(new ReadSessionPaper(id, SessionPaper.AttendanceList, format)),
        "diem-danh-trong" => Ask(new ReadSessionPaper(id, SessionPaper.BlankAttendanceList, format)),
        "thong-bao-ket-luan" => Ask(new ReadSessionPaper(id, SessionPaper.ConclusionNotice, format)),
        "phieu-bau" => Ask(new ReadBallotPaper(id, vote, format)),
        "phieu-kiem-trong" => Ask(new ReadCountPaper(id, vote, CountPaper.BlankTally, format)),
        "phieu-kiem" => Ask(new ReadCountPaper(id, vote, CountPaper.Tally, format)),
        "bien-ban-kiem-phieu" => Ask(new ReadCountPaper(id, vote, CountPaper.Record, format)),
        _ => Task.FromResult<PaperFile?>(null),
    };

    private async Task<IActionResult> Show(Guid id)
    {
        View = await Ask(new ReadSessionDesk(id));
        return View is null ? NotFound() : Page();
    }

    /// <summary>A guest's link as a picture.</summary>
    public string Picture(string path) => HttpContext.RequestServices.GetRequiredService<IQrCode>().DataUri(Address(path));

    /// <summary>A guest's link as one types it.</summary>
    public string Address(string path) => $"{Request.Scheme}://{Request.Host}{path}";
}

/// <summary>Every field that a form on the page of papers may send, and the command it makes.</summary>
public sealed class SessionPaperForm
{
    public Guid CommandId { get; set; }
    public DateOnly Day { get; set; }
    public TimeOnly Time { get; set; }
    public string? Place { get; set; }
    public string? Reason { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public Guid GuestId { get; set; }
    public bool Anew { get; set; }
    public Guid VoteId { get; set; }
    public int Count { get; set; }
    public string? Text { get; set; }
    public Guid ItemId { get; set; }

    /// <summary>The command of an act; null when there is no such act.</summary>
    public ICommand? Command(Guid id, string? act) => act switch
    {
        "gui-giay-moi" => new SendInvitations(CommandId, id),
        "moi-khach" => new InviteGuest(CommandId, id, Name ?? "", Address ?? ""),
        "cap-lien-ket" => new RevokeGuestPass(CommandId, id, GuestId, Anew),
        "doi-lich" => new MoveConference(CommandId, id, Day, Time, Place ?? "", Reason ?? ""),
        "huy-hoi-nghi" => new CancelConference(CommandId, id, Reason ?? ""),
        "nhan-tai-lieu" => new RecordMaterial(CommandId, ItemId),
        "in-phieu" => new IssueBallots(CommandId, VoteId, Count, Reason ?? ""),
        "loi-ket-luan" => new WriteConclusion(CommandId, id, Text ?? ""),
        _ => null,
    };
}

using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Reviews;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Review;

/// <summary>A round: where a member answers on one screen, and where the office sees who is missing. Opening it answers nothing.</summary>
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class RoundModel : WorkflowPage
{
    // A scan, and the form around it.
    private const int Largest = OpinionScan.Largest + 1_000_000;

    public RoundView? View { get; private set; }

    public CirculationProofView? Proof { get; private set; }

    /// <summary>The form that was sent, to open it again when it was refused.</summary>
    public string Sent { get; private set; } = "";

    private string? had;

    /// <summary>The version of the pages and scripts that a device may keep.</summary>
    public string OfflineVersion => HttpContext.RequestServices.GetRequiredService<OfflineFiles>().Version;

    /// <summary>What the reader's device keeps of the sheet.</summary>
    public string Sheet()
    {
        var (view, me) = (View!, View!.Me!);
        var notes = view.Notes.Select(note => note.Id).ToList();
        return JsonSerializer.Serialize(
            new KeptSheet(
                me.PersonId, view.Id, view.DraftId, view.VersionHash, had, me.Given.Count, notes, view.NamesDraft ? "" : view.Title, view.Question, view.Gist, notes.Count == 0 ? "" : $"{notes.Count} góp ý nháp đã lưu trên máy chủ sẽ gửi kèm.",
                view.MyAnswer is { } mine ? $"Đồng chí đã trả lời: {ReviewWords.Of(mine)}. Trả lời lại là đổi câu trả lời ấy." : "", view.UnsentReason.Length > 0 ? view.UnsentReason : me.Reason, view.ClosesAt, Vn.Moment(view.ClosesAt)),
            JsonSerializerOptions.Web);
    }

    public async Task<IActionResult> OnGet(Guid id, string? act = null, Guid? phieu = null, Guid? cua = null, string? co = null)
    {
        if (PaperName.Read(act) is ("phieu" or "phieu-trong", var format) name)
        {
            return Download(await Ask(new ReadOpinionPaper(id, cua, name.Name == "phieu-trong", format)));
        }

        if (act == "ban-quet")
        {
            return Download(await Ask(new ReadOpinionScan(id, phieu ?? Guid.Empty)));
        }

        if (act is not null && Problem is null && HttpMethods.IsGet(Request.Method))
        {
            // Who had to sign in anew comes back to the address of the form; what was typed is kept.
            return Redirect($"/lay-y-kien/{id}");
        }

        had = co;
        View = act is null ? await Ask(new ReadRound(id, co)) : null;
        Proof = View is { IsConcluded: true } ? await Ask(new ReadCirculationProof(id)) : null;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string act, RoundPost form)
    {
        ICommand? command = act switch
        {
            "gui" => new SendOpinion(form.CommandId, form.DraftId, form.Hash ?? "", form.Answer, form.Reason ?? "", id),
            "gui-sau" => new SendOpinion(form.CommandId, form.DraftId, form.Hash ?? "", form.Answer, form.Reason ?? "", id, form.After, form.Notes),
            "rut-lai" => new WithdrawOpinion(form.CommandId, id),
            "luu-phieu" => new KeepOpinion(form.CommandId, id, form.Chosen, form.Reason ?? ""),
            "nhap-thay" => new EnterOpinion(form.CommandId, id, form.Hash ?? "", form.PersonId, form.Answer, form.Reason ?? "", form.Means, form.Note ?? "", await Upload.Bytes(form.File)),
            "xem-phieu" => new JudgeEntry(form.CommandId, form.OpinionId, form.IsRight, form.Objection ?? ""),
            "giu-kin" => new TightenRound(form.CommandId, id, AnswersShown.AfterClose),
            "thay-ban" => new ReplaceAsked(form.CommandId, id, form.Hash ?? ""),
            "ket-luan" => new ConcludeCirculation(form.CommandId, id, form.HasDifferences, form.Statement ?? ""),
            _ => null,
        };
        Sent = act;
        return command is KeepOpinion keep ? await Quietly(keep)
            : command is null ? NotFound()
            : act == "gui-sau" ? await Plainly(command)
            : await Act(command, _ => $"/lay-y-kien/{id}", () => OnGet(id, co: form.Hash));
    }
}

/// <summary>Every field that a form on a round's page may send.</summary>
public sealed class RoundPost
{
    public Guid CommandId { get; set; }

    public Guid DraftId { get; set; }

    public string? Hash { get; set; }

    /// <summary>A number that is no answer, when none was chosen.</summary>
    public OpinionAnswer Answer { get; set; } = (OpinionAnswer)(-1);

    /// <summary>What is chosen in a form that is not sent yet.</summary>
    public OpinionAnswer? Chosen { get; set; }

    public string? Reason { get; set; }

    /// <summary>How many answers of the member there were when one that waited on a device was written.</summary>
    public int After { get; set; }

    /// <summary>The remarks that were to go along with it.</summary>
    public List<Guid> Notes { get; set; } = [];

    public Guid PersonId { get; set; }

    public OpinionMeans Means { get; set; }

    public string? Note { get; set; }

    public IFormFile? File { get; set; }

    public Guid OpinionId { get; set; }

    public bool IsRight { get; set; }

    public string? Objection { get; set; }

    public bool HasDifferences { get; set; }

    public string? Statement { get; set; }
}

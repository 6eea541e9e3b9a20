using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Activities.Review;
using Workflow.Activities.Signing;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>A draft: its text, changes, opinions, way, and file. The last part of the address is the tab shown or the act asked for.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class DraftModel(Actor actor) : WorkflowPage
{
    private static readonly Dictionary<string, string> TabOf = new()
    {
        ["tra-loi"] = "y-kien",
        ["tiep-thu-cau-chu"] = "y-kien",
        ["ket-thuc"] = "y-kien",
        ["tra-loi-nhieu"] = "y-kien",
        ["gop-lai"] = "y-kien",
        ["giao-tra-loi"] = "y-kien",
        ["neu-lai"] = "y-kien",
        ["tai-len"] = "ho-so",
        ["lay-lai"] = "ho-so",
    };

    public DraftView? View { get; private set; }

    public string Tab { get; private set; } = "van-ban";

    public bool IsOffice { get; private set; }

    /// <summary>Whether the reader drew the draft up: some comments may be given to them to answer.</summary>
    public bool IsDrafter { get; private set; }

    /// <summary>Which comments are listed.</summary>
    public string Filter { get; private set; } = "";

    /// <summary>The clause whose comments alone are listed.</summary>
    public string Clause { get; private set; } = "";

    public IReadOnlyList<FindingRow> Findings { get; private set; } = [];

    /// <summary>The bodies that were asked and are to be asked; only where the way is shown.</summary>
    public ChainView? Chain { get; private set; }

    /// <summary>The note typed with a file that was then left for another.</summary>
    public string NoteBefore { get; private set; } = "";

    /// <summary>The clause whose remark form is open, and what it begins with.</summary>
    public string Remarking { get; private set; } = "";

    public string Quote { get; private set; } = "";

    public string QuoteStart { get; private set; } = "-1";

    public bool Wording { get; private set; }

    /// <summary>The own unsent remark that is written on.</summary>
    public Guid? Note { get; private set; }

    /// <summary>The clause whose text is being edited.</summary>
    public string Editing { get; private set; } = "";

    /// <summary>The clause in which a technical correction is being proposed.</summary>
    public string Correcting { get; private set; } = "";

    /// <summary>The session that this draft goes to, and what that means for its material; empty when none is called.</summary>
    public DraftSessionView? Session { get; private set; }

    /// <summary>Technical corrections of the adopted text; null when it is not adopted.</summary>
    public CorrectionsView? Corrections { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string tab, string? doan = null, int? tu = null, string? cau = null, string? chu = null, string? sua = null, Guid? tep = null, string? chinh = null, string? loc = null, Guid? nhap = null, int trang = 1)
    {
        (Filter, Note) = (loc ?? "", nhap);
        Correcting = chinh ?? "";
        (Remarking, Quote, Wording, Editing) = (doan ?? "", cau ?? "", chu is not null, sua ?? "");
        QuoteStart = (tu ?? -1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (PaperName.Read(tab) is var (name, format))
        {
            return await Paper(id, name, format);
        }

        if (HttpMethods.IsGet(Request.Method) && tab is ("gop-y" or "neu-lai" or "tra-loi" or "tra-loi-nhieu"))
        {
            // Who had to sign in anew comes back to the address of the form; what was typed is kept.
            return Redirect($"/du-thao/{id}/{TabOf.GetValueOrDefault(tab, "van-ban")}");
        }

        Clause = tab == "y-kien" ? doan ?? "" : "";
        View = await Ask(new ReadDraft(id, new(tab switch { "van-ban" => CommentsPlace.InText, "y-kien" => CommentsPlace.Listed, _ => CommentsPlace.Nowhere }, Filter, Clause, trang)));
        if (View is null)
        {
            return NotFound();
        }

        Tab = tab;
        IsDrafter = View.Draft.DrafterId == actor.PersonId;
        IsOffice = Offices.OfDesk.Any((await actor.OfficesHeld(HttpContext.RequestAborted)).Contains);
        if (tab == "van-ban")
        {
            await Keep(new MarkRead(Guid.CreateVersion7(), id, View.Draft.CurrentRound));
        }

        Session = await Ask(new ReadDraftSession(id));
        Chain = tab == "tien-trinh" ? await Ask(new ReadChain(id)) : null;
        Corrections = tab == "van-ban" ? await Ask(new ReadCorrections(id)) : null;
        Findings = tab == "van-ban" ? await Ask(new ReadFindings(id)) ?? [] : [];
        NoteBefore = tep is { } left && await Ask(new ReadUpload(left, TrackedChanges.Accept)) is { } before ? before.Note : "";
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string tab, DraftForm form)
    {
        ICommand? command = tab switch
        {
            "trinh" => new SubmitDraft(form.CommandId, id),
            "gop-y" => new AddComment(form.CommandId, id, form.Hash ?? "", form.ClauseId ?? "", form.Text ?? "", form.Quote ?? "", form.QuoteStart, form.Wording ? form.Proposed ?? "" : null, form.Readers, form.NoteId),
            "luu-nhap" => new AddComment(form.CommandId, id, form.Hash ?? "", form.ClauseId ?? "", form.Text ?? "", form.Quote ?? "", form.QuoteStart, form.Wording ? form.Proposed ?? "" : null, form.Readers, form.NoteId, IsTyping: true),
            "bo-nhap" => new DropComment(form.CommandId, form.NoteId),
            "dung-cho" => new ConfirmPlace(form.CommandId, form.CommentId, form.Hash ?? "", form.Passed),
            "tiep-thu-cau-chu" => new TakeUpProposals(form.CommandId, id, form.Hash ?? "", form.Chosen, form.Reason ?? ""),
            "ket-thuc" => new CloseReview(form.CommandId, id),
            "tra-loi" => new AnswerComment(form.CommandId, form.CommentId, form.Disposition, form.Reason ?? "", form.DoneIn),
            "tra-loi-nhieu" => new AnswerComments(form.CommandId, id, form.Chosen, form.Disposition, form.Reason ?? "", form.DoneIn),
            "gop-lai" => new MergeComments(form.CommandId, id, form.Chosen),
            "giao-tra-loi" => new AssignComments(form.CommandId, id, form.Chosen),
            "neu-lai" => new ObjectToAnswer(form.CommandId, form.CommentId, form.Text ?? ""),
            "sua" => new EditClause(form.CommandId, id, form.Hash ?? "", form.ClauseId ?? "", form.Text ?? "", "Sửa trên trang"),
            "tai-len" => new StageUpload(form.CommandId, id, form.Hash ?? "", "", form.Note ?? "", form.File?.FileName ?? "", await Upload.Bytes(form.File)),
            "lay-lai" => new RestoreVersion(form.CommandId, id, form.Hash ?? "", form.Round),
            "hoan-chinh" => new FinishRevision(form.CommandId, id),
            "ky" => new SignResolution(form.CommandId, id, form.Hash ?? ""),
            "sua-ky-thuat" => new ProposeCorrection(form.CommandId, id, form.Hash ?? "", form.SpotPart, form.SpotPlace, form.Quote ?? "", form.Proposed ?? "", form.Kind, form.Reason ?? ""),
            "duyet-sua" => new DecideCorrection(form.CommandId, form.CorrectionId, form.Passed),
            "dat-dau-hieu" => new SetMarks(form.CommandId, id, form.Urgency, form.Circulation ?? ""),
            "tra-lai" => new ReturnUnsigned(form.CommandId, id, form.Reason ?? ""),
            "dong-dau" => new SealDocument(form.CommandId, form.IssuedId),
            "ky-lai" => new RetrySignature(form.CommandId, id),
            _ => null,
        };
        if (command is AddComment { IsTyping: true } typing)
        {
            return await Quietly(typing);
        }

        var shown = TabOf.GetValueOrDefault(tab, "van-ban");
        return command is null ? NotFound() : await Act(command, answer => tab == "bo-nhap" && form.Ve is { } back && Url.IsLocalUrl(back) ? back : tab == "tai-len" ? $"/du-thao/xem-truoc/{answer.Id}" : $"/du-thao/{id}/{shown}{(shown == "y-kien" ? form.ListPlace() : form.ClauseId is { } clause ? "#" + clause : "")}", () => OnGet(id, shown, tab == "gop-y" ? form.ClauseId : shown == "y-kien" ? form.Doan : null, loc: form.Loc, trang: form.Trang, sua: tab == "sua" ? form.ClauseId : null, chinh: tab == "sua-ky-thuat" ? form.ClauseId : null));
    }

    private async Task<IActionResult> Paper(Guid id, string name, PaperFormat format) => name switch
    {
        "tong-hop" => Download(await Ask(new ReadSynthesisPaper(id, format))),
        _ when format == PaperFormat.Word && name.StartsWith("ban-", StringComparison.Ordinal) && int.TryParse(name.AsSpan(4), out var round) => Download(await Ask(new ReadDraftPaper(id, round))),
        _ => NotFound(),
    };
}

/// <summary>Every field that a form on a draft's page may send.</summary>
public sealed class DraftForm
{
    public Guid CommandId { get; set; }

    public string? Hash { get; set; }

    public bool Passed { get; set; }

    public int Round { get; set; }

    public string? Note { get; set; }

    public string? ClauseId { get; set; }

    public string? Text { get; set; }

    public string? Quote { get; set; }

    public int QuoteStart { get; set; } = -1;

    public bool Wording { get; set; }

    public string? Proposed { get; set; }

    public List<Guid> Chosen { get; set; } = [];

    public CommentReaders Readers { get; set; }

    public Guid NoteId { get; set; }

    /// <summary>The version that carries out what a comment asks.</summary>
    public int? DoneIn { get; set; }

    /// <summary>Where an act leads back to, when it was not asked for on this page.</summary>
    public string? Ve { get; set; }

    /// <summary>Which comments were listed, and which page of them: where an answer leads back to.</summary>
    public string? Loc { get; set; }

    public string? Doan { get; set; }

    public int Trang { get; set; } = 1;

    public string ListPlace() => string.IsNullOrEmpty(Loc) && string.IsNullOrEmpty(Doan) && Trang <= 1 ? "" : $"?loc={Uri.EscapeDataString(Loc ?? "")}&doan={Uri.EscapeDataString(Doan ?? "")}&trang={Trang}";

    public string? Reason { get; set; }

    public Guid CommentId { get; set; }

    public Guid CorrectionId { get; set; }

    public CorrectionKind Kind { get; set; }

    /// <summary>"Words|" and a clause, "Subject|", "Recipient|" and a line: where a technical correction is proposed.</summary>
    public string? Spot { get; set; }

    public CorrectionPart SpotPart => Enum.TryParse<CorrectionPart>(Spot?.Split('|')[0], out var part) && Enum.IsDefined(part) ? part : CorrectionPart.Words;

    public string SpotPlace => Spot?.Split('|', 2) is [_, var place] ? place : "";

    public Disposition Disposition { get; set; }

    public Guid IssuedId { get; set; }

    public PaperUrgency Urgency { get; set; }

    public string? Circulation { get; set; }

    public IFormFile? File { get; set; }
}

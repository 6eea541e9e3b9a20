using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;

namespace Workflow.Web.Pages.Conferences;

/// <summary>Every field that a form on a conference's page may send, and the command it makes.</summary>
public sealed class ConferenceForm
{
    public Guid CommandId { get; set; }
    public List<PresenceField> Entries { get; set; } = [];
    public string? Discussion { get; set; }
    public Guid ItemId { get; set; }
    public VoteMode Mode { get; set; }
    public VoteSubject Subject { get; set; }
    public Guid VoteId { get; set; }

    /// <summary>The answer to a question: "+", "-" or "0".</summary>
    public string? Marks { get; set; }

    /// <summary>Options favoured, 0-based, and how many there are.</summary>
    public List<int> Picks { get; set; } = [];
    public int OptionCount { get; set; }
    public string? Question { get; set; }

    /// <summary>Variants or candidates, one a line.</summary>
    public string? OptionLines { get; set; }
    public int Seats { get; set; } = 1;
    public List<Guid> CounterIds { get; set; } = [];
    public string? WithoutQuorum { get; set; }
    public List<CountField> Counts { get; set; } = [];
    public int Issued { get; set; }
    public int Collected { get; set; }
    public int Spoilt { get; set; }
    public string? Reason { get; set; }
    public ItemDecision Decision { get; set; }
    public Guid SpeechId { get; set; }
    public SpeechStep Step { get; set; }
    public bool Stop { get; set; }
    public string? Remark { get; set; }
    public string? ClauseId { get; set; }
    public Guid AmendmentId { get; set; }
    public bool TakeUp { get; set; }
    public string? Old { get; set; }
    public string? New { get; set; }
    public Guid? PersonId { get; set; }
    public string? Text { get; set; }
    public string? Hash { get; set; }
    public string? Code { get; set; }
    public AgendaKind Kind { get; set; }
    public string? Title { get; set; }
    public Guid? DraftId { get; set; }
    public string? Presenter { get; set; }
    public int Minutes { get; set; }
    public bool GuestsStay { get; set; }
    public List<PlaceField> Places { get; set; } = [];

    /// <summary>The command of an act; null when there is no such act.</summary>
    public ICommand? Command(Guid id, string? act) => act switch
    {
        "diem-danh" => new RecordAttendance(CommandId, id, [.. Entries.Select(entry => new PresenceEntry(entry.PersonId, entry.Presence, entry.Reason ?? "", entry.Was))], Discussion ?? ""),
        "co-mat" => new CheckIn(CommandId, id, Code ?? ""),
        "khai-mac" => new OpenConference(CommandId, id, WithoutQuorum ?? ""),
        "be-mac" => new CloseConference(CommandId, id),
        "chuyen-noi-dung" => new GoToItem(CommandId, id, ItemId == Guid.Empty ? null : ItemId),
        "them-noi-dung" => new AddAgendaItem(CommandId, id, Kind, Title ?? "", DraftId, Presenter ?? "", Minutes, GuestsStay),
        "sap-xep" => new ArrangeAgenda(CommandId, id, [.. Places.OrderBy(place => place.Order).Select(place => new AgendaPlace(place.ItemId, place.Under, place.Presenter ?? "", place.Minutes, place.GuestsStay))]),
        "bo-noi-dung" => new RemoveAgendaItem(CommandId, ItemId),
        "dang-ky" => new AskToSpeak(CommandId, ItemId, PersonId),
        "phat-bieu" => new ChangeSpeech(CommandId, SpeechId, Step),
        "ghi-loi" => new WriteRemark(CommandId, SpeechId, Remark ?? "", ClauseId ?? ""),
        "de-nghi-sua" => new MoveAmendment(CommandId, ItemId, ClauseId ?? "", Old ?? "", New ?? "", Reason ?? "", PersonId),
        "cung-de-nghi" => new SecondAmendment(CommandId, AmendmentId, PersonId),
        "xu-ly-sua" => new DecideAmendment(CommandId, AmendmentId, TakeUp, Reason ?? ""),
        "khong-tham-gia" => new Recuse(CommandId, ItemId, PersonId ?? Guid.Empty, Reason ?? ""),
        "mo-bieu-quyet" => new OpenVote(
            CommandId, ItemId, Mode, Subject, Question ?? "", ClauseId ?? "", AmendmentId == Guid.Empty ? null : AmendmentId, (OptionLines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), Seats, CounterIds, WithoutQuorum ?? ""),
        "bo-phieu" => new CastBallot(CommandId, VoteId, Ballot()),
        "tam-dung" => new HoldVote(CommandId, VoteId, Stop),
        "huy" => new VoidVote(CommandId, VoteId, Reason ?? ""),
        "kiem-dem" => new EnterCount(CommandId, VoteId, [.. Counts.Select(count => new OptionCount(count.InFavour, count.Against, count.Abstained))], Issued, Collected, Spoilt),
        "khoa" => new CloseVote(CommandId, VoteId),
        "ket-luan" => new DecideItem(CommandId, ItemId, Decision, Reason ?? ""),
        "ban-hoan-chinh" => new MakeFinalText(CommandId, ItemId),
        "xac-nhan-ban" => new ConfirmFinalText(CommandId, ItemId, Hash ?? ""),
        "bao-luu" => new ReserveOpinion(CommandId, ItemId, Text ?? ""),
        "ky-bien-ban" => new SignMinutes(CommandId, id, Hash ?? ""),
        _ => null,
    };

    // A question is answered by a mark; of several options those that were picked are favoured.
    private string Ballot() => OptionCount is <= 0 or > Vote.MostOptions ? Marks ?? ""
        : Marks == "0" ? new string(Domain.Conferences.Marks.Abstain, OptionCount)
        : string.Concat(Enumerable.Range(0, OptionCount).Select(option => Picks.Contains(option) ? Domain.Conferences.Marks.InFavour : Domain.Conferences.Marks.Against));
}

/// <summary>One line in the attendance form.</summary>
public sealed class PresenceField
{
    public Guid PersonId { get; set; }

    public Presence Presence { get; set; }

    /// <summary>What the page showed.</summary>
    public Presence? Was { get; set; }

    public string? Reason { get; set; }
}

/// <summary>What was counted of one option.</summary>
public sealed class CountField
{
    public int InFavour { get; set; }

    public int Against { get; set; }

    public int Abstained { get; set; }
}

/// <summary>Where an item of the agenda stands.</summary>
public sealed class PlaceField
{
    public Guid ItemId { get; set; }

    public int Order { get; set; }

    public bool Under { get; set; }

    public string? Presenter { get; set; }

    public int Minutes { get; set; }

    public bool GuestsStay { get; set; }
}

/// <summary>What a part of the page is drawn from.</summary>
public sealed record ItemPart(ConferenceModel Page, ConferenceView View, AgendaRow Item);

/// <summary>What a vote is drawn from.</summary>
public sealed record VotePart(ConferenceModel Page, ConferenceView View, AgendaRow Item, VoteRow Row);

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A vote on an item opens: the quorum is judged now, and who may vote is written down.</summary>
/// <param name="Options">Variants or candidates.</param>
/// <param name="Seats">How many may be elected.</param>
/// <param name="CounterIds">Who counts a secret ballot on paper; the first is the head.</param>
/// <param name="WithoutQuorum">Why it is taken without the quorum.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record OpenVote(
    Guid CommandId, Guid AgendaItemId, VoteMode Mode, VoteSubject Subject = VoteSubject.Whole, string Question = "", string ClauseId = "", Guid? AmendmentId = null, IReadOnlyList<string>? Options = null, int Seats = 1,
    IReadOnlyList<Guid>? CounterIds = null, string WithoutQuorum = "") : ICommand;

internal sealed class OpenVoteHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<OpenVote, Answer>
{
    public async Task<Answer> Handle(OpenVote command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.AgendaItemId, cancellationToken);
        if (conference is null || item is null)
        {
            return Answer.No(Sessions.NoItem);
        }

        if (await Refused(command, conference, item, cancellationToken) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var asked = await new VoteQuestion(db, item, command).Read(cancellationToken);
        if (asked.Refusal is not null)
        {
            return Answer.No(asked.Refusal);
        }

        var day = VietnamTime.DayOf(actor.Now);
        var body = await db.Set<Body>().SingleAsync(one => one.Id == conference.BodyId, cancellationToken);
        var roll = await Rolls.MembersOn(db, body.Kind, day, cancellationToken);
        var rules = await Rolls.ProfileOn(db, day, cancellationToken);
        var inRoom = (await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id && !row.IsGuest && row.Presence == Presence.Present).Select(row => row.PersonId!.Value).ToListAsync(cancellationToken)).Where(roll.Contains).ToHashSet();
        var recused = await db.Set<Recusal>().Where(one => one.ItemId == item.Id).Select(one => one.PersonId).ToListAsync(cancellationToken);
        if (Vote.MayOpen(rules, roll.Count, inRoom.Count, command.WithoutQuorum) is { } noQuorum)
        {
            return Answer.No(noQuorum);
        }

        var quorum = Voting.QuorumRequired(rules, roll.Count);
        var vote = new Vote
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            ConferenceId = conference.Id,
            AgendaItemId = item.Id,
            Number = await db.Set<Vote>().CountAsync(one => one.AgendaItemId == item.Id, cancellationToken) + 1,
            Subject = command.Subject,
            DraftId = item.DraftId,
            VersionHash = item.VersionHash,
            ClauseId = command.ClauseId,
            AmendmentId = command.AmendmentId,
            Question = asked.Question,
            OptionLines = string.Join('\n', asked.Options),
            Seats = command.Subject == VoteSubject.Election ? command.Seats : 1,
            Mode = command.Mode,
            OpenedAt = actor.Now,
            OpenedById = actor.PersonId,
            Incumbents = roll.Count,
            Present = inRoom.Count,
            Entitled = inRoom.Count(person => !recused.Contains(person)),
            QuorumRequired = quorum,
            WithoutQuorum = inRoom.Count < quorum ? command.WithoutQuorum.Trim() : "",
            Required = Voting.AdoptionRequired(rules, roll.Count),
            ProfileId = rules.Id,
        };
        db.Add(vote);
        db.AddRange(roll.Select(person => new VoteMember
        {
            Id = Guid.NewGuid(),
            OrganizationId = actor.OrganizationId,
            VoteId = vote.Id,
            PersonId = person,
            Standing = !inRoom.Contains(person) ? Standing.NotPresent : recused.Contains(person) ? Standing.Recused : Standing.MayVote,
        }));
        var counters = (command.CounterIds ?? []).Distinct().ToList();
        db.AddRange(counters.Select((person, index) => new Counter { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, VoteId = vote.Id, PersonId = person, IsHead = index == 0 }));
        conference.NowItemId = item.Id;
        return Answer.Done(vote.Id, $"Đã mở biểu quyết: có mặt {vote.Present}/{vote.Incumbents}, cần ít nhất {vote.Required} phiếu tán thành." + (vote.WithoutQuorum.Length > 0 ? $" Chưa đủ điều kiện, lý do vẫn biểu quyết: {vote.WithoutQuorum}" : ""));
    }

    private async Task<Refusal?> Refused(OpenVote command, Conference conference, AgendaItem item, CancellationToken ct)
    {
        if (await Sessions.MayLead(actor, conference, ct) is { } notYours)
        {
            return notYours;
        }

        if (!Enum.IsDefined(command.Mode) || !Enum.IsDefined(command.Subject))
        {
            return new("vote.mode", "Đồng chí chọn hình thức biểu quyết.");
        }

        if ((Sessions.MustRun(conference) ?? (item.Decision is not null || await db.Set<Vote>().AnyAsync(vote => vote.AgendaItemId == item.Id && vote.Subject == VoteSubject.Whole && vote.Adopted == true && vote.VoidedAt == null, ct) ? new Refusal("conference.voted", "Nội dung này đã được biểu quyết.") : null)) is { } notNow)
        {
            return notNow;
        }

        if (item.DraftId is { } draftId && await db.Set<Draft>().Where(one => one.Id == draftId).Select(one => one.CurrentHash).SingleAsync(ct) != item.VersionHash)
        {
            return new("conference.stale", "Dự thảo đã có bản mới sau khi đưa vào chương trình. Cần triệu tập lại với bản mới.");
        }

        // One vote at a time: nobody must wonder what a raised hand is for.
        if (await db.Set<Vote>().Where(vote => vote.ClosedAt == null && vote.VoidedAt == null && (vote.ConferenceId == conference.Id || (vote.DraftId != null && vote.DraftId == item.DraftId))).Select(vote => (Guid?)vote.ConferenceId).FirstOrDefaultAsync(ct) is { } running)
        {
            return running == conference.Id
                ? new("conference.vote-open", "Hội nghị đang biểu quyết một nội dung khác. Đồng chí khóa hoặc hủy biểu quyết ấy trước.")
                : new("conference.being-voted", "Dự thảo này đang được biểu quyết ở một hội nghị khác. Đồng chí khóa biểu quyết ấy trước.");
        }

        return (command.Subject.MustBeSecret() || item.Kind == AgendaKind.Personnel) && !command.Mode.IsSecret()
                ? new("vote.must-be-secret", "Bầu cử, lấy phiếu tín nhiệm và công tác cán bộ phải bỏ phiếu kín (Điều lệ Đảng, Điều 12).")
            : command.Mode == VoteMode.SecretPaper && await NotCounters(command, conference, ct) is { } counters ? counters
            : command.WithoutQuorum.Length > Conference.LongestReason ? new("conference.reason-long", "Lý do dài quá 1.000 chữ. Đồng chí viết gọn lại.")
            : null;
    }

    private async Task<Refusal?> NotCounters(OpenVote command, Conference conference, CancellationToken ct)
    {
        var ids = (command.CounterIds ?? []).Distinct().ToList();
        return ids.Count != Counter.Needed || await db.Set<Attendance>().CountAsync(row => row.ConferenceId == conference.Id && !row.IsGuest && row.Presence == Presence.Present && row.PersonId != null && ids.Contains(row.PersonId.Value), ct) != Counter.Needed
            ? new("vote.counters", "Bỏ phiếu kín bằng giấy cần ban kiểm phiếu gồm ba ủy viên khác nhau đang có mặt.")
            : null;
    }
}

/// <summary>What exactly is asked in a vote.</summary>
internal sealed class VoteQuestion(WorkflowDbContext db, AgendaItem item, OpenVote command)
{
    public async Task<(string Question, IReadOnlyList<string> Options, Refusal? Refusal)> Read(CancellationToken ct)
    {
        var title = item.DraftId is { } draftId ? (await db.Set<Draft>().AsNoTracking().SingleAsync(one => one.Id == draftId, ct)).Title() : item.Title;
        var options = (command.Options ?? []).Select(one => one.Trim().Normalize()).Where(one => one.Length > 0).ToList();
        var wanted = command.Question.Trim().Normalize();
        (string, IReadOnlyList<string>, Refusal?) No(string code, string text) => ("", [], new(code, text));
        if (wanted.Length > Vote.LongestQuestion || options.Any(one => one.Length > 200 || one.Contains('\n', StringComparison.Ordinal)))
        {
            return No("vote.long", "Câu hỏi biểu quyết tối đa 500 chữ, mỗi phương án tối đa 200 chữ.");
        }

        switch (command.Subject)
        {
            case VoteSubject.Whole when item.VersionId is null:
                return No("vote.no-text", "Nội dung này không có dự thảo để biểu quyết toàn văn. Đồng chí chọn “Biểu quyết một vấn đề”.");
            case VoteSubject.Whole:
                var open = await db.Set<Amendment>().Where(one => one.ItemId == item.Id && one.State == AmendmentState.Moved).Select(one => one.Number).ToListAsync(ct);
                var standing = await Amendments.Standing(db, item.Id, ct);
                return open.Count > 0 ? No("vote.amendments-open", $"Còn đề nghị sửa đổi chưa xử lý (số {string.Join(", ", open.Order())}). Hội nghị biểu quyết hoặc chủ trì tiếp thu từng đề nghị trước khi biểu quyết toàn văn.")
                    : ($"Thông qua {title}" + (standing.Count == 0 ? "" : $", cùng {standing.Count} sửa đổi đã được hội nghị chấp nhận (số {string.Join(", ", standing.Select(one => one.Number))})"), [], null);
            case VoteSubject.Clause:
                var text = item.VersionId is { } version ? await VersionTexts.Of(db, version, item.VersionHash, ct) : null;
                return text?.Clauses.FirstOrDefault(one => one.Id == command.ClauseId) is { } clause ? ($"Thông qua mục “{ClauseTitles.Of(text, clause)}”", [], null) : No("vote.clause", "Không thấy mục này trong dự thảo.");
            case VoteSubject.Amendment:
                var amendment = await db.Set<Amendment>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == command.AmendmentId && one.ItemId == item.Id, ct);
                return amendment is not { State: AmendmentState.Moved } ? No("amendment.decided", "Đề nghị sửa đổi này đã được xử lý xong.")
                    : Amendments.Apply(await VersionTexts.Of(db, item.VersionId!.Value, item.VersionHash, ct), [.. await Amendments.Standing(db, item.Id, ct), amendment]).Refusal is { } collides ? ("", [], collides)
                    : ($"Chấp nhận đề nghị sửa đổi số {amendment.Number} tại “{amendment.ClauseTitle}”", [], null);
            case VoteSubject.Variants or VoteSubject.Election:
                return options.Count < (command.Subject == VoteSubject.Variants ? 2 : 1) || options.Count > Vote.MostOptions || options.Distinct(StringComparer.OrdinalIgnoreCase).Count() != options.Count
                        ? No("vote.options", command.Subject == VoteSubject.Variants ? "Đồng chí ghi từ hai phương án khác nhau trở lên, mỗi phương án một dòng (tối đa 30)." : "Đồng chí ghi danh sách bầu cử, mỗi người một dòng, không trùng tên (tối đa 30).")
                    : command.Subject == VoteSubject.Election && (command.Seats < 1 || command.Seats > options.Count) ? No("vote.seats", "Số lượng cần bầu từ 1 đến số người trong danh sách.")
                    : wanted.Length == 0 ? No("vote.question", "Đồng chí ghi rõ biểu quyết về việc gì.")
                    : (wanted, options, null);
            default:
                return wanted.Length == 0 ? No("vote.question", "Đồng chí ghi rõ biểu quyết về việc gì.") : (wanted, [], null);
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The papers of a session as they follow from its record.</summary>
internal sealed class SessionPaperModels
{
    private readonly SessionRecord record;
    private readonly Organization organization;
    private readonly IReadOnlyDictionary<Guid, string> positions;
    private readonly (string Authority, string Position, string Name) chief;
    private readonly (string Authority, string Position, string Name) chair;

    private SessionPaperModels(SessionRecord record, Organization organization, Term term, IReadOnlyDictionary<Guid, string> positions, string chief, SigningLine? chair)
    {
        (this.record, this.organization, this.positions) = (record, organization, positions);
        FullName = $"{record.Name} khóa {term.Ordinal}, nhiệm kỳ {term.Years}";

        // The office writes by order of the Standing Committee (DOMAIN §1.8).
        this.chief = ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", chief);
        this.chair = (chair?.Authority ?? "", chair?.Position ?? "", record.NameOf(record.Conference.ChairId));
    }

    /// <summary>"Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025-2030".</summary>
    public string FullName { get; }

    /// <summary>Who calls: the Standing Committee the Executive Committee, the Standing Board the Standing Committee (DOMAIN §1.2).</summary>
    public string Convener => record.Body.Kind == BodyKind.ExecutiveCommittee ? $"Ban Thường vụ {organization.Name}" : $"Thường trực {organization.Name}";

    private Conference Conference => record.Conference;

    public static async Task<SessionPaperModels> Of(WorkflowDbContext db, SessionRecord record, CancellationToken ct)
    {
        var day = VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt);
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == record.Conference.OrganizationId, ct);
        var term = await db.Set<Term>().AsNoTracking().SingleAsync(row => row.Id == record.Conference.TermId, ct);
        var held = await db.Set<OfficeHeld>().AsNoTracking().Where(row => row.From <= day && (row.To == null || row.To >= day)).OrderBy(row => row.Id).ToListAsync(ct);
        var chief = held.Find(row => row.Office == Office.ChiefOfOffice) is { } one ? record.NameOf(one.PersonId) : "";
        var lines = (await AuthorityOn.Day(db, day, ct)).For(record.Body.Kind, "thong-bao").FirstOrDefault(line => held.Exists(row => row.PersonId == record.Conference.ChairId && row.Office == line.Office));
        var people = record.Attendance.Where(row => row.PersonId is not null).Select(row => row.PersonId!.Value).ToList();
        var positions = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Position, ct);

        // The Party office a person holds stands before what they are elsewhere.
        foreach (var row in held.Where(row => positions.ContainsKey(row.PersonId) && row.Office <= Office.DeputySecretary))
        {
            positions[row.PersonId] = OfficeNames.Of(row.Office);
        }

        return new(record, organization, term, positions, chief, lines);
    }

    /// <summary>SHA-256 of what an invitation tells: time, place, and the agenda with the versions of its drafts. 64 hexadecimal digits.</summary>
    public static string ToldHash(SessionRecord record) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        record.Items.Select(one => $"{one.Number}\t{one.Title}\t{one.Item.Presenter}\t{one.Item.VersionHash}\t{one.Item.GuestsStay}").Prepend(record.Conference.Place).Prepend(record.Conference.StartsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))).Normalize())));

    public InvitationModel Invitation(DateOnly? day) => new(
        Header(day, "GM"), Convener, FullName, Conference.Extraordinary, Conference.StartsAt, Conference.Place, record.NameOf(Conference.ChairId), Items(_ => true), Items(item => item.GuestsStay), chief);

    public AttendanceListModel AttendanceList()
    {
        var filled = Conference.OpenedAt is not null;
        var came = record.Movements.Where(one => one.IsIn).ToLookup(one => one.AttendanceId, one => one.At);
        AttendanceLine Line(Attendance row) => new(
            record.NameOf(row), row.PersonId is { } id ? positions.GetValueOrDefault(id, "") : "", came[row.Id].Any() ? Hour(came[row.Id].First()) : "",
            row.Presence switch
            {
                Presence.AbsentWithReason => $"Vắng có lý do: {row.Reason}",
                Presence.Absent => "Vắng không lý do",
                Presence.Summoned when !came[row.Id].Any() => row.IsGuest ? "" : "Không điểm danh",
                Presence.Left => $"Ra về{(record.Movements.Any(one => one.AttendanceId == row.Id && !one.IsIn) ? " lúc " + Hour(record.Movements.Last(one => one.AttendanceId == row.Id && !one.IsIn).At) : "")}{(row.Reason.Length > 0 ? ": " + row.Reason : "")}",
                _ => came[row.Id].Any() && came[row.Id].First() > (Conference.OpenedAt ?? DateTimeOffset.MaxValue) ? "Đến sau khai mạc" : "",
            });
        var opened = Movement.InRoom(record.Movements, Conference.OpenedAt ?? Conference.StartsAt);
        var there = record.Members.Count(row => opened.Contains(row.Id));
        return new(
            Header(VietnamTime.DayOf(Conference.OpenedAt ?? Conference.StartsAt)), FullName, Conference.StartsAt, Conference.Place, [.. record.Members.Select(Line)], [.. record.Attendance.Where(row => row.IsGuest).Select(Line)], filled,
            filled ? $"Triệu tập {record.Members.Count()} đồng chí. Khi khai mạc lúc {Hour(Conference.OpenedAt!.Value)} có mặt {there}; cần ít nhất {record.QuorumRequired}: {(there >= record.QuorumRequired ? "đủ" : "không đủ")} điều kiện ({record.Rules.VotingSource})." : "",
            record.NameOf(Conference.NoteTakerId), record.NameOf(Conference.ChairId));
    }

    public ConclusionNoticeModel ConclusionNotice()
    {
        var opened = Conference.OpenedAt ?? Conference.StartsAt;
        var inRoom = Movement.InRoom(record.Movements, opened);
        return new(
            Header(Conference.ClosedAt is { } closed ? VietnamTime.DayOf(closed) : null, "TB"), FullName,
            $"Ngày {VietnamTime.DayOf(opened).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}, tại {Conference.Place}, {FullName} đã họp do đồng chí {record.NameOf(Conference.ChairId)} chủ trì; có mặt {record.Members.Count(row => inRoom.Contains(row.Id))}/{record.Members.Count()} đồng chí{(Conference.Extraordinary.Length > 0 ? $" (họp bất thường, {Conference.Extraordinary.TrimEnd('.')})" : "")}. Hội nghị thảo luận và kết luận như sau:",
            [.. record.Items.Select(one => new NoticeItem(
                one.Number, one.Title, one.Item.Decision is { } decision ? ConferenceWords.Of(decision) + (one.Item.DecisionReason.Length > 0 ? $", lý do: {one.Item.DecisionReason}" : "") : "",
                [.. record.Votes[one.Item.Id].Where(vote => vote is { ClosedAt: not null, VoidedAt: null, Subject: not VoteSubject.Amendment and not VoteSubject.Clause }).Select(vote => $"{vote.Question}: {vote.ResultSentence()}")]))],
            Conference.Conclusion, [$"Các đồng chí Ủy viên {(record.Body.Kind == BodyKind.ExecutiveCommittee ? "Ban Chấp hành" : "Ban Thường vụ")}", "Các cơ quan, đơn vị có liên quan", "Lưu Văn phòng"], chair);
    }

    public PaperVote Asked(Vote vote) => new(
        vote.Subject switch { VoteSubject.Election => "PHIẾU BẦU CỬ", VoteSubject.Confidence => "PHIẾU TÍN NHIỆM", _ => "PHIẾU BIỂU QUYẾT" },
        FullName, vote.Question, vote.OptionLines.Length == 0 ? [] : vote.Options, vote.Seats, vote.Subject == VoteSubject.Election);

    public CountRecordModel CountRecord(Vote vote, IReadOnlyList<string> counters, IReadOnlyList<BallotBatch> batches) => new(
        Header(VietnamTime.DayOf(vote.OpenedAt), "BB"), Asked(vote), vote.OpenedAt, vote.ClosedAt, Conference.Place, counters, $"có mặt {vote.Present}/{vote.Incumbents} đồng chí, được biểu quyết {vote.Entitled}",
        [.. batches.Select(batch => batch.Sentence)], vote.ClosedAt is null ? null : new(vote.Issued, vote.Collected, vote.Spoilt, vote.Tally),
        vote.VoidedAt is not null ? vote.VoidReason : vote.ClosedAt is not null ? vote.ResultSentence() : "", record.Rules.VotingSource, vote.VoidedAt is not null);

    /// <summary>The head of a paper of this session; with a kind it has room for a number.</summary>
    public PaperHeader Header(DateOnly? day, string kind = "") => new(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, day) { Symbol = kind.Length > 0 ? $"{kind}/{organization.Symbol}" : null };

    private List<InvitationItem> Items(Func<AgendaItem, bool> which) => [.. record.Items.Where(one => which(one.Item)).Select(one => new InvitationItem(one.Number, one.Title, one.Item.Presenter))];

    private static string Hour(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH 'giờ' mm", CultureInfo.InvariantCulture);
}

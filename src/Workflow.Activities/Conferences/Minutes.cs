using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The minutes as they follow from the record: nobody types a number.</summary>
internal static class Minutes
{
    public static async Task<MinutesModel> Of(WorkflowDbContext db, SessionRecord record, CancellationToken ct)
    {
        var conference = record.Conference;
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == conference.OrganizationId, ct);
        var term = await db.Set<Term>().AsNoTracking().SingleAsync(row => row.Id == conference.TermId, ct);
        var opened = conference.OpenedAt ?? conference.StartsAt;
        var came = record.Movements.Where(one => one.IsIn).ToLookup(one => one.AttendanceId);
        var atOpening = Movement.InRoom(record.Movements, opened);
        var there = record.Members.Where(row => row.IsPresent || came[row.Id].Any()).ToList();
        return new MinutesModel(
            new PaperHeader(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, VietnamTime.DayOf(opened)),
            $"{record.Name} khóa {term.Ordinal}, nhiệm kỳ {term.Years}",
            opened, conference.Place, record.NameOf(conference.ChairId), record.NameOf(conference.NoteTakerId), record.Members.Count(),
            there.ConvertAll(row => record.NameOf(row) + Times(record, row, opened)),
            [.. record.Members.Except(there).Where(row => row.Presence == Presence.AbsentWithReason).Select(row => (record.NameOf(row), row.Reason))],
            [.. record.Members.Except(there).Where(row => row.Presence != Presence.AbsentWithReason).Select(row => record.NameOf(row))],
            [.. record.Attendance.Where(row => row.IsGuest && came[row.Id].Any()).Select(record.NameOf)],
            record.Members.Count(row => atOpening.Contains(row.Id)), record.QuorumRequired, record.Rules.VotingSource, conference.Discussion, [.. record.Items.Select(one => Item(record, one.Item, one.Number, one.Title))])
        {
            Extraordinary = conference.Extraordinary,
            WithoutQuorum = conference.OpenedWithoutQuorum,
            Closed = conference.ClosedAt,
        };
    }

    private static string Times(SessionRecord record, Attendance row, DateTimeOffset opened)
    {
        var movements = record.Movements.Where(one => one.AttendanceId == row.Id).ToList();
        var late = movements.Find(one => one.IsIn) is { } first && first.At > opened ? $"đến lúc {Hour(first.At)}" : "";
        var left = row.Presence == Presence.Left && movements.FindLast(one => !one.IsIn) is { } last ? $"ra về lúc {Hour(last.At)}{(row.Reason.Length > 0 ? $", {row.Reason}" : "")}" : "";
        return late.Length + left.Length == 0 ? "" : $" ({string.Join("; ", new[] { late, left }.Where(words => words.Length > 0))})";
    }

    private static MinutesItem Item(SessionRecord record, AgendaItem item, string number, string title) => new(
        number, title, item.Presenter, item.VersionHash,
        [.. record.Speeches[item.Id].Where(one => one.StartedAt is not null).Select(one => $"Đồng chí {record.NameOf(one.PersonId)} phát biểu{(one.ClauseTitle.Length > 0 ? $" về “{one.ClauseTitle}”" : "")}{(one.Remark.Length > 0 ? $": {one.Remark}" : ".")}")],
        [.. record.Amendments[item.Id].Select(one => Amendment(record, one))],
        [.. record.Recusals[item.Id].Select(one => $"Đồng chí {record.NameOf(one.PersonId)} không tham gia biểu quyết nội dung này. Lý do: {one.Reason}")],
        [.. record.Votes[item.Id].Where(vote => !vote.IsUndecided).Select(vote => Vote(vote, record.Batches[vote.Id]))],
        [.. record.Reserved[item.Id].Select(one => $"Ý kiến bảo lưu của đồng chí {record.NameOf(one.PersonId)}: {one.Text}")],
        item.Decision is { } decision ? ConferenceWords.Of(decision) + (item.DecisionReason.Length > 0 ? $". Lý do: {item.DecisionReason}" : "") : "");

    private static string Amendment(SessionRecord record, Amendment one)
    {
        var words = one.Old.Length == 0 ? $"thêm “{one.New}”" : one.New.Length == 0 ? $"bỏ “{one.Old}”" : $"thay “{one.Old}” bằng “{one.New}”";
        var with = record.Seconders[one.Id].ToList();
        return $"Đề nghị sửa đổi số {one.Number} của đồng chí {record.NameOf(one.MoverId)} tại “{one.ClauseTitle}”: {words}"
            + (with.Count > 0 ? $" (cùng đề nghị: {string.Join(", ", with.Select(id => record.NameOf(id)))})" : "") + $". {ConferenceWords.Of(one.State)}" + (one.StateReason.Length > 0 && one.State is AmendmentState.TakenUp or AmendmentState.Withdrawn ? $": {one.StateReason}." : ".");
    }

    private static MinutesVote Vote(Vote vote, IEnumerable<BallotBatch> batches)
    {
        var papers = vote.Mode == VoteMode.SecretPaper && vote.ClosedAt is not null ? [$"Phiếu phát ra: {vote.Issued}; thu vào: {vote.Collected}; không hợp lệ: {vote.Spoilt}."] : Array.Empty<string>();
        var counts = vote.ClosedAt is null ? [] : vote.Options.Select((option, index) => (option.Length > 0 ? $"- {option}: tán thành" : "Tán thành") + $" {vote.Tally[index].InFavour}; không tán thành {vote.Tally[index].Against}; không có ý kiến {vote.Tally[index].Abstained}.");
        return new(
            vote.Question, ConferenceWords.Of(vote.Mode), $"có mặt {vote.Present}/{vote.Incumbents} đồng chí, được biểu quyết {vote.Entitled}{(vote.WithoutQuorum.Length > 0 ? $", chưa đủ điều kiện, lý do vẫn biểu quyết: {vote.WithoutQuorum}" : "")}",
            [.. batches.Select(batch => batch.Sentence), .. papers, .. counts], vote.VoidedAt is not null ? vote.VoidReason : vote.ResultSentence(), vote.OpenedAt, vote.VoidedAt is not null);
    }

    private static string Hour(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH 'giờ' mm", CultureInfo.InvariantCulture);
}

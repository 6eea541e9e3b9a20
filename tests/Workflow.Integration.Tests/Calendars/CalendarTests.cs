using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Calendars;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Calendars;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Integration.Tests.Review;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Calendars;

/// <summary>The calendar and the dated rules: changed by the office, on record, and never reaching back.</summary>
[Collection("cluster")]
public sealed class CalendarTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task A_year_is_shown_and_its_days_are_added_changed_and_removed_with_both_states_on_record()
    {
        await using var world = await ReviewWorld.Create(cluster, hosts: 2);
        var office = world.Office;
        var year = await world.First.Ask(office, new ReadCalendar(2026));
        Assert.Equal((2026, 12, 365, true, false), (year.Year, year.Months.Count, year.Months.Sum(month => month.Count), year.HasMoon, year.LacksFixed));
        Assert.Equal(DayKind.Off, year.Months[1][16].Kind);
        Assert.Contains(year.Days, day => day is { Kind: SpecialDay.WorkingDay, Name: "Làm bù cho ngày 31/8" } && day.Day == new DateOnly(2026, 8, 22));
        Assert.Equal(2026, (await world.First.Ask(office, new ReadCalendar(0))).Year);

        var day = new DateOnly(2026, 11, 24);
        await world.Refused("auth.not-allowed", world.Members[5], new AddCalendarDay(New, day, SpecialDay.Holiday, "Ngày Văn hóa Việt Nam", "Thông báo năm 2026"));
        await world.Refused("calendar.source", office, new AddCalendarDay(New, day, SpecialDay.Holiday, "Ngày Văn hóa Việt Nam", " "));
        var both = await Task.WhenAll(world.Hosts.Select(host => Task.Run(() => host.Act(office, new AddCalendarDay(New, day, SpecialDay.Holiday, "Ngày Văn hóa Việt Nam", "Thông báo năm 2026")))));
        Assert.Equal(["calendar.taken", null], both.Select(answer => answer.Refusal?.Code).OrderByDescending(code => code));
        var added = both.Single(answer => answer.Refusal is null).Id;

        // Changed on the same day, then moved to another, then taken out: each leaves what stood before.
        var changed = await world.Done(office, new ChangeCalendarDay(New, added, day, SpecialDay.Holiday, "Ngày Văn hóa Việt Nam", "Bộ luật Lao động sửa đổi"));
        await world.Refused("calendar.gone", office, new ChangeCalendarDay(New, added, day, SpecialDay.Holiday, "Lần nữa", "Thông báo năm 2026"));
        await world.Refused("calendar.taken", office, new ChangeCalendarDay(New, changed.Id, new(2026, 9, 2), SpecialDay.Holiday, "Lần nữa", "Thông báo năm 2026"));
        var moved = await world.Done(world.First.People["quantri"], new ChangeCalendarDay(New, changed.Id, day.AddDays(4), SpecialDay.WorkingDay, "Làm bù", "Thông báo năm 2026"));
        Assert.Equal(DayKind.Working, (await world.First.Ask(office, new ReadCalendar(2026))).Months[10][27].Kind);
        await world.Done(office, new RemoveCalendarDay(New, moved.Id));
        await world.Refused("calendar.gone", office, new RemoveCalendarDay(New, moved.Id));
        var after = await world.First.Ask(office, new ReadCalendar(2026));
        Assert.Equal(["Làm bù", "Ngày Văn hóa Việt Nam", "Ngày Văn hóa Việt Nam"], after.Removed.Select(row => row.Name).Order());
        Assert.All(after.Removed, row => Assert.NotEmpty(row.RemovedBy));
        Assert.Equal(4, await world.First.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act.EndsWith("CalendarDay"))));

        // A year nobody has entered: the fixed days come by one act, the moon's are asked for.
        Assert.Equal((true, false), ((await world.First.Ask(office, new ReadCalendar(2029))).LacksFixed, (await world.First.Ask(office, new ReadCalendar(2029))).HasMoon));
        await world.Done(office, new FillCalendarYear(New, 2029));
        Assert.Equal(5, (await world.First.Ask(office, new ReadCalendar(2029))).Days.Count);
        await world.Refused("calendar.full", office, new FillCalendarYear(New, 2029));
    }

    [Fact]
    public async Task A_round_does_not_close_on_a_day_off_and_keeps_its_day_whatever_is_entered_later()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var drafter = world.First.People["soanthao"];
        var draft = (await world.First.Draft(drafter, New, "Ủy ban nhân dân xã", "Kính trình.", "mau.txt", cluster.SampleBytes)).Id;
        await world.Done(drafter, new SubmitDraft(New, draft));

        // 28/11/2026 is a Saturday.
        var answer = await world.Done(world.Office, new AppraiseDraft(New, draft, await world.Hash(draft), true, "", new(2026, 11, 28), Points: await world.First.Judged()));
        Assert.Contains("hạn 17 giờ ngày 30/11/2026. Ngày 28/11/2026 là ngày nghỉ", answer.Text, StringComparison.Ordinal);
        Task<ReviewRound> Round() => world.First.Look(db => db.Set<ReviewRound>().AsNoTracking().SingleAsync(round => round.DraftId == draft));
        Assert.Equal(VietnamTime.At(new(2026, 11, 30), new(17, 0)), (await Round()).ClosesAt);
        Assert.Equal((await Round()).ClosesAt, await world.First.Look(db => db.Set<ProcessTimer>().Where(timer => timer.ElementId == "ReviewCloses").Select(timer => timer.DueAt).SingleAsync()));
        await world.Done(world.Office, new AddCalendarDay(New, new(2026, 11, 30), SpecialDay.Holiday, "Nghỉ đột xuất", "Thông báo 12-TB/ĐU"));
        Assert.Equal(VietnamTime.At(new(2026, 11, 30), new(17, 0)), (await Round()).ClosesAt);
    }

    [Fact]
    public async Task Rules_begin_tomorrow_at_the_earliest_and_change_nothing_of_a_round_that_is_open()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var chief = world.First.People["chanhvanphong"];
        var (_, round) = await world.Asked(cluster.SampleBytes);
        SetDeadlineRules Rules(DateOnly from, params int[] reminders) => new(New, from, DayKind.Half, new(7, 0), new(16, 30), new(11, 0), reminders, 60, new(6, 30), "Quy chế làm việc, Điều 12", true, false, "Quy chế làm việc sửa đổi, Điều 9.3");
        await world.Refused("auth.not-allowed", world.Office, Rules(new(2026, 11, 24), 60));
        await world.Refused("rules.day", chief, Rules(new(2026, 11, 23), 60));
        await world.Refused("rules.reminders", chief, Rules(new(2026, 11, 24), 60, 60));
        var printed = await world.First.Look(db => db.Set<ReviewRound>().AsNoTracking().SingleAsync(one => one.Id == round));
        await world.Done(chief, Rules(new(2026, 11, 24), 60));
        await world.Done(chief, Rules(new(2026, 11, 24), 180, 60));
        var view = await world.First.Ask(world.Office, new ReadDeadlineRules());
        Assert.Equal((3, false, "2880,1440,120", "180,60"), (view.All.Count, view.MaySet, view.InForce.Reminders, view.Offered.Reminders));

        // The open round keeps what was printed on it and planned for it; one that is opened tomorrow follows the new rules.
        world.Clock.Now += TimeSpan.FromDays(1);
        var now = await world.First.Look(db => db.Set<ReviewRound>().AsNoTracking().SingleAsync(one => one.Id == round));
        Assert.Equal((printed.SilenceRule, printed.SilenceCounts, printed.ClosesAt), (now.SilenceRule, now.SilenceCounts, now.ClosesAt));
        Assert.Equal([2880, 1440, 120], await Minutes(world, round));
        var drafter = world.First.People["soanthao"];
        var next = (await world.First.Draft(drafter, New, "Ủy ban nhân dân xã", "Kính trình.", "mau-2.txt", System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(cluster.SampleBytes) + "\n9. Thêm.\n"))).Id;
        await world.Done(world.Office, new OpenRound(New, next, await world.Hash(next), RoundPurpose.Comments, null, [world.Members[4].Id], "", new(2026, 11, 27), new(16, 0), AnswersShown.AfterMine));
        var opened = await world.First.Look(db => db.Set<ReviewRound>().AsNoTracking().SingleAsync(one => one.DraftId == next));
        Assert.Equal([180, 60], await Minutes(world, opened.Id));
        Assert.Equal("Quy chế làm việc sửa đổi, Điều 9.3", RuleProfile.InForce(view.All, new(2026, 11, 24))!.CirculationSource);
        Assert.Contains("được tính là tán thành", RuleProfile.InForce(view.All, new(2026, 11, 24))!.SilenceRule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "2026-11-26 17:00")]
    [InlineData(0, "2026-11-23 17:00")]
    [InlineData(5, "2026-11-30 17:00")]
    public async Task A_process_gets_a_deadline_in_working_days(int days, string expected)
    {
        await using var world = await ReviewWorld.Create(cluster);
        await using var scope = world.First.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Runtime.Storage.CurrentOrganization>().Id = world.First.OrganizationId;
        var activity = scope.ServiceProvider.GetServices<IActivity>().Single(one => one.Key == "working-deadline");
        ActivityRun Run(object? value) => new(New, world.First.OrganizationId, New, world.Clock.Now) { ReadVariables = _ => Task.FromResult(CaseVariables.Of(new Dictionary<string, object?> { ["workingDays"] = value })) };
        var result = await activity.Run(Run((decimal)days), default);
        Assert.Equal(expected, VietnamTime.Local(DateTimeOffset.Parse((string)result.Variables!["workingDue"]!, System.Globalization.CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await Assert.ThrowsAsync<InvalidOperationException>(() => activity.Run(Run("ba"), default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => activity.Run(Run(1.5m), default));
    }

    private static Task<List<int>> Minutes(ReviewWorld world, Guid round) => world.First.Look(db => db.Set<RoundDeadline>().Where(row => row.RoundId == round && row.Kind == DeadlineKind.Reminder).OrderBy(row => row.DueAt).Select(row => row.MinutesBefore).ToListAsync());
}

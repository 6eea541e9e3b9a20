using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>
/// Every gate before the adoption (appraisal, review, vote), every way in which a text changes: the change is made past the door, and the gate refuses it
/// for itself. Signing and sealing, the gates after the adoption, are tried in <see cref="TechnicalCorrectionsTests"/>.
/// </summary>
[Collection("cluster")]
public sealed class StaleTextGatesTests(TestCluster cluster)
{
    public static TheoryData<VersionCause> Causes => [.. Enum.GetValues<VersionCause>()];

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task No_gate_before_the_adoption_passes_with_a_text_that_was_changed_by(VersionCause cause)
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (drafter, office) = (world.People["soanthao"], world.People["vanphong"]);
        var draft = (await world.Draft(drafter, Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        Assert.Null((await world.Send(drafter, new SubmitDraft(Guid.CreateVersion7(), draft))).Refusal);

        // Appraisal: of the text that was looked at, or of none.
        var seen = await Hash(world, draft);
        await Force(world, draft, cause);
        var points = await world.Judged();
        AppraiseDraft Appraise(string hash) => new(Guid.CreateVersion7(), draft, hash, true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(5), Points: points);
        Assert.Equal("draft.stale", (await world.Send(office, Appraise(seen))).Refusal?.Code);
        Assert.Equal(0, await world.Look(db => db.Set<ReviewRound>().CountAsync()));
        var asked = await Hash(world, draft);
        Assert.Null((await world.Send(office, Appraise(asked))).Refusal);

        // Review: what was asked about is what is answered, whatever the draft has become.
        await Force(world, draft, cause);
        var changed = await Hash(world, draft);
        var member = await world.Look(db => db.Set<OpinionSheet>().Select(sheet => sheet.PersonId).FirstAsync());
        var person = world.People.Values.First(one => one.Id == member);
        var clause = (await world.Ask(office, new ReadDraft(draft)))!.Text.Clauses[1].Id;
        Assert.Equal("review.other-version", (await world.Send(person, new AddComment(Guid.CreateVersion7(), draft, changed, clause, "Xem lại."))).Refusal?.Code);
        Assert.Equal("review.other-version", (await world.Send(person, new SendOpinion(Guid.CreateVersion7(), draft, changed, OpinionAnswer.Agree, ""))).Refusal?.Code);
        Assert.Null((await world.Send(person, new SendOpinion(Guid.CreateVersion7(), draft, asked, OpinionAnswer.Agree, ""))).Refusal);
        Assert.Equal(asked, await world.Look(db => db.Set<OpinionSheet>().Where(sheet => sheet.PersonId == member).Select(sheet => sheet.VersionHash).SingleAsync()));

        // The vote: opened only on the text of the agenda, and its result counts only while that is the text.
        Assert.Null((await world.Send(office, new CloseReview(Guid.CreateVersion7(), draft))).Refusal);
        Assert.Null((await world.Send(office, new FinishRevision(Guid.CreateVersion7(), draft))).Refusal);
        var item = await Agenda(world, draft, office);
        var agreed = await Hash(world, draft);
        await Force(world, draft, cause);
        Assert.Equal("conference.stale", (await world.Send(office, new OpenVote(Guid.CreateVersion7(), item, VoteMode.Devices))).Refusal?.Code);
        Assert.Equal(0, await world.Look(db => db.Set<Vote>().CountAsync()));
        await world.Look(db => db.Set<Draft>().ExecuteUpdateAsync(set => set.SetProperty(row => row.CurrentHash, agreed)));
        var vote = await world.Send(office, new OpenVote(Guid.CreateVersion7(), item, VoteMode.Devices));
        Assert.Null(vote.Refusal);
        await Force(world, draft, cause);
        Assert.Equal("conference.stale", (await world.Send(office, new CloseVote(Guid.CreateVersion7(), vote.Id))).Refusal?.Code);
        Assert.Null(await world.Look(db => db.Set<Vote>().Select(row => row.ClosedAt).SingleAsync()));
        Assert.Equal("", await world.Look(db => db.Set<Draft>().Select(row => row.AdoptedHash).SingleAsync()));
        Assert.True(await world.Look(db => db.Set<OpenTask>().AnyAsync(task => task.SubjectId == draft && task.TaskKey == "conference" && task.ClosedAt == null)));
    }

    private static Task<string> Hash(DemoWorld world, Guid draft) => world.Look(db => db.Set<Draft>().Where(row => row.Id == draft).Select(row => row.CurrentHash).SingleAsync());

    private static async Task<Guid> Agenda(DemoWorld world, Guid draft, Person office)
    {
        var today = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        var ids = await world.Look(db => db.Set<Membership>().Where(row => db.Set<Body>().Any(body => body.Id == row.BodyId && body.Kind == BodyKind.ExecutiveCommittee)).OrderBy(row => row.PersonId).Select(row => row.PersonId).ToListAsync());
        var conference = await world.Send(office, new CallConference(Guid.CreateVersion7(), BodyKind.ExecutiveCommittee, today, new TimeOnly(8, 0), "Hội trường", world.People["bithu"].Id, office.Id, [draft]));
        Assert.Null(conference.Refusal);
        Assert.Null((await world.Send(office, new RecordAttendance(Guid.CreateVersion7(), conference.Id, [.. ids.Select(id => new PresenceEntry(id, Presence.Present, ""))], "Thảo luận."))).Refusal);
        Assert.Null((await world.Send(office, new OpenConference(Guid.CreateVersion7(), conference.Id))).Refusal);
        return await world.Look(db => db.Set<AgendaItem>().Where(row => row.ConferenceId == conference.Id).Select(row => row.Id).SingleAsync());
    }

    // A new version past every rule, as a way to change a text that forgot to ask would make it.
    private static async Task Force(DemoWorld world, Guid id, VersionCause cause) => await world.Look(async db =>
    {
        var draft = await db.Set<Draft>().SingleAsync(row => row.Id == id);
        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(row => row.Id == draft.CurrentVersionId).Select(row => row.Canonical).SingleAsync());
        text = text with { Subject = $"{text.Subject} ({draft.CurrentRound})" };
        var canonical = CanonicalText.Write(text);
        var version = new DraftVersion
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = draft.OrganizationId,
            DraftId = id,
            Round = draft.CurrentRound + 1,
            Hash = CanonicalText.Hash(canonical),
            Canonical = canonical,
            Cause = cause,
            AuthorId = draft.DrafterId,
            At = DateTimeOffset.UnixEpoch,
        };
        draft.TakeVersion(version, text);
        db.Add(version);
        return await db.SaveChangesAsync();
    });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Drafting;
using Workflow.Activities.Signing;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>After adoption a text takes technical corrections, each approved, and nothing else.</summary>
[Collection("cluster")]
public sealed class TechnicalCorrectionsTests(TestCluster cluster)
{
    [Fact]
    public async Task A_correction_is_proposed_approved_by_another_signed_and_still_the_adopted_text()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (id, voted) = await Adopted(world);
        var (office, secretary) = (world.People["vanphong"], world.People["bithu"]);
        async Task<DraftView> Look(Person who) => (await world.Ask(who, new ReadDraft(id)))!;
        var clause = (await Look(office)).Text.Clauses.First(one => Comma(one) is not null);
        var words = Comma(clause)!;
        async Task<string?> Propose(string old, string young, CorrectionKind kind = CorrectionKind.Punctuation, string? hash = null, Person? who = null) =>
            (await world.Send(who ?? office, new ProposeCorrection(Guid.CreateVersion7(), id, hash ?? voted, CorrectionPart.Words, clause.Id, old, young, kind, "thiếu dấu phẩy"))).Refusal?.Code;
        Assert.Equal("correction.words", await Propose(words, words + " và thêm", CorrectionKind.Spelling));
        Assert.Equal("correction.no-such-words", await Propose("không có câu chữ này", "x"));
        Assert.Equal("draft.stale", await Propose(words, words + ",", hash: new string('0', 64)));
        Assert.NotNull(await Propose(words, words + ",", who: world.People["soanthao"]));
        Assert.Null(await Propose(words, words + ","));
        Assert.Equal("correction.collision", await Propose(words, words + ";"));

        var one = await world.Look(db => db.Set<TechnicalCorrection>().AsNoTracking().SingleAsync());
        async Task<string?> Decide(Person who, bool approved = true) => (await world.Send(who, new DecideCorrection(Guid.CreateVersion7(), one.Id, approved))).Refusal?.Code;
        Assert.NotNull(await Decide(office));
        Assert.Equal("correction.not-the-decider", await Decide(world.People["uyvien20"]));
        Assert.Equal("signing.open-corrections", (await world.Send(secretary, new SignResolution(Guid.CreateVersion7(), id, voted))).Refusal?.Code);
        Assert.Null(await Decide(secretary));
        Assert.Equal("correction.decided", await Decide(secretary, false));

        var view = await Look(secretary);
        Assert.Contains("signing", view.MyTasks);
        Assert.Equal((voted, VersionCause.TechnicalCorrection), (view.Draft.AdoptedHash, view.Versions[^1].Cause));
        Assert.NotEqual(voted, view.Draft.CurrentHash);
        Assert.Equal(clause.Text.Replace(words, words + ",", StringComparison.Ordinal), view.Text.Clauses.Single(other => other.Id == clause.Id).Text);
        var corrections = (await world.Ask(secretary, new ReadCorrections(id)))!;
        Assert.True(corrections.Holds);
        Assert.Equal((words, words + ",", secretary.FullName), (corrections.Rows[0].Old, corrections.Rows[0].New, corrections.Rows[0].DecidedBy));
        Assert.NotEmpty((await world.Ask(secretary, new Activities.Register.ReadRedlinePaper(id, corrections.VotedRound, view.Draft.CurrentRound)))!.Content);
        Assert.Equal("signing.stale", (await world.Send(secretary, new SignResolution(Guid.CreateVersion7(), id, voted))).Refusal?.Code);
        Assert.Null((await world.Send(secretary, new SignResolution(Guid.CreateVersion7(), id, view.Draft.CurrentHash))).Refusal);
        var issued = await world.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync());
        Assert.Equal((voted, view.Draft.CurrentHash), (issued.AdoptedHash, issued.VersionHash));
        Assert.Equal(voted, await world.Look(db => db.Set<Vote>().Select(vote => vote.VersionHash).SingleAsync()));
        Assert.True(await world.Look(db => db.Set<AuditEntry>().AnyAsync(entry => entry.SubjectId == id && entry.Text.Contains("Đã duyệt sửa kỹ thuật"))));
        Assert.Equal("correction.not-now", await Propose(words, words + ";"));
        Assert.Null((await world.Send(world.People["vanthu"], new SealDocument(Guid.CreateVersion7(), issued.Id))).Refusal);
    }

    /// <summary>Every way in which a text may change: who tries it on an adopted text, and what every gate then says.</summary>
    public static TheoryData<VersionCause> Causes => [.. Enum.GetValues<VersionCause>()];

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task No_gate_passes_with_a_text_that_was_changed_by(VersionCause cause)
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (id, voted) = await Adopted(world);
        var secretary = world.People["bithu"];

        // The refusal at the door, and then the same change past the door: the gates do not rely on it.
        Assert.Equal(cause switch { VersionCause.TechnicalCorrection => "correction.figures", VersionCause.Amendments => "item.no-amendments", _ => "draft.not-now" }, await Tried(world, id, voted, cause));
        await Forced(world, id, cause);
        var changed = await world.Look(db => db.Set<Draft>().Where(draft => draft.Id == id).Select(draft => draft.CurrentHash).SingleAsync());
        Assert.NotEqual(voted, changed);
        Assert.Equal("signing.stale", (await world.Send(secretary, new SignResolution(Guid.CreateVersion7(), id, voted))).Refusal?.Code);
        Assert.Equal("signing.not-the-adopted-text", (await world.Send(secretary, new SignResolution(Guid.CreateVersion7(), id, changed))).Refusal?.Code);
        Assert.DoesNotContain("signing", (await world.Ask(secretary, new ReadDraft(id)))!.MyTasks);
        Assert.False((await world.Ask(secretary, new ReadCorrections(id)))!.Holds);
        Assert.Empty(await world.Look(db => db.Set<IssuedDocument>().ToListAsync()));
    }

    [Fact]
    public async Task What_was_signed_is_neither_rendered_nor_sealed_once_its_record_does_not_hold()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (id, voted) = await Adopted(world);
        world.HasMachine = false;
        Assert.Null((await world.Send(world.People["bithu"], new SignResolution(Guid.CreateVersion7(), id, voted))).Refusal);
        var issued = await world.Look(db => db.Set<IssuedDocument>().Select(row => row.Id).SingleAsync());
        async Task Say(string hash) => await world.Look(db => db.Set<IssuedDocument>().ExecuteUpdateAsync(set => set.SetProperty(row => row.AdoptedHash, hash)));
        async Task<ActivityResult> Run(string key)
        {
            await using var scope = world.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = world.OrganizationId;
            return await scope.ServiceProvider.GetServices<IActivity>().Single(one => one.Key == key).Run(new(Guid.CreateVersion7(), world.OrganizationId, id, TimeProvider.System.GetUtcNow()), default);
        }

        await Say(new string('0', 64));
        Assert.Contains("không khớp", (await Run("render-and-sign")).ToString(), StringComparison.Ordinal);
        Assert.Contains("không khớp", (await Run("apply-agency-signature")).ToString(), StringComparison.Ordinal);
        Assert.Empty(await world.Look(db => db.Set<IssuedFile>().ToListAsync()));
        Assert.Equal("sealing.not-the-adopted-text", (await world.Send(world.People["vanthu"], new SealDocument(Guid.CreateVersion7(), issued))).Refusal?.Code);

        // The record as it was: the way goes on.
        await Say(voted);
        Assert.DoesNotContain("không khớp", (await Run("render-and-sign")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_being_voted_on_is_not_put_on_another_agenda()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (id, _) = await Adopted(world);
        var office = world.People["vanphong"];
        var item = await world.Look(db => db.Set<AgendaItem>().SingleAsync());
        await world.Look(db => db.Set<Vote>().ExecuteUpdateAsync(set => set.SetProperty(vote => vote.ClosedAt, (DateTimeOffset?)null)));
        await world.Look(db => db.Set<OpenTask>().Where(task => task.SubjectId == id && task.TaskKey == "conference").ExecuteUpdateAsync(set => set.SetProperty(task => task.ClosedAt, (DateTimeOffset?)null)));
        var conference = await world.Look(db => db.Set<Conference>().SingleAsync(one => one.Id == item.ConferenceId));
        var today = Domain.VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        var answer = await world.Send(office, new CallConference(Guid.CreateVersion7(), BodyKind.ExecutiveCommittee, today, new TimeOnly(8, 0), "Hội trường", conference.ChairId, office.Id, [id]));
        Assert.Equal("conference.being-voted", answer.Refusal?.Code);
        Assert.Equal(1, await world.Look(db => db.Set<Conference>().CountAsync()));
    }

    // A new cause has no arm here: the compiler or the test says so.
    private async Task<string?> Tried(DemoWorld world, Guid id, string hash, VersionCause cause)
    {
        var office = world.People["vanphong"];
        var view = (await world.Ask(office, new ReadDraft(id)))!;
        var clause = view.Text.Clauses.First(one => one.Rows is null && one.Text.Length > 60 && one.Text.Any(char.IsDigit));
        var digit = string.Concat(clause.Text.SkipWhile(letter => !char.IsDigit(letter)).Take(30));
        return (cause switch
        {
            VersionCause.Upload => await world.Send(office, new StageUpload(Guid.CreateVersion7(), id, hash, "", "", "nghi-quyet-mau.txt", cluster.SampleBytes)),
            VersionCause.Edit => await world.Send(office, new EditClause(Guid.CreateVersion7(), id, hash, clause.Id, "Khác.", "")),
            VersionCause.Restore => await world.Send(office, new RestoreVersion(Guid.CreateVersion7(), id, hash, 1)),
            VersionCause.Proposals => await world.Send(office, new Activities.Review.TakeUpProposals(Guid.CreateVersion7(), id, hash, [Guid.NewGuid()], "")),
            VersionCause.TechnicalCorrection => await world.Send(office, new ProposeCorrection(Guid.CreateVersion7(), id, hash, CorrectionPart.Words, clause.Id, digit, "9" + digit, CorrectionKind.Spelling, "thử")),
            VersionCause.Amendments => await world.Send(office, new MakeFinalText(Guid.CreateVersion7(), await world.Look(db => db.Set<AgendaItem>().Where(row => row.DraftId == id).Select(row => row.Id).SingleAsync()))),
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "a way to change a text that no gate was tried with"),
        }).Refusal?.Code;
    }

    private static async Task Forced(DemoWorld world, Guid id, VersionCause cause) => await world.Look(async db =>
    {
        var draft = await db.Set<Draft>().SingleAsync(row => row.Id == id);
        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(row => row.Id == draft.CurrentVersionId).Select(row => row.Canonical).SingleAsync());
        text = text with { Subject = text.Subject + " (khác)" };
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
        var (hash, at) = (draft.AdoptedHash, draft.AdoptedAt);
        draft.TakeVersion(version, text);
        Assert.Equal(cause == VersionCause.TechnicalCorrection ? hash : "", draft.AdoptedHash);
        (draft.AdoptedHash, draft.AdoptedAt) = (hash, at);
        db.Add(version);
        return await db.SaveChangesAsync();
    });

    private async Task<(Guid Draft, string Hash)> Adopted(DemoWorld world)
    {
        var (draft, hash) = (Guid.Empty, "");
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, now) => { (draft, hash) = (id, now); return false; } }.Tell();
        return (draft, hash);
    }

    // Two words after which a comma may stand, once in the clause.
    private static string? Comma(Clause clause) => clause.Rows is not null || clause.Kind != ClauseKind.Paragraph ? null
        : clause.Text.Split(' ').Zip(clause.Text.Split(' ').Skip(1), (a, b) => $"{a} {b}").FirstOrDefault(words => words.All(letter => char.IsLetter(letter) || letter == ' ') && clause.Text.Contains(words + " ", StringComparison.Ordinal) && clause.Text.Split(words).Length == 2);
}

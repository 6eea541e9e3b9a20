using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Messages;
using Workflow.Activities.Register;
using Workflow.Activities.Signing;
using Workflow.Domain.Issuing;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Integration.Tests.Messages;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Mail;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>A signature that is not given, and a number that goes away while its paper is out to be signed.</summary>
[Collection("cluster")]
public sealed class RefusedSignatureTests(TestCluster cluster)
{
    private const string Reason = "Chưa thống nhất nguồn vốn của dự án số 3";

    [Fact]
    public async Task Whoever_acted_on_the_text_is_told_once_and_nobody_else()
    {
        await using var receiver = new SmtpReceiver();
        await using var world = await SigningWorld.Create(cluster, configure: services => services.AddSingleton(Post.To(receiver)));
        var acted = await world.World.Look(db => db.Set<AuditEntry>().Where(entry => entry.SubjectId == world.Draft).Select(entry => entry.ActorId).Distinct().ToListAsync());
        var (drafter, office) = (world.World.People["soanthao"], world.World.People["vanphong"]);
        Assert.Contains(drafter.Id, acted);
        Assert.Contains(office.Id, acted);
        var members = await world.World.Look(db => db.Set<Person>().Where(person => acted.Contains(person.Id) && person.Id != drafter.Id && person.Id != office.Id && person.Id != world.Secretary.Id).OrderBy(person => person.Id).ToListAsync());
        Assert.True(members.Count >= 3, $"only {members.Count} members acted");
        var stranger = world.World.People.Values.First(person => !acted.Contains(person.Id) && person.Id != world.Secretary.Id);

        // One of those who acted reads once a day; who never acted, and who refuses, want everything at once.
        foreach (var person in members[1..].Append(drafter).Append(office).Append(stranger).Append(world.Secretary))
        {
            await world.Done(person, new SetMyMessages(SigningWorld.New, MessageMode.AtOnce, Post.AddressOf(person)));
        }

        await world.Done(members[0], new SetMyMessages(SigningWorld.New, MessageMode.Daily, Post.AddressOf(members[0])));
        Assert.Equal("signing.reason", await world.Refused(world.Secretary, new ReturnUnsigned(SigningWorld.New, world.Draft, " ")));
        Assert.Equal(0, await Mails(world));
        var once = new ReturnUnsigned(SigningWorld.New, world.Draft, Reason);
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.World.Send(world.Secretary, once))))
        {
            Assert.Null(answer.Refusal);
        }

        Assert.Equal("process.not-waiting", await world.Refused(world.Secretary, new ReturnUnsigned(SigningWorld.New, world.Draft, Reason)));
        var told = await world.World.Look(db => db.Set<MailMessage>().Where(mail => mail.Kind == MailKind.Returned).Select(mail => mail.PersonId).ToListAsync());
        Assert.Equal(members[1..].Append(drafter).Append(office).Select(person => person.Id).Order(), told.Order());

        await world.World.Services.GetRequiredService<MailProcessor>().RunDue(default);
        var sent = receiver.Received.ToList();
        Assert.Equal(told.Count, sent.Count);
        Assert.All(sent, letter => Assert.Contains($"/du-thao/{world.Draft}", letter.Body, StringComparison.Ordinal));

        // Why it was refused stands on the page alone.
        Assert.DoesNotContain(sent, letter => letter.Body.Contains("nguồn vốn", StringComparison.Ordinal));
        Assert.Contains(await world.World.Look(db => db.Set<AuditEntry>().Where(entry => entry.SubjectId == world.Draft).Select(entry => entry.Text).ToListAsync()), text => text.Contains(Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_made_void_while_its_paper_is_out_comes_back_as_a_refusal_and_is_never_given_again()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        var pinned = await world.Pin();
        var signed = world.SignAsSecretary(pinned.Content);
        var held = await world.World.Look(db => db.Set<RegisterEntry>().SingleAsync(entry => entry.DraftId == world.Draft));
        await world.Done(world.Clerk, new VoidNumber(SigningWorld.New, held.Id, "Lấy nhầm sổ"));
        Assert.Equal("pinned.number-void", await world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, signed)));
        Assert.Equal(0, await world.World.Look(db => db.Set<IssuedDocument>().CountAsync()));

        // The next bytes bear the next number; the void one stays in the book, and the old file is nothing any more.
        var fresh = await world.Pin();
        Assert.Equal(pinned.Number + 1, fresh.Number);
        Assert.NotEqual(pinned.Sha256, fresh.Sha256);
        Assert.Equal("pinned.ended", await world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, signed)));
        Assert.NotNull(await world.Refused(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, fresh.Id, signed)));
        await world.Done(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, fresh.Id, world.SignAsSecretary(fresh.Content)));
        var lines = await world.World.Look(db => db.Set<RegisterEntry>().Where(entry => entry.SeriesId == held.SeriesId).OrderBy(entry => entry.Number).Select(entry => new { entry.Number, entry.Kind }).ToListAsync());
        Assert.Equal([(pinned.Number, EntryKind.Void), (fresh.Number, EntryKind.Issued)], lines.Select(line => (line.Number, line.Kind)));
    }

    private static Task<int> Mails(SigningWorld world) => world.World.Look(db => db.Set<MailMessage>().CountAsync(mail => mail.Kind == MailKind.Returned));
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Review;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Distribution;

/// <summary>An office with signed documents ready to go out, and a clock that a test turns; one or more hosts.</summary>
internal sealed class CopiesWorld : IAsyncDisposable
{
    private int numbers;

    private CopiesWorld(ReviewWorld office) => Office = office;

    public ReviewWorld Office { get; }

    public DemoWorld World => Office.First;

    public Person Clerk => World.People["vanthu"];

    /// <summary>Who answers for "Ủy ban nhân dân xã" and others.</summary>
    public Person Unit(int number) => World.People[$"donvi{number}"];

    public static async Task<CopiesWorld> Create(TestCluster cluster, int hosts = 1, string? database = null, Action<IServiceCollection>? configure = null) => new(await ReviewWorld.Create(cluster, hosts, database, configure));

    /// <summary>A document as the signature leaves it: number, sealed file; nothing sent.</summary>
    public async Task<IssuedDocument> Issue(TestCluster cluster)
    {
        var draft = (await World.Draft(World.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình xem xét.", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        return await World.Look(async db =>
        {
            var row = await db.Set<Draft>().AsNoTracking().SingleAsync(one => one.Id == draft);
            var number = Interlocked.Increment(ref numbers);
            var now = Office.Clock.Now;
            var issued = new IssuedDocument
            {
                Id = Guid.CreateVersion7(now),
                OrganizationId = World.OrganizationId,
                DraftId = draft,
                VersionId = row.CurrentVersionId,
                VersionHash = row.CurrentHash,
                AdoptedHash = row.CurrentHash,
                TermId = await db.Set<Term>().Select(term => term.Id).SingleAsync(),
                TypeKey = row.TypeKey,
                IssuingBody = BodyKind.ExecutiveCommittee,
                Number = number,
                NumberAndSymbol = $"{number:00}-NQ/ĐU",
                Subject = row.Subject,
                Place = "Thanh Sơn",
                Date = VietnamTime.DayOf(now),
                SignerId = World.People["bithu"].Id,
                SignerName = World.People["bithu"].FullName,
                Authority = "T/M ĐẢNG ỦY",
                Position = "BÍ THƯ",
                SignedAt = now,
                SealedAt = now,
                ProfileId = Guid.Empty,
            };
            var content = "%PDF-1.7 sealed"u8.ToArray();
            db.Add(issued);
            db.Add(new IssuedFile { Id = Guid.CreateVersion7(now), OrganizationId = World.OrganizationId, IssuedDocumentId = issued.Id, Kind = IssuedFileKind.Sealed, Content = content, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), At = now });
            await db.SaveChangesAsync();
            return issued;
        });
    }

    /// <summary>The machine's work "dispatch", as the outbox runs it.</summary>
    public async Task<string> Dispatch(IssuedDocument issued, DemoWorld? host = null)
    {
        await using var scope = (host ?? World).Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = World.OrganizationId;
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var result = await scope.ServiceProvider.GetServices<IActivity>().Single(one => one.Key == ActivityKeys.Dispatch).Run(new(Guid.CreateVersion7(), World.OrganizationId, issued.DraftId, Office.Clock.Now), default);
        await CommitSave.Run(db, World.OrganizationId, new AuditNote(Guid.Empty, "Hệ thống", "dispatch", issued.DraftId, result.Text), Office.Clock.Now, default);
        return result.Text;
    }

    /// <summary>A document that went out.</summary>
    public async Task<IssuedDocument> Sent(TestCluster cluster)
    {
        var issued = await Issue(cluster);
        await Dispatch(issued);
        return issued;
    }

    public Task<Dispatch> CopyOf(IssuedDocument issued, string unit) => World.Look(db => db.Set<Dispatch>().AsNoTracking().SingleAsync(copy => copy.IssuedDocumentId == issued.Id && db.Set<Unit>().Any(one => one.Id == copy.UnitId && one.Name == unit)));

    public Task<Dispatch> CopyOf(IssuedDocument issued, Person reader) => World.Look(db => db.Set<Dispatch>().AsNoTracking().SingleAsync(copy => copy.IssuedDocumentId == issued.Id && copy.UnitId == reader.UnitId));

    public Task<List<DispatchEvent>> Story(Guid copy) => World.Look(db => db.Set<DispatchEvent>().AsNoTracking().Where(row => row.DispatchId == copy).OrderBy(row => row.Number).ToListAsync());

    public Task<Guid> UnitId(string name) => World.Look(db => db.Set<Unit>().Where(unit => unit.Name == name).Select(unit => unit.Id).SingleAsync());

    public async Task<Answer> Done(Person who, ICommand command)
    {
        var answer = await World.Act(who, command);
        Assert.True(answer.Refusal is null, answer.Refusal?.Text);
        return answer;
    }

    public async Task Refused(string code, Person who, ICommand command) => Assert.Equal(code, (await World.Act(who, command)).Refusal?.Code);

    /// <summary>What is kept on each copy is what its rows give, each row has its place, and the log is whole.</summary>
    public Task Whole() => World.Look(async db =>
    {
        var stories = (await db.Set<DispatchEvent>().AsNoTracking().ToListAsync()).ToLookup(row => row.DispatchId);
        foreach (var copy in await db.Set<Dispatch>().AsNoTracking().ToListAsync())
        {
            var story = stories[copy.Id].OrderBy(row => row.Number).ToList();
            Assert.Equal(Enumerable.Range(1, copy.Events), story.Select(row => row.Number));
            Assert.Equal(DispatchEventKind.Sent, story[0].Kind);
            var again = new Dispatch { Id = copy.Id, OrganizationId = copy.OrganizationId, IssuedDocumentId = copy.IssuedDocumentId, UnitId = copy.UnitId, Purpose = "", RecipientLine = "", SentAt = copy.SentAt };
            foreach (var row in Domain.Distribution.Dispatch.Counting(story))
            {
                again.Record(new(row.Kind, row.At, row.Way) { Note = row.Note, ArrivalNumber = row.ArrivalNumber, Day = row.Day, Present = row.Present, OfHowMany = row.OfHowMany });
            }

            Assert.Equal((again.Status, again.Recall, again.ReceivedAt, again.ArrivalNumber, again.Reminders), (copy.Status, copy.Recall, copy.ReceivedAt, copy.ArrivalNumber, copy.Reminders));
        }

        Assert.Null(await AuditTrail.FirstBadEntry(db, World.OrganizationId, default));
        return true;
    });

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Portal;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Http;

namespace Workflow.Integration.Tests.Portal;

/// <summary>An office with one document issued and public, and more written beside it as rows: the pages see no difference.</summary>
internal sealed class PortalWorld : IAsyncDisposable
{
    private PortalWorld(DemoWorld world, string database) => (World, Database) = (world, database);

    public DemoWorld World { get; }

    public string Database { get; }

    public Person Clerk => World.People["vanthu"];

    public Person Chief => World.People["chanhvanphong"];

    public IssuedDocument First { get; private set; } = null!;

    public static Guid New => Guid.CreateVersion7();

    public static async Task<PortalWorld> Create(TestCluster cluster)
    {
        var database = await cluster.Copy();
        var made = new PortalWorld(await DemoWorld.Create(cluster.Sample, cluster.Cluster, database), database);
        await new DemoStory(made.World, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        made.First = await made.World.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync());
        return made;
    }

    /// <summary>One more issued and sealed document with a text of its own; not public.</summary>
    public Task<IssuedDocument> Another(int number, string subject, BodyKind body = BodyKind.ExecutiveCommittee, string type = "nghi-quyet", DateOnly? date = null, params string[] paragraphs) => World.Look(async db =>
    {
        var at = TimeProvider.System.GetUtcNow();
        var text = new DraftText(type, body, "", subject, [new("h", ClauseKind.Heading, 1, "I.", [new("NỘI DUNG")]), .. paragraphs.Select((words, index) => new Clause($"c{index}", ClauseKind.Paragraph, 2, "", [new(words)]))], [new("Các chi bộ")], new("T/M ĐẢNG ỦY", "BÍ THƯ", First.SignerName));
        var canonical = CanonicalText.Write(text);
        var (draftId, versionId, hash) = (New, New, CanonicalText.Hash(canonical));
        db.Add(new Draft { Id = draftId, OrganizationId = First.OrganizationId, TypeKey = type, IssuingBody = body, Subject = subject, DraftingBody = "Văn phòng", DrafterId = First.SignerId, CreatedAt = at, CurrentVersionId = versionId, CurrentHash = hash, CurrentRound = 1 });
        db.Add(new DraftVersion { Id = versionId, OrganizationId = First.OrganizationId, DraftId = draftId, Round = 1, Hash = hash, Canonical = canonical, Cause = VersionCause.Upload, AuthorId = First.SignerId, At = at });
        var issued = new IssuedDocument
        {
            Id = New,
            OrganizationId = First.OrganizationId,
            DraftId = draftId,
            VersionId = versionId,
            VersionHash = hash,
            AdoptedHash = hash,
            TermId = First.TermId,
            TypeKey = type,
            IssuingBody = body,
            Number = number,
            NumberAndSymbol = $"{number:00}-{DocumentType.Of(type).Abbreviation}/ĐU",
            Subject = subject,
            Place = First.Place,
            Date = date ?? First.Date,
            SignerId = First.SignerId,
            SignerName = First.SignerName,
            Authority = First.Authority,
            Position = First.Position,
            SignedAt = at,
            ProfileId = First.ProfileId,
            SealedAt = at,
            SearchText = Folding.Fold(subject),
        };
        var bytes = System.Text.Encoding.UTF8.GetBytes($"%PDF-1.7 {issued.Id} %%EOF");
        db.AddRange(issued, new IssuedFile { Id = New, OrganizationId = issued.OrganizationId, IssuedDocumentId = issued.Id, Kind = IssuedFileKind.Sealed, Content = bytes, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), At = at });
        await db.SaveChangesAsync();
        return issued;
    });

    /// <summary>Releases it, every finding being no such thing.</summary>
    public async Task<Answer> Release(Guid issuedId)
    {
        var check = (await World.Ask(Clerk, new ReadRelease(issuedId)))!;
        return await World.Send(Clerk, new ReleaseToPortal(New, issuedId, check.FindingsHash, [.. check.Findings.Select(_ => new FindingAnswer(PublicationAnswer.NotSuch, ""))]));
    }

    public async Task<string> Done(Person person, ICommand command)
    {
        var answer = await World.Send(person, command);
        return answer.Refusal is null ? answer.Text : throw new InvalidOperationException($"{command.GetType().Name}: {answer.Refusal}");
    }

    public async Task<string?> Refused(Person person, ICommand command) => (await World.Send(person, command)).Refusal?.Code;

    public static async Task<string> Words(Visitor visitor, string address) => WebUtility.HtmlDecode(await visitor.Page(address));

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Appraisals;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Import;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Host.Seeding;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary>A throw-away installation: its own PostgreSQL in a temporary folder, the demonstration organization, fresh certificates.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private readonly string folder;
    private readonly PrivateCluster? own;
    private readonly IHost host;

    private DemoWorld(string folder, PrivateCluster? own, IHost host)
    {
        this.folder = folder;
        this.own = own;
        this.host = host;
    }

    /// <summary>What surrounds every sending; a test makes it press the button again after a crash.</summary>
    public Func<Func<Task<Answer>>, Task<Answer>> Around { get; set; } = send => send();

    /// <summary>Whether this installation does the machine's work itself; a test leaves it to other hosts on the same database.</summary>
    public bool HasMachine { get; set; } = true;

    /// <summary>What the installation is made of.</summary>
    public IServiceProvider Services => host.Services;

    public Guid OrganizationId { get; private set; }

    public IReadOnlyDictionary<string, Person> People { get; private set; } = new Dictionary<string, Person>();

    public string CertificateFolder => Path.Combine(folder, "certificates");

    /// <summary>Makes a world: on a cluster of its own, or as one more database of a cluster that is there.</summary>
    public static Task<DemoWorld> Create(ImportedDraft draft, PrivateCluster? shared = null, string database = "workflow", Action<IServiceCollection>? configure = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), "workflow-demo-" + Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(folder);
        var own = shared is null ? PrivateCluster.Open(Path.Combine(folder, "db"), durable: false) : null;
        return Create(draft, folder, own, (own ?? shared)!.ConnectionString(database), configure);
    }

    /// <summary>Goes on with a world whose process has died: its database, and the folder with its certificates.</summary>
    public static Task<DemoWorld> GoOn(ImportedDraft draft, string folder, string connection, Action<IServiceCollection> configure) => Create(draft, folder, null, connection, configure);

    private static async Task<DemoWorld> Create(ImportedDraft draft, string folder, PrivateCluster? own, string connection, Action<IServiceCollection>? configure)
    {
        var signer = SignerOf(draft);
        var agency = draft.Facts.OrganizationName ?? "ĐẢNG ỦY XÃ THANH SƠN";
        var signing = SigningFiles.Demo(Path.Combine(folder, "certificates"), [signer], agency, TimeProvider.System.GetUtcNow());
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddWorkflow(new DatabaseSettings(DatabaseProvider.PostgreSql, connection), signing);
        configure?.Invoke(builder.Services);
        var world = new DemoWorld(folder, own, builder.Build());
        await ServeCommand.Prepare(world.host.Services, changeAtFirstLogin: false);
        await world.Adapt(draft, signer, agency);
        return world;
    }

    /// <summary>Sends a command as a person, and carries out at once what it left for the machine.</summary>
    public async Task<Answer> Send(Person person, ICommand command)
    {
        var answer = await Around(() => Act(person, command));
        if (HasMachine)
        {
            await RunMachine();
        }

        return answer;
    }

    /// <summary>Submits a first draft as a person does: the file is looked through, then stored. Both acts bear keys that follow from <paramref name="id"/>.</summary>
    public async Task<Answer> Draft(Person person, Guid id, string draftingBody, string note, string fileName, byte[] file)
    {
        var staged = await Send(person, new StageUpload(Derived(id), null, "", draftingBody, note, fileName, file));
        return staged.Refusal is null ? await Send(person, new StartDraft(id, staged.Id, Convert.ToHexStringLower(SHA256.HashData(file)))) : staged;
    }

    private static Guid Derived(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[^1] ^= 0xFF;
        return new(bytes);
    }

    /// <summary>Every point of the appraisal that is in force today, judged alike.</summary>
    public Task<IReadOnlyList<JudgedPoint>> Judged(PointJudgement judgement = PointJudgement.Met, string note = "") => Look(async db =>
    {
        var today = VietnamTime.DayOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var list = AppraisalChecklist.InForce(await db.Set<AppraisalChecklist>().ToListAsync(), today)!;
        return (IReadOnlyList<JudgedPoint>)await db.Set<AppraisalItem>().Where(item => item.ChecklistId == list.Id).OrderBy(item => item.Ordinal).Select(item => new JudgedPoint(item.Id, judgement, note, "")).ToListAsync();
    });

    /// <summary>Sends a command as a person; what it leaves for the machine waits.</summary>
    public async Task<Answer> Act(Person person, ICommand command)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(OrganizationId, person.Id, person.FullName);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }

    /// <summary>Carries out what waits for the machine now.</summary>
    public Task<int> RunMachine() => host.Services.GetRequiredService<OutboxProcessor>().RunDue(CancellationToken.None);

    public async Task<T> Ask<T>(Person person, IQuery<T> query)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(OrganizationId, person.Id, person.FullName);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(query);
    }

    /// <summary>Looks into the database, for the report only.</summary>
    public async Task<T> Look<T>(Func<WorkflowDbContext, Task<T>> look, Guid? organization = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organization ?? OrganizationId;
        return await look(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        // The host's provider owns the data source, and with it every connection.
        await (host is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask);

        own?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string SignerOf(ImportedDraft draft) => draft.Text.Signature.Name.Length > 0 ? draft.Text.Signature.Name : DemoOrganization.SecretaryName;

    // The demonstration plays the organization of the document: its header where it has one, its signer in the office that its lines name.
    private Task<bool> Adapt(ImportedDraft draft, string signer, string agency) => Look(async db =>
    {
        var organization = await db.Set<Organization>().SingleAsync();
        OrganizationId = organization.Id;
        organization.HeaderName = agency;
        organization.SuperiorHeaderName = draft.Facts.SuperiorName ?? organization.SuperiorHeaderName;
        organization.Place = draft.Facts.Place ?? organization.Place;
        organization.Symbol = draft.Facts.Symbol?.Split('/')[^1] ?? organization.Symbol;
        if (draft.Facts.Date is { } date)
        {
            // A paper of an earlier term is played within that term.
            await db.Set<Term>().IgnoreQueryFilters().Where(term => term.From > date).ExecuteUpdateAsync(set => set.SetProperty(term => term.From, date));
            await db.Set<Domain.Profiles.RuleProfile>().IgnoreQueryFilters().Where(profile => profile.ValidFrom > date && !db.Set<Domain.Profiles.RuleProfile>().IgnoreQueryFilters().Any(older => older.OrganizationId == profile.OrganizationId && older.ValidFrom < profile.ValidFrom)).ExecuteUpdateAsync(set => set.SetProperty(profile => profile.ValidFrom, date));
            await db.Set<Membership>().IgnoreQueryFilters().Where(member => member.From > date).ExecuteUpdateAsync(set => set.SetProperty(member => member.From, date));
            await db.Set<Domain.Organizations.Unit>().IgnoreQueryFilters().Where(unit => unit.From > date).ExecuteUpdateAsync(set => set.SetProperty(unit => unit.From, date));
        }

        var office = AuthorityTable.InForce([], draft.Facts.Date ?? VietnamTime.DayOf(DateTimeOffset.UtcNow)).Of(draft.Text)?.Office ?? Office.Secretary;
        var holder = await db.Set<OfficeHeld>().IgnoreQueryFilters().Where(held => held.Office == office).Join(db.Set<Person>().IgnoreQueryFilters(), held => held.PersonId, person => person.Id, (_, person) => person).FirstAsync();
        holder.FullName = signer;
        await db.SaveChangesAsync();
        var people = await db.Set<Account>().Join(db.Set<Person>().IgnoreQueryFilters(), account => account.PersonId, person => person.Id, (account, person) => new { account.UserName, person }).ToListAsync();
        People = people.ToDictionary(one => one.UserName!, one => one.person, StringComparer.Ordinal);
        return true;
    });
}

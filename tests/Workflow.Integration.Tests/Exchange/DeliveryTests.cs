using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Exchange;
using Workflow.Documents.Exchange;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Mail;
using Xunit;

namespace Workflow.Integration.Tests.Exchange;

/// <summary>Messages on the wire: once, later, never, and to nowhere else.</summary>
[Collection("cluster")]
public sealed class DeliveryTests(TestCluster cluster)
{
    [Fact]
    public async Task Package_and_statuses_go_by_themselves_and_two_hosts_send_each_once()
    {
        using var province = new PartnerServer();
        using var commune = new PartnerServer();
        await using var world = await ExchangeWorld.Create(cluster, province.Address, commune.Address);
        province.Taken = async (key, file) => Assert.Null((await ExchangeWorld.Call(world.Province, key, file)).Refusal);
        commune.Taken = async (key, file) => Assert.Null((await ExchangeWorld.Call(world.Commune, key, file)).Refusal);
        await world.Package();
        await Task.WhenAll(Task.Run(() => ExchangeWorld.Run(world.Commune)), Task.Run(() => ExchangeWorld.Run(world.Commune)));
        Assert.Equal((1, "/trao-doi/goi", world.KeyOfCommune), (province.Calls.Count, province.Calls.First().Path, province.Calls.First().Key));
        await ExchangeWorld.Done(world.Province, "vanthu", new RegisterIncoming(ExchangeWorld.New, (await ExchangeWorld.Paper(world.Province)).Id, ""));
        await Task.WhenAll(Task.Run(() => ExchangeWorld.Run(world.Province)), Task.Run(() => ExchangeWorld.Run(world.Province)));
        Assert.Equal(2, commune.Calls.Count);
        Assert.Equal(DispatchStatus.Booked, (await world.Copy()).Status);
        Assert.Equal([ExchangeState.Delivered, ExchangeState.Delivered], (await ExchangeWorld.Statuses(world.Province)).Select(row => row.State));
        Assert.Equal(0, await ExchangeWorld.Run(world.Commune));
    }

    [Fact]
    public async Task A_copy_that_goes_by_exchange_has_its_package_made_by_the_program_once()
    {
        using var province = new PartnerServer();
        await using var world = await ExchangeWorld.Create(cluster, province.Address);
        await world.Commune.Look(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Dispatch\" SET \"Channel\" = 'Exchange' WHERE \"Id\" = {0}", world.CopyId));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ExchangeWorld.Run(world.Commune))));
        await ExchangeWorld.Run(world.Commune);
        Assert.Equal(1, await world.Commune.Look(db => db.Set<ExchangeMessage>().CountAsync()));
        Assert.Single(province.Calls);
    }

    /// <summary>One document stands for both the old and the new: what is tried is that the note alone makes a package, once, and that taking it back makes none.</summary>
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task That_a_document_replaces_another_is_said_to_those_who_got_both(bool undone, int packages)
    {
        using var province = new PartnerServer();
        await using var world = await ExchangeWorld.Create(cluster, province.Address);
        await world.Package();
        await ExchangeWorld.Run(world.Commune);
        await world.Commune.Look(async db =>
        {
            StandingNote Note(StandingKind kind, Guid? undoes) => new() { Id = Guid.CreateVersion7(), OrganizationId = world.Commune.OrganizationId, IssuedDocumentId = world.Issued.Id, Kind = kind, From = world.Issued.Date, BySymbol = world.Issued.NumberAndSymbol, ById = undoes is null ? world.Issued.Id : null, UndoesId = undoes, Reason = "thay bằng văn bản mới", At = TimeProvider.System.GetUtcNow(), RecordedById = world.Commune.People["vanthu"].Id };
            var note = Note(StandingKind.Replaced, null);
            db.Add(note);
            if (undone)
            {
                db.Add(Note(StandingKind.TakenBack, note.Id));
            }

            return await db.SaveChangesAsync();
        });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ExchangeWorld.Run(world.Commune))));
        await ExchangeWorld.Run(world.Commune);
        var sent = await world.Commune.Look(db => db.Set<ExchangeMessage>().AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync());
        Assert.Equal(packages, sent.Count);
        Assert.Equal(packages, province.Calls.Count);
        if (!undone)
        {
            var package = EdXmlReader.Read(sent[1].Content).Package!;
            Assert.Equal((BusinessType.Replace, sent[0].DocumentId), (package.Business, Assert.Single(package.Replaces)));
        }
    }

    /// <summary>The receiver has it and its answer never comes: it is sent again, and known again.</summary>
    [Fact]
    public async Task A_message_whose_answer_was_lost_is_sent_again_and_counted_once()
    {
        using var province = new PartnerServer { Manner = "silent" };
        await using var world = await ExchangeWorld.Create(cluster, province.Address);
        province.Taken = async (key, file) => Assert.Null((await ExchangeWorld.Call(world.Province, key, file)).Refusal);
        await world.Package();
        await ExchangeWorld.Run(world.Commune);
        var waiting = await Message(world);
        Assert.Equal((ExchangeState.Waiting, 1), (waiting.State, waiting.Attempts));
        Assert.InRange(waiting.NotBefore - waiting.CreatedAt, MailProcessor.Backoff[0], MailProcessor.Backoff[0] + TimeSpan.FromMinutes(1));
        Assert.Equal(0, await ExchangeWorld.Run(world.Commune));
        province.Manner = "";
        await Now(world);
        Assert.Equal(1, await ExchangeWorld.Run(world.Commune));
        Assert.Equal((2, 1), (province.Calls.Count, await world.Province.Look(db => db.Set<IncomingPaper>().CountAsync())));
        Assert.Equal(ExchangeState.Delivered, (await Message(world)).State);
    }

    /// <summary>A host that died with the message in its hands: another sends it when the lease has run out, not before.</summary>
    [Fact]
    public async Task What_a_dead_host_had_claimed_waits_for_its_lease()
    {
        using var province = new PartnerServer();
        await using var world = await ExchangeWorld.Create(cluster, province.Address);
        await world.Package();
        await world.Commune.Look(db => db.Set<ExchangeMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, TimeProvider.System.GetUtcNow().AddMinutes(2)).SetProperty(row => row.LeasedBy, Guid.NewGuid()).SetProperty(row => row.Attempts, 1)));
        Assert.Equal(0, await ExchangeWorld.Run(world.Commune));
        await world.Commune.Look(db => db.Set<ExchangeMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, TimeProvider.System.GetUtcNow().AddSeconds(-1))));
        Assert.Equal(1, await ExchangeWorld.Run(world.Commune));
        Assert.Single(province.Calls);
    }

    [Theory]
    [InlineData("slow", "không trả lời")]
    [InlineData("redirect", "không đi theo")]
    [InlineData("later", "503")]
    [InlineData("key", "khóa")]
    [InlineData("large", "Không nối được")]
    public async Task Whatever_may_pass_is_tried_later_and_then_somebody_looks(string manner, string said)
    {
        using var province = new PartnerServer { Manner = manner };
        await using var world = await ExchangeWorld.Create(cluster, province.Address);
        await world.Package();
        for (var attempt = 0; attempt < (manner == "later" ? MailProcessor.Backoff.Count : 1); attempt++)
        {
            await ExchangeWorld.Run(world.Commune);
            var row = await Message(world);
            Assert.Equal((ExchangeState.Waiting, attempt + 1), (row.State, row.Attempts));
            Assert.Contains(said, row.LastError, StringComparison.OrdinalIgnoreCase);
            await Now(world);
        }

        Assert.All(province.Calls, call => Assert.Equal("/trao-doi/goi", call.Path));
        if (manner == "later")
        {
            await ExchangeWorld.Run(world.Commune);
            Assert.Equal(ExchangeState.Failed, (await Message(world)).State);
            await ExchangeWorld.Done(world.Commune, "vanthu", new RetryMessage(ExchangeWorld.New, (await Message(world)).Id));
            province.Manner = "";
            Assert.Equal(1, await ExchangeWorld.Run(world.Commune));
        }
    }

    [Fact]
    public async Task A_refusal_for_good_is_shown_and_not_asked_again()
    {
        using var province = new PartnerServer { Manner = "no" };
        await using var world = await ExchangeWorld.Create(cluster, province.Address);
        await world.Package();
        await ExchangeWorld.Run(world.Commune);
        var row = await Message(world);
        Assert.Equal(ExchangeState.Failed, row.State);
        Assert.Contains("Gói này không gửi cho tổ chức này.", row.LastError, StringComparison.Ordinal);
        await Now(world);
        Assert.Equal(0, await ExchangeWorld.Run(world.Commune));
        Assert.Single(province.Calls);
    }

    [Theory]
    [InlineData("http://example.com/trao-doi", false)]
    [InlineData("https://example.com/trao-doi", true)]
    [InlineData("https://ten:matkhau@example.com/", false)]
    [InlineData("ftp://example.com/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://127.0.0.1:5000/", false)]
    [InlineData("/trao-doi", false)]
    [InlineData("https://example.com/#x", false)]
    public void Only_https_is_called(string address, bool may)
    {
        Assert.Equal(may, new ExchangeSettings().Callable(address) is not null);
        Assert.Equal(may || address.StartsWith("http://127", StringComparison.Ordinal), new ExchangeSettings(PlainLoopback: true).Callable(address) is not null);
    }

    [Fact]
    public async Task A_partner_without_a_standing_key_or_with_a_foreign_seal_is_named()
    {
        using var province = new PartnerServer();
        await using var world = await ExchangeWorld.Create(cluster, province.Address);
        await world.Commune.Look(db => db.Set<ExchangePartner>().ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedKey, "khong-phai-khoa")));
        await world.Package();
        await ExchangeWorld.Run(world.Commune);
        Assert.Contains("không mở được", (await Message(world)).LastError, StringComparison.Ordinal);
        Assert.Empty(province.Calls);
        var kept = await world.Commune.Look(db => db.Set<ExchangePartner>().AsNoTracking().SingleAsync());
        var log = string.Concat(await world.Commune.Look(db => db.Set<Runtime.Audit.AuditEntry>().Select(row => row.Text).ToListAsync()));
        Assert.DoesNotContain(world.KeyOfProvince.Split('_')[2], kept.KeyHash + kept.KeyId + log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_arrival_have_no_gap_and_no_double()
    {
        const int papers = 24;
        await using var world = await ExchangeWorld.Create(cluster);
        var day = world.Issued.Date;
        var answers = await Task.WhenAll(Enumerable.Range(0, papers).Select(index => Task.Run(async () =>
        {
            var command = new WriteInPaper(ExchangeWorld.New, "Huyện ủy cũ", $"{index}-CV/HU", day, "Công văn", "về việc thử", "");
            var answer = await world.Commune.Act(world.Commune.People["vanthu"], command);
            for (var again = 0; answer.Refusal?.Code == "conflict.try-again" && again < 20; again++)
            {
                answer = await world.Commune.Act(world.Commune.People["vanthu"], command);
            }

            // Sent twice, counted once.
            Assert.Equal(answer.Id, (await world.Commune.Act(world.Commune.People["vanthu"], command)).Id);
            return answer;
        })));
        Assert.All(answers, one => Assert.Null(one.Refusal));
        Assert.Equal(Enumerable.Range(1, papers), (await world.Commune.Look(db => db.Set<IncomingPaper>().Select(row => row.ArrivalNumber).ToListAsync())).Order());
    }

    private static Task<ExchangeMessage> Message(ExchangeWorld world) => world.Commune.Look(db => db.Set<ExchangeMessage>().AsNoTracking().SingleAsync());

    // The pause is over.
    private static Task<int> Now(ExchangeWorld world) => world.Commune.Look(db => db.Set<ExchangeMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, row => row.CreatedAt)));
}

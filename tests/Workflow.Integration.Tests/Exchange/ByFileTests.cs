using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Exchange;
using Workflow.Documents.Exchange;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Xunit;

namespace Workflow.Integration.Tests.Exchange;

/// <summary>A package goes out as a file, comes in on the second installation, and its statuses come back into the receipts of the first.</summary>
[Collection("cluster")]
public sealed class ByFileTests(TestCluster cluster)
{
    [Fact]
    public async Task A_document_goes_out_is_registered_and_its_receipts_come_back()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var package = await world.Package();
        var taken = await ExchangeWorld.Bring(world.Province, package);
        Assert.Null(taken.Refusal);
        var paper = await ExchangeWorld.Paper(world.Province);
        Assert.Equal((IncomingState.Arrived, IncomingVerdict.Intact, world.Issued.NumberAndSymbol, world.Issued.Subject), (paper.State, paper.Verdict, paper.NumberAndSymbol, paper.Subject));
        var original = await world.Commune.Look(db => db.Set<IssuedFile>().Where(row => row.Kind == IssuedFileKind.Sealed).Select(row => row.Content).SingleAsync());
        Assert.Equal(original, await world.Province.Look(db => db.Set<IncomingFile>().Select(row => row.Content).SingleAsync()));

        await ExchangeWorld.Done(world.Province, "vanthu", new RegisterIncoming(ExchangeWorld.New, paper.Id, ""));
        await ExchangeWorld.Done(world.Province, "vanphong", new AdvanceIncoming(ExchangeWorld.New, paper.Id, IncomingState.Assigned, "Ban Tổ chức"));
        await ExchangeWorld.Done(world.Province, "vanphong", new AdvanceIncoming(ExchangeWorld.New, paper.Id, IncomingState.Processing, ""));
        await ExchangeWorld.Done(world.Province, "vanphong", new AdvanceIncoming(ExchangeWorld.New, paper.Id, IncomingState.Done, "Đã phổ biến"));
        Assert.Equal("incoming.moved", await ExchangeWorld.Refused(world.Province, "vanphong", new AdvanceIncoming(ExchangeWorld.New, paper.Id, IncomingState.Processing, "")));
        Assert.Equal("1", (await ExchangeWorld.Paper(world.Province)).ArrivalName.Split('/')[0]);
        var statuses = await ExchangeWorld.Statuses(world.Province);
        Assert.Equal(["01", "03", "04", "05", "06"], statuses.Select(one => one.Code));
        Assert.All(statuses, one => Assert.Equal(ExchangeState.ByHand, one.State));

        // Out of order and twice: what is late moves nothing back, and the same again counts once.
        foreach (var status in new[] { statuses[1], statuses[0], statuses[1], statuses[2], statuses[3], statuses[4], statuses[4] })
        {
            Assert.Null((await ExchangeWorld.Bring(world.Commune, status.Content)).Refusal);
        }

        var copy = await world.Copy();
        Assert.Equal((DispatchStatus.CarriedOut, (await ExchangeWorld.Paper(world.Province)).ArrivalName), (copy.Status, copy.ArrivalNumber));
        Assert.NotNull(copy.ReceivedAt);
        var story = await world.Commune.Look(db => db.Set<DispatchEvent>().Where(row => row.DispatchId == copy.Id && row.Way == DispatchWay.Exchange).OrderBy(row => row.Number).Select(row => row.Kind).ToListAsync());
        Assert.Equal([DispatchEventKind.Booked, DispatchEventKind.Assigned, DispatchEventKind.Processing, DispatchEventKind.CarriedOut], story);
    }

    [Fact]
    public async Task The_same_package_again_is_answered_the_same_and_counted_once()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var package = await world.Package();
        Assert.Equal(package, await world.Package());
        var first = await ExchangeWorld.Call(world.Province, world.KeyOfCommune, package);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ExchangeWorld.Call(world.Province, world.KeyOfCommune, package)));
        Assert.All(answers.Append(await ExchangeWorld.Bring(world.Province, package)), one => Assert.Equal((first.Refusal, first.Id, first.Text), (one.Refusal, one.Id, one.Text)));
        Assert.Equal((1, 1, 1), (await Count<IncomingPaper>(world.Province), await Count<IncomingEvent>(world.Province), (await ExchangeWorld.Statuses(world.Province)).Count));
    }

    [Fact]
    public async Task Ten_at_once_are_taken_once()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var package = await world.Package();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => ExchangeWorld.Call(world.Province, world.KeyOfCommune, package))));
        Assert.Single(answers.Where(one => one.Refusal is null).Select(one => one.Id).Distinct());
        Assert.All(answers, one => Assert.True(one.Refusal is null or { Code: "conflict.try-again" }, one.Refusal?.ToString()));
        Assert.Equal(1, await Count<IncomingPaper>(world.Province));
    }

    [Fact]
    public async Task What_is_wrong_is_refused_by_name_and_leaves_nothing()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var package = await world.Package();
        var edoc = EdXmlReader.Read(package).Package!;
        using var commune = ExchangeWorld.AgencyKey(world.Commune);
        using var province = ExchangeWorld.AgencyKey(world.Province);
        var text = Encoding.UTF8.GetString(package);
        async Task Refused(string code, byte[] file)
        {
            Assert.Equal(code, (await ExchangeWorld.Call(world.Province, world.KeyOfCommune, file)).Refusal?.Code);
            Assert.Equal(0, await Count<IncomingPaper>(world.Province));
        }

        await Refused("exchange.tampered", Encoding.UTF8.GetBytes(text.Replace("<edXML:Paper>0", "<edXML:Paper>1", StringComparison.Ordinal)));
        await Refused("exchange.wrong-signer", EdXmlWriter.Write(edoc, province.Certificate));
        await Refused("exchange.unsigned", EdXmlWriter.Write(edoc, null));
        await Refused("exchange.not-for-us", EdXmlWriter.Write(edoc with { To = [new("A99", "Nơi khác")] }, commune.Certificate));
        await Refused("exchange.unknown-partner", EdXmlWriter.Write(edoc with { From = edoc.From with { OrganId = "A77" }, DocumentId = Edoc.IdOf("A77", edoc.Date, edoc.CodeNumber, edoc.CodeNotation) }, commune.Certificate));
        await Refused("edxml.dtd", Encoding.UTF8.GetBytes(text.Replace("<edXML:edXML ", "<!DOCTYPE a><edXML:edXML ", StringComparison.Ordinal)));
        await Refused("edxml.document-id", EdXmlWriter.Write(edoc with { DocumentId = Edoc.IdOf("A1", edoc.Date, "1", "X/Y") }, commune.Certificate));
        Assert.Equal("exchange.key", (await ExchangeWorld.Call(world.Province, PartnerKeys.Make(), package)).Refusal?.Code);
        Assert.Equal("exchange.key", (await ExchangeWorld.Call(world.Province, world.KeyOfProvince, package)).Refusal?.Code);

        // The commune's own package, brought back to it by the province's program: the province is not its sender.
        Assert.Equal("exchange.unknown-partner", (await ExchangeWorld.Call(world.Commune, world.KeyOfProvince, package)).Refusal?.Code);

        Assert.Null((await ExchangeWorld.Call(world.Province, world.KeyOfCommune, package)).Refusal);
        Assert.Equal("exchange.other-content", (await ExchangeWorld.Call(world.Province, world.KeyOfCommune, EdXmlWriter.Write(edoc with { Subject = "khác" }, commune.Certificate))).Refusal?.Code);
        await ExchangeWorld.Done(world.Province, "quantri", new EndPartnerCertificate(ExchangeWorld.New, await world.Province.Look(db => db.Set<PartnerCertificate>().Select(row => row.Id).SingleAsync()), "Khóa bị lộ"));
        Assert.Equal("exchange.wrong-signer", (await ExchangeWorld.Call(world.Province, world.KeyOfCommune, package)).Refusal?.Code);
    }

    [Fact]
    public async Task A_refusal_with_its_reason_reaches_the_sender_and_an_altered_file_cannot_be_registered()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var edoc = EdXmlReader.Read(await world.Package()).Package!;
        using var commune = ExchangeWorld.AgencyKey(world.Commune);
        var pdf = edoc.Files[0].Content;
        var altered = EdXmlWriter.Write(edoc with { Files = [edoc.Files[0] with { Content = [.. pdf, .. "\n1 0 obj\n<< >>\nendobj\n"u8] }] }, commune.Certificate);
        var paper = (await ExchangeWorld.Bring(world.Province, altered)).Id;
        Assert.Equal(IncomingVerdict.Altered, (await ExchangeWorld.Paper(world.Province)).Verdict);
        Assert.Equal("incoming.altered", await ExchangeWorld.Refused(world.Province, "vanthu", new RegisterIncoming(ExchangeWorld.New, paper, "vẫn nhận")));
        Assert.Equal("incoming.reason", await ExchangeWorld.Refused(world.Province, "vanthu", new RefuseIncoming(ExchangeWorld.New, paper, "  ")));
        await ExchangeWorld.Done(world.Province, "vanthu", new RefuseIncoming(ExchangeWorld.New, paper, "Tệp bị sửa sau khi ký"));
        Assert.Equal(0, (await ExchangeWorld.Paper(world.Province)).ArrivalNumber);
        foreach (var status in await ExchangeWorld.Statuses(world.Province))
        {
            Assert.Null((await ExchangeWorld.Bring(world.Commune, status.Content)).Refusal);
        }

        Assert.Equal(DispatchStatus.Refused, (await world.Copy()).Status);
        Assert.Contains("Tệp bị sửa sau khi ký", await world.Commune.Look(db => db.Set<DispatchEvent>().Where(row => row.DispatchId == world.CopyId && row.Kind == DispatchEventKind.Refused).Select(row => row.Note).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statuses_of_others_or_of_nothing_are_refused()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        await ExchangeWorld.Bring(world.Province, await world.Package());
        var status = EdXmlReader.Read((await ExchangeWorld.Statuses(world.Province))[0].Content).Status!;
        using var commune = ExchangeWorld.AgencyKey(world.Commune);
        using var province = ExchangeWorld.AgencyKey(world.Province);
        async Task Refused(string code, EdocStatus said, System.Security.Cryptography.X509Certificates.X509Certificate2 signer) => Assert.Equal(code, (await ExchangeWorld.Call(world.Commune, world.KeyOfProvince, EdXmlWriter.Write(said, signer))).Refusal?.Code);
        await Refused("exchange.wrong-signer", status, commune.Certificate);
        await Refused("exchange.unknown-document", status with { ResponseFor = status.ResponseFor with { DocumentId = "A32.65,2026/01/01,99/NQ/ĐU" } }, province.Certificate);
        await Refused("exchange.not-for-us", status with { ResponseFor = status.ResponseFor with { OrganId = "A50" } }, province.Certificate);
        await Refused("exchange.status", status with { Code = "13", Description = "trả đây" }, province.Certificate);
        await Refused("dispatch.no-recall", status with { Code = "15" }, province.Certificate);
        Assert.Equal(DispatchStatus.Sent, (await world.Copy()).Status);
    }

    [Fact]
    public async Task A_recall_goes_out_and_its_answer_comes_back()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var paper = (await ExchangeWorld.Bring(world.Province, await world.Package())).Id;
        await ExchangeWorld.Done(world.Province, "vanthu", new RegisterIncoming(ExchangeWorld.New, paper, ""));
        await AskBack(world, "Sai phụ lục");
        Assert.Equal(1, await ExchangeWorld.Run(world.Commune));
        Assert.Equal(0, await ExchangeWorld.Run(world.Commune));
        var recall = await world.Commune.Look(db => db.Set<ExchangeMessage>().Where(row => row.Code == "1").Select(row => row.Content).SingleAsync());
        Assert.Null((await ExchangeWorld.Bring(world.Province, recall)).Refusal);
        Assert.Null((await ExchangeWorld.Bring(world.Province, recall)).Refusal);
        var asked = await ExchangeWorld.Paper(world.Province);
        Assert.Equal((true, "Sai phụ lục"), (asked.RecallWaits, asked.RecallReason));
        Assert.Equal("incoming.reason", await ExchangeWorld.Refused(world.Province, "vanthu", new AnswerIncomingRecall(ExchangeWorld.New, paper, false, "")));
        await ExchangeWorld.Done(world.Province, "vanthu", new AnswerIncomingRecall(ExchangeWorld.New, paper, false, "Đã phổ biến rồi"));
        await Back(world, "16");
        Assert.Equal(RecallState.Refused, (await world.Copy()).Recall);

        // Asked again, it is another recall.
        await AskBack(world, "Vẫn xin lại");
        Assert.Equal(1, await ExchangeWorld.Run(world.Commune));
        recall = await world.Commune.Look(db => db.Set<ExchangeMessage>().Where(row => row.Code == "1").OrderByDescending(row => row.Id).Select(row => row.Content).FirstAsync());
        Assert.Null((await ExchangeWorld.Bring(world.Province, recall)).Refusal);
        await ExchangeWorld.Done(world.Province, "vanthu", new AnswerIncomingRecall(ExchangeWorld.New, paper, true, ""));
        await Back(world, "15");
        Assert.Equal(RecallState.Agreed, (await world.Copy()).Recall);
        Assert.Equal(IncomingState.Returned, (await ExchangeWorld.Paper(world.Province)).State);
    }

    [Fact]
    public async Task An_update_is_an_edition_and_a_replacement_names_what_it_replaces()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var edoc = EdXmlReader.Read(await world.Package()).Package!;
        using var commune = ExchangeWorld.AgencyKey(world.Commune);
        Task<Activities.Pipeline.Answer> Send(Edoc one) => ExchangeWorld.Call(world.Province, world.KeyOfCommune, EdXmlWriter.Write(one, commune.Certificate));
        var update = edoc with { Business = BusinessType.Update, BusinessReason = "Thêm phụ lục", Files = [edoc.Files[0], new("phu-luc.txt", "text/plain", [65])] };
        Assert.Equal("exchange.unknown-document", (await Send(update)).Refusal?.Code);
        var first = (await Send(edoc)).Id;
        var second = (await Send(update)).Id;
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await Send(update)).Id);
        var replacement = edoc with { CodeNumber = "99", DocumentId = Edoc.IdOf(edoc.From.OrganId, edoc.Date, "99", edoc.CodeNotation), Business = BusinessType.Replace, Replaces = [edoc.DocumentId] };
        Assert.Null((await Send(replacement)).Refusal);
        var papers = await world.Province.Look(db => db.Set<IncomingPaper>().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([(1, replacement.DocumentId), (2, replacement.DocumentId), (1, "")], papers.Select(one => (one.Edition, one.ReplacedBy)));
    }

    /// <summary>The same document once more, because only later somebody wrote down what it replaces.</summary>
    [Fact]
    public async Task What_a_known_document_replaces_may_be_said_later()
    {
        await using var world = await ExchangeWorld.Create(cluster);
        var edoc = EdXmlReader.Read(await world.Package()).Package!;
        using var commune = ExchangeWorld.AgencyKey(world.Commune);
        Task<Activities.Pipeline.Answer> Send(Edoc one) => ExchangeWorld.Call(world.Province, world.KeyOfCommune, EdXmlWriter.Write(one, commune.Certificate));
        var later = edoc with { CodeNumber = "99", DocumentId = Edoc.IdOf(edoc.From.OrganId, edoc.Date, "99", edoc.CodeNotation) };
        Assert.Null((await Send(edoc)).Refusal);
        var known = (await Send(later)).Id;
        Assert.Equal(known, (await Send(later with { Business = BusinessType.Replace, BusinessReason = "Thay thế", Replaces = [edoc.DocumentId] })).Id);
        var papers = await world.Province.Look(db => db.Set<IncomingPaper>().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([later.DocumentId, ""], papers.Select(one => one.ReplacedBy));
    }

    private static Task<int> Count<T>(Host.Commands.DemoWorld world)
        where T : class => world.Look(db => db.Set<T>().CountAsync());

    // As the act of recalling a document does it for every copy.
    private static Task<bool> AskBack(ExchangeWorld world, string reason) => world.Commune.Look(async db =>
    {
        var copy = await db.Set<Dispatch>().SingleAsync(row => row.Id == world.CopyId);
        db.Add(copy.Record(new(DispatchEventKind.RecallAsked, TimeProvider.System.GetUtcNow(), DispatchWay.Office) { Note = reason }).Event!);
        return await db.SaveChangesAsync() > 0;
    });

    private static async Task Back(ExchangeWorld world, string code) => Assert.Null((await ExchangeWorld.Bring(world.Commune, (await ExchangeWorld.Statuses(world.Province)).Last(one => one.Code == code).Content)).Refusal);

}

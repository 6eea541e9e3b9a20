using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.InForce;
using Workflow.Activities.Lists;
using Workflow.Activities.Register;
using Workflow.Domain;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Xunit;
using static Workflow.Integration.Tests.Portal.PortalWorld;

namespace Workflow.Integration.Tests.Portal;

/// <summary>What becomes of a document is written by the office with its source, and stands wherever the document is opened; its text and bytes never change.</summary>
[Collection("cluster")]
public sealed class StandingActsTests(TestCluster cluster)
{
    [Fact]
    public async Task Only_the_issuer_or_a_superior_changes_a_document_and_every_line_has_its_source()
    {
        await using var world = await PortalWorld.Create(cluster);
        var today = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        var (target, by, lower, letter) = (
            await world.Another(81, "về trồng cây", BodyKind.ExecutiveCommittee, "nghi-quyet", today.AddDays(-30), "Trồng 1.000 cây trong tháng 3."), await world.Another(82, "về trồng cây mới", BodyKind.ExecutiveCommittee, "nghi-quyet", today, "Trồng cây."),
            await world.Another(83, "về trồng cây", BodyKind.StandingCommittee, "nghi-quyet", today, "Trồng cây."), await world.Another(84, "về đính chính", BodyKind.StandingCommittee, "cong-van", today, "Đính chính."));
        RecordChange Change(string symbol, DateOnly? date, AmendingBody body = AmendingBody.ExecutiveCommittee, string issuer = "", StandingKind kind = StandingKind.Replaced, DateOnly? from = null, string part = "", Guid? id = null) => new(New, id ?? target.Id, kind, new(body, symbol, date, issuer), from ?? today, part);
        foreach (var (code, command) in new[]
        {
            ("standing.lower-body", Change("83-NQ/ĐU", today)), ("standing.other-body", Change("12-QĐ/UBND", today, AmendingBody.Other, "Ủy ban nhân dân xã")), ("standing.not-superior", Change("12-QĐ/ĐU", today, AmendingBody.Superior, "Đảng ủy xã bên")),
            ("standing.not-in-register", Change("99-NQ/ĐU", today)), ("standing.not-in-register", Change("82-NQ/ĐU", today.AddDays(-1))), ("standing.symbol", Change("nghị quyết mới", today)), ("standing.date", Change("82-NQ/ĐU", null)), ("standing.date", Change("82-NQ/ĐU", today.AddDays(1))),
            ("standing.itself", Change("81-NQ/ĐU", target.Date)), ("standing.from", Change("82-NQ/ĐU", today, from: today.AddDays(-1))), ("standing.from", Change("82-NQ/ĐU", today, from: today.AddYears(11))), ("standing.part", Change("82-NQ/ĐU", today, kind: StandingKind.Amended)),
            ("standing.kind", Change("82-NQ/ĐU", today, kind: StandingKind.Recalled)), ("standing.earlier", Change("81-NQ/ĐU", target.Date, id: by.Id)), ("standing.not-found", Change("82-NQ/ĐU", today, id: Guid.NewGuid())),
        })
        {
            Assert.Equal(code, await world.Refused(world.Clerk, command));
        }

        Assert.Equal("auth.not-allowed", await world.Refused(world.World.People["vanphong"], Change("82-NQ/ĐU", today)));
        Assert.Equal(0, await world.World.Look(db => db.Set<StandingNote>().CountAsync()));

        // An erratum is a letter of ours, about words that are there.
        RecordErratum Erratum(string symbol, string reads, string right) => new(New, target.Id, symbol, today, "mục I, đoạn 1", reads, right);
        Assert.Equal("standing.letter", await world.Refused(world.Clerk, Erratum("82-NQ/ĐU", "tháng 3", "tháng 4")));
        Assert.Equal("standing.no-such-words", await world.Refused(world.Clerk, Erratum("84-CV/ĐU", "tháng 5", "tháng 4")));
        Assert.Equal("standing.words", await world.Refused(world.Clerk, Erratum("84-CV/ĐU", "tháng 3", "tháng 3")));
        await world.Done(world.Clerk, Erratum("84-CV/ĐU", "tháng 3".Normalize(System.Text.NormalizationForm.FormD), "tháng 4"));
        Assert.Equal("standing.twice", await world.Refused(world.Clerk, Erratum("84-CV/ĐU", "tháng 3", "tháng 4")));

        // Amended, then replaced in the future; a mistake is taken back by another line.
        await world.Done(world.Clerk, Change("82-NQ/ĐU", today, kind: StandingKind.Amended, part: "mục I"));
        await world.Done(world.Chief, Change("15-NQ/TU", today, AmendingBody.Superior, "Ban Thường vụ Tỉnh ủy", from: today.AddDays(20)));
        Assert.Equal("standing.over", await world.Refused(world.Clerk, Change("82-NQ/ĐU", today)));
        var view = (await world.World.Ask(world.Clerk, new ReadStandingDesk(target.Id)))!;
        Assert.Equal((StandingState.Amended, 3, 1), (view.Standing.State, view.Notes.Count, view.Standing.Coming.Count));
        await world.Done(world.Clerk, new TakeBackStanding(New, target.Id, view.Notes[0].Id, "Ghi nhầm văn bản"));
        Assert.Equal("standing.no-note", await world.Refused(world.Clerk, new TakeBackStanding(New, target.Id, view.Notes[0].Id, "Ghi nhầm văn bản")));
        Assert.Empty((await world.World.Ask(world.Clerk, new ReadStandingDesk(target.Id)))!.Standing.Coming);
        Assert.Equal("standing.from", await world.Refused(world.Clerk, new RecordExpiry(New, target.Id, target.Date, "Hết nhiệm kỳ")));
        await world.Done(world.Clerk, new RecordExpiry(New, target.Id, today.AddDays(9), "Nghị quyết chỉ cho năm nay"));
        Assert.Equal(5, await world.World.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.SubjectId == target.DraftId)));
        Assert.Equal(1, await world.World.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.SubjectId == by.DraftId)));
        Assert.Equal(lower.Id, await world.World.Look(db => db.Set<IssuedDocument>().Where(row => row.Id == lower.Id).Select(row => row.Id).SingleAsync()));

        // Two at once: one line.
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.World.Act(world.Clerk, new RecallDocument(New, letter.Id, new(AmendingBody.ExecutiveCommittee, "", null, ""), "Ban hành nhầm"))));
        Assert.Single(answers, answer => answer.Refusal is null);
    }

    [Fact]
    public async Task A_recall_asks_every_unit_and_the_mark_stands_wherever_the_document_is_opened()
    {
        await using var world = await PortalWorld.Create(cluster);
        var document = world.First;
        var file = await world.World.Look(db => db.Set<IssuedFile>().AsNoTracking().SingleAsync(row => row.IssuedDocumentId == document.Id && row.Kind == IssuedFileKind.Sealed));
        Assert.Equal("standing.reason", await world.Refused(world.Clerk, new RecallDocument(New, document.Id, new(AmendingBody.ExecutiveCommittee, "", null, ""), " ")));
        Assert.Equal("standing.symbol", await world.Refused(world.Clerk, new RecallDocument(New, document.Id, new(AmendingBody.Superior, "", null, "Tỉnh ủy"), "Theo yêu cầu của cấp trên")));
        var said = await world.Done(world.Clerk, new RecallDocument(New, document.Id, new(AmendingBody.ExecutiveCommittee, "", null, ""), "Ban hành sai thẩm quyền"));
        var (copies, asked) = await world.World.Look(async db => (await db.Set<Dispatch>().CountAsync(row => row.IssuedDocumentId == document.Id), await db.Set<DispatchEvent>().CountAsync(row => row.Kind == DispatchEventKind.RecallAsked)));
        Assert.True(copies > 0);
        Assert.Equal(copies, asked);
        Assert.Contains($"Đã yêu cầu {copies} đơn vị", said, StringComparison.Ordinal);

        await using var site = await Site.Start(cluster, world.Database);
        var (clerk, unit, stranger) = (await site.SignIn("vanthu"), await site.SignIn("donvi1"), site.Stranger());
        foreach (var (visitor, address) in new[]
        {
            (clerk, $"/van-ban/{document.Id}"), (clerk, $"/van-ban/{document.Id}/hieu-luc"), (unit, "/van-ban-den"), (stranger, "/cong"), (stranger, $"/cong/{document.Id}"), (stranger, "/cong/atom.xml"), (stranger, $"/kiem-tra-van-ban/{file.Sha256}"),
        })
        {
            Assert.True((await Words(visitor, address)).Contains("ĐÃ BỊ THU HỒI", StringComparison.Ordinal), address);
        }

        // Bytes never change; who loads the file still gets what was signed.
        foreach (var (visitor, address) in new[] { (clerk, $"/van-ban/{document.Id}/ban-chinh.pdf"), (unit, $"/van-ban-den/{document.Id}/tep.pdf"), (stranger, $"/cong/{document.Id}/ban-chinh.pdf") })
        {
            Assert.Equal(file.Content, await (await visitor.Get(address)).Content.ReadAsByteArrayAsync());
        }

        // Cited in a draft, it is named; what the list says of another document goes on to count.
        var context = await world.World.Look(db => OrganizationContext.Read(db, document.OrganizationId, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()), null, CancellationToken.None));
        var known = Assert.Single(context.Documents, one => one.Symbol == document.NumberAndSymbol);
        Assert.Equal(("đã bị thu hồi", VietnamTime.DayOf(TimeProvider.System.GetUtcNow())), (known.Ended, known.EndsOn!.Value));
        Assert.Contains(context.Documents, one => one.Symbol == "66-QĐ/TW");

        // By its forms: what is refused is kept, and the page says why.
        var refused = await clerk.Act($"/van-ban/{document.Id}/hieu-luc/sua-doi", ("kind", "Replaced"), ("by", "Other"), ("issuer", "Ủy ban nhân dân xã"), ("symbol", "12-QĐ/UBND"), ("date", "2026-11-21"), ("from", "2026-11-21"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("đã được ghi", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.NotNull(await world.World.Ask(world.Clerk, new ReadIssued(document.Id)));
    }
}

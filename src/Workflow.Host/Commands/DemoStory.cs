using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Conferences;
using Workflow.Activities.Distribution;
using Workflow.Activities.Drafting;
using Workflow.Activities.FollowUp;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Portal;
using Workflow.Activities.Review;
using Workflow.Activities.Routes;
using Workflow.Activities.Signing;
using Workflow.Documents.Import;
using Workflow.Documents.Reading;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;

namespace Workflow.Host.Commands;

/// <summary>The life of one document, told step by step.</summary>
internal sealed class DemoStory(DemoWorld world, ImportedDraft import, string fileName, byte[] file, string outFolder)
{
    private int step;

    /// <summary>Whether the story is told aloud, and papers written at its end.</summary>
    public bool Quiet { get; init; }

    /// <summary>The draft of the Executive Committee goes from body to body: the Standing Board, the Standing Committee, the conference.</summary>
    public bool ByRounds { get; init; }

    /// <summary>Asked with draft and hash when everything is ready for the signature; false ends the story there.</summary>
    public Func<Guid, string, bool> BeforeSigning { get; init; } = (_, _) => true;

    /// <summary>Makes the ids of forms. Whoever tells the story again with the same ids goes on where it broke off.</summary>
    public Func<Guid> NewId { get; init; } = Guid.CreateVersion7;

    /// <summary>Lets the machine finish what it had to put off.</summary>
    public Func<Task> Settle { get; init; } = () => Task.CompletedTask;

    public async Task<int> Tell()
    {
        var text = import.Text;
        var byConference = text.IssuingBody == BodyKind.ExecutiveCommittee;
        var office = world.People["vanphong"];
        var standing = await Members(BodyKind.StandingCommittee);
        Person Drafter() => world.People["soanthao"];

        if (ByRounds)
        {
            await Act("Chọn đường đi", world.People["quantri"], new ChooseDraftRoute(Id(), BodyKind.ExecutiveCommittee, "executive-committee-resolution-by-rounds", "Theo quy chế làm việc của Đảng ủy"));
        }

        var upload = await Act("Xem trước tệp", Drafter(), new StageUpload(Id(), null, "", "Ủy ban nhân dân xã", "Kính trình Ban Thường vụ Đảng ủy xem xét dự thảo.", fileName, file));
        var draftId = await Act("Soạn thảo", Drafter(), new StartDraft(Id(), upload, Convert.ToHexStringLower(SHA256.HashData(file))));
        await Act("Trình Văn phòng", Drafter(), new SubmitDraft(Id(), draftId));
        var hash = await Hash(draftId);
        await Act("Thẩm định", office, new AppraiseDraft(Id(), draftId, hash, true, "Đủ thành phần thể thức; nội dung bám sát chỉ đạo.", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(5), Points: await world.Judged()));

        if (ByRounds)
        {
            await AskBoard(draftId, hash, office);
        }

        var places = Places(text);
        (string Text, Disposition Disposition, string Reason)[] remarks =
        [
            ("Đề nghị bổ sung yêu cầu công khai, minh bạch trong quá trình thực hiện.", Disposition.Accepted, "Đã bổ sung một câu vào cuối đoạn."),
            ("Đề nghị nêu rõ cơ quan chủ trì và thời hạn hoàn thành.", Disposition.PartlyAccepted, "Cơ quan chủ trì đã nêu ở phần tổ chức thực hiện; thời hạn sẽ ghi trong kế hoạch cụ thể hóa."),
            ("Đề nghị điều chỉnh chỉ tiêu cao hơn.", Disposition.NotAccepted, "Giữ nguyên để thống nhất với chỉ tiêu cấp trên giao và khả năng nguồn lực."),
        ];
        for (var index = 0; index < remarks.Length; index++)
        {
            await Act("Góp ý", standing[2 + index], new AddComment(Id(), draftId, hash, places[index % places.Count].Id, remarks[index].Text), quiet: index > 0);
        }

        for (var index = 0; index < Math.Min(9, standing.Count); index++)
        {
            var answer = index is 2 or 3 ? OpinionAnswer.AgreeWithComments : index == 4 ? OpinionAnswer.Disagree : OpinionAnswer.Agree;
            await Act("Trả lời ý kiến", standing[index], new SendOpinion(Id(), draftId, hash, answer, answer == OpinionAnswer.Disagree ? remarks[2].Text : ""), quiet: index > 0);
        }

        await Act("Kết thúc góp ý", office, new CloseReview(Id(), draftId));
        if (ByRounds)
        {
            await Conclude(draftId, office, "Ban Thường vụ", "");
        }

        var comments = await world.Look(db => db.Set<Comment>().Where(comment => comment.DraftId == draftId).OrderBy(comment => comment.At).ToListAsync());
        for (var index = 0; index < comments.Count; index++)
        {
            await Act("Tiếp thu, giải trình", office, new AnswerComment(Id(), comments[index].Id, remarks[index].Disposition, remarks[index].Reason), quiet: index > 0);
        }

        var edited = places[0];
        await Act("Sửa dự thảo", office, new EditClause(Id(), draftId, hash, edited.Id, edited.Text.TrimEnd() + (edited.Text.TrimEnd().EndsWith('.') ? "" : ".") + " Quá trình thực hiện phải bảo đảm công khai, minh bạch.", "Tiếp thu ý kiến góp ý"));
        await Act("Hoàn chỉnh", office, new FinishRevision(Id(), draftId));

        var conferenceId = await Vote(draftId, text.IssuingBody, office);
        hash = await Hash(draftId);
        if (!BeforeSigning(draftId, hash))
        {
            return 0;
        }

        var signer = await Signer(text);
        await Act("Ký ban hành", signer, new SignResolution(Id(), draftId, hash, import.Facts.Ordinal, import.Facts.Date, import.Facts.Place));
        await Settle();
        var issued = await world.Look(db => db.Set<IssuedDocument>().SingleAsync(row => row.DraftId == draftId));
        await Act("Đóng dấu", world.People["vanthu"], new SealDocument(Id(), issued.Id));
        await Settle();
        await Release(issued.Id);
        await Receipts(issued);
        var targets = FollowUpReader.Targets(text).Count;
        var duties = FollowUpReader.Duties(text).Count;
        await Act("Theo dõi", office, new ConfirmFollowUp(Id(), issued.Id, [.. Enumerable.Range(0, targets)], [.. Enumerable.Range(0, duties)]));
        if (Quiet)
        {
            return 0;
        }

        var report = new DemoReport(world, import, draftId, issued.Id, byConference ? conferenceId : null, outFolder);
        var intact = await report.Write(office);
        Console.WriteLine();
        Console.WriteLine(intact ? $"Xong. Kết quả ở {outFolder}" : "Văn bản đã ký KHÔNG nguyên vẹn; xem summary.json.");
        return intact ? 0 : 1;
    }

    private Guid Id() => NewId();

    // Paragraphs that carry sentences: where members usually remark, and where a sentence may be added.
    private static List<Clause> Places(DraftText text)
    {
        var plain = text.Clauses.Where(clause => clause.Kind == ClauseKind.Paragraph && clause.RunInHeading is null && clause.Text.Length > 60).ToList();
        var any = plain.Count >= 3 ? plain : [.. text.Clauses.Where(clause => clause.Kind is ClauseKind.Paragraph or ClauseKind.Heading)];
        return [any[any.Count / 4], any[any.Count / 2], any[^1]];
    }

    private async Task<Guid> Vote(Guid draftId, BodyKind body, Person office)
    {
        var members = await Members(body);
        var mention = import.Facts.Conference;
        var day = mention?.Date ?? import.Facts.Date ?? VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        var conferenceId = await Act("Triệu tập", office, new CallConference(Id(), body, day, new TimeOnly(8, 0), "Hội trường Đảng ủy xã", members[0].Id, office.Id, [draftId], mention?.Ordinal));
        var entries = members.Select((member, index) => new PresenceEntry(
            member.Id, index >= members.Count - 2 ? Presence.AbsentWithReason : Presence.Present, index == members.Count - 1 ? "Nghỉ ốm" : index == members.Count - 2 ? "Đi công tác theo phân công" : "")).ToList();
        await Act("Điểm danh", office, new RecordAttendance(Id(), conferenceId, entries, "Hội nghị nghe Văn phòng trình bày dự thảo và bảng tổng hợp, tiếp thu, giải trình ý kiến; các đồng chí thảo luận và thống nhất biểu quyết."));
        await Act("Khai mạc", office, new OpenConference(Id(), conferenceId));
        var item = await world.Look(db => db.Set<AgendaItem>().SingleAsync(row => row.ConferenceId == conferenceId && row.DraftId == draftId));
        var voteId = await Act("Mở biểu quyết", office, new OpenVote(Id(), item.Id, VoteMode.Devices));
        var present = members.Take(members.Count - 2).ToList();
        for (var index = 0; index < present.Count; index++)
        {
            await Act("Biểu quyết", present[index], new CastBallot(Id(), voteId, Marks.Of(index == present.Count - 1 ? Choice.Against : Choice.InFavour)), quiet: index > 0);
        }

        await Act("Kết quả", office, new CloseVote(Id(), voteId));
        return conferenceId;
    }

    // The public pages are opened, once, and the text is put there after what was found in it is answered. Told again, the story takes the same ids.
    private async Task Release(Guid issuedId)
    {
        var (opened, released) = (Id(), Id());
        if ((await world.Send(world.People["quantri"], new SwitchPortal(opened, true, "Theo chỉ đạo của Thường trực Đảng ủy"))).Refusal is { Code: not "portal.same" } refusal)
        {
            throw new InvalidOperationException(refusal.Text);
        }

        if (await world.Ask(world.People["vanthu"], new ReadRelease(issuedId)) is { Bar: null } check)
        {
            await Act("Đăng cổng thông tin", world.People["vanthu"], new ReleaseToPortal(released, issuedId, check.FindingsHash, [.. check.Findings.Select(_ => new FindingAnswer(PublicationAnswer.NotSuch, ""))]), quiet: true);
        }
    }

    private async Task Receipts(IssuedDocument issued)
    {
        var dispatches = await world.Look(db => db.Set<Dispatch>().Where(row => row.IssuedDocumentId == issued.Id).OrderBy(row => row.Id).ToListAsync());
        var readers = world.People.Values.Where(person => person.UnitId is not null).ToList();
        foreach (var dispatch in dispatches)
        {
            if (readers.Find(person => person.UnitId == dispatch.UnitId) is { } reader)
            {
                await Act("Đơn vị mở văn bản", reader, new OpenDispatch(Id(), dispatch.Id), quiet: true);
                await Act("Đơn vị xác nhận", reader, new AcknowledgeDispatch(Id(), dispatch.Id), quiet: true);
            }
        }

        foreach (var dispatch in dispatches.Where(one => !Quiet && !readers.Exists(person => person.UnitId == one.UnitId)))
        {
            await Act("Xác nhận thay", world.People["vanthu"], new AcknowledgeForUnit(Id(), dispatch.Id, "đơn vị ký nhận trên sổ giấy"), quiet: true);
        }

        Say("Gửi các đơn vị", "", $"{dispatches.Count} đơn vị đã nhận và xác nhận.");
    }

    private async Task<Person> Signer(DraftText text)
    {
        var office = AuthorityTable.InForce([], DateOnly.MaxValue).Of(text)?.Office ?? Office.Secretary;
        return await world.Look(db => db.Set<OfficeHeld>().Where(held => held.Office == office).Join(db.Set<Person>(), held => held.PersonId, person => person.Id, (_, person) => person).FirstAsync());
    }

    // The Standing Board reads it first and asks for one thing, which is found in the text; then it goes to the Standing Committee.
    private async Task AskBoard(Guid draftId, string hash, Person office)
    {
        await Send(draftId, hash, office, "Gửi Thường trực");
        foreach (var (index, member) in (await Members(BodyKind.StandingBoard)).Index())
        {
            await Act("Thường trực trả lời", member, new SendOpinion(Id(), draftId, hash, OpinionAnswer.Agree, ""), quiet: index > 0);
        }

        await Act("Kết thúc góp ý", office, new CloseReview(Id(), draftId));
        await Conclude(draftId, office, "Thường trực", "Giao cơ quan theo dõi, báo cáo kết quả");
        var point = await world.Look(db => db.Set<ConclusionPoint>().Where(row => row.DraftId == draftId).Select(row => row.Id).SingleAsync());
        await Act("Đối soát", office, new CheckPoint(Id(), point, hash, import.Text.Clauses.Last(clause => clause.Kind == ClauseKind.Heading).Id, true, "Đã nêu ở phần tổ chức thực hiện."));
        await Act("Hoàn chỉnh", office, new FinishRevision(Id(), draftId));
        await Send(draftId, hash, office, "Gửi Ban Thường vụ");
    }

    private Task<Guid> Send(Guid draftId, string hash, Person office, string what) =>
        Act(what, office, new OpenStepRound(Id(), draftId, hash, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(5), new TimeOnly(17, 0), AnswersShown.AfterMine));

    private async Task Conclude(Guid draftId, Person office, string body, string points)
    {
        var round = await world.Look(db => db.Set<ReviewRound>().Where(row => row.DraftId == draftId).OrderByDescending(row => row.Number).Select(row => row.Id).FirstAsync());
        await Act($"Kết luận của {body}", office, new ConcludeRound(Id(), draftId, round, ConclusionOutcome.Revise, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()), "", points));
    }

    private Task<List<Person>> Members(BodyKind kind) => world.Look(db => db.Set<Membership>()
        .Join(db.Set<Body>().Where(body => body.Kind == kind), member => member.BodyId, body => body.Id, (member, _) => member.PersonId)
        .Join(db.Set<Person>(), id => id, person => person.Id, (_, person) => person).OrderBy(person => person.Id).ToListAsync());

    private Task<string> Hash(Guid draftId) => world.Look(db => db.Set<Draft>().Where(draft => draft.Id == draftId).Select(draft => draft.CurrentHash).SingleAsync());

    private async Task<Guid> Act(string title, Person person, ICommand command, bool quiet = false)
    {
        var answer = await world.Send(person, command);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{title}: {refusal.Code}: {refusal.Text}");
        }

        if (!quiet)
        {
            Say(title, person.FullName, answer.Text);
        }

        return answer.Id;
    }

    private void Say(string title, string who, string text)
    {
        if (!Quiet)
        {
            Console.WriteLine($"[{++step,2}] {title,-22} {who,-22} {text}");
        }
    }
}

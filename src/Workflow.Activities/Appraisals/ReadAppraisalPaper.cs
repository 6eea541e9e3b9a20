using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>Báo cáo thẩm định: of one appraisal, or of the newest; before the first the list in force, to fill in by hand. It is laid out by the rules of its day.</summary>
/// <param name="Blank">To fill in by hand, whatever was appraised.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadAppraisalPaper(Guid DraftId, Guid? AppraisalId, PaperFormat Format, bool Blank = false) : IQuery<PaperFile?>, IOfDraft;

internal sealed class ReadAppraisalPaperHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadAppraisalPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadAppraisalPaper request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        var appraisal = request.Blank ? null : await db.Set<Appraisal>().AsNoTracking().Where(row => row.DraftId == request.DraftId && (request.AppraisalId == null || row.Id == request.AppraisalId))
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        if (draft is null || (appraisal is null && request.AppraisalId is not null))
        {
            return null;
        }

        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == actor.OrganizationId, cancellationToken);
        var day = appraisal is null ? actor.Today : VietnamTime.DayOf(appraisal.At);
        var hash = appraisal?.VersionHash ?? draft.CurrentHash;
        var version = await db.Set<DraftVersion>().AsNoTracking().Where(row => row.DraftId == draft.Id && row.Hash == hash).OrderBy(row => row.Round)
            .Select(row => new { row.Id, row.Round, Sent = db.Set<DraftRound>().Where(round => round.VersionId == row.Id).Select(round => (int?)round.Number).FirstOrDefault() }).FirstAsync(cancellationToken);
        var (source, points) = appraisal is null ? await Empty(day, cancellationToken) : (appraisal.ChecklistSource, await Judged(appraisal, cancellationToken));
        var before = appraisal is null ? [] : await EarlierAppraisal.Asked(db, draft, appraisal, (version.Id, hash), cancellationToken);
        var people = new[] { draft.DrafterId, appraisal?.ById ?? Guid.Empty };
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var paper = AppraisalReport.Of(new(
            new PaperHeader(organization.SuperiorHeaderName, organization.HeaderName, organization.Place, appraisal is null ? null : day), draft.Title(), ReadAppraisalsHandler.Name(version.Round, version.Sent), hash,
            await Files(draft, version.Id, names.GetValueOrDefault(draft.DrafterId, ""), cancellationToken), source,
            [.. points.Where(one => one.Part == AppraisalPart.Form).Select(one => one.Row)], [.. points.Where(one => one.Part == AppraisalPart.Content).Select(one => one.Row)],
            [.. before.Select(one => new AppraisalReportBefore($"{one.Point.Words}: {one.Point.Note}{Place(one.Point.ClauseTitle)}", Now(one, points)))], Proposal(appraisal, points), appraisal is null ? "" : names.GetValueOrDefault(appraisal.ById, "")));
        return PaperFile.Of(paper, "bao-cao-tham-dinh", request.Format, await LayoutOn.Day(db, day, cancellationToken), cancellationToken);
    }

    private sealed record Line(AppraisalPart Part, AppraisalReportPoint Row);

    private async Task<(string Source, List<Line> Points)> Empty(DateOnly day, CancellationToken ct)
    {
        var (list, items) = await Checklists.InForce(db, day, ct);
        return (list?.Source ?? "", [.. items.Select(item => new Line(item.Part, new(item.Words, "", "\n\n")))]);
    }

    private async Task<List<Line>> Judged(Appraisal appraisal, CancellationToken ct) =>
        (await db.Set<AppraisalPoint>().AsNoTracking().Where(point => point.AppraisalId == appraisal.Id).OrderBy(point => point.Ordinal).ToListAsync(ct))
        .ConvertAll(point => new Line(point.Part, new(point.Words, AppraisalWords.Of(point.Judgement), (point.Note + Place(point.ClauseTitle) + (point.WasProposed ? " (phần mềm đề xuất, người thẩm định giữ nguyên)" : "")).Trim())));

    private static string Now(AskedBefore one, List<Line> points)
    {
        var judgement = points.Find(point => point.Row.Name == one.Point.Words)?.Row.Judgement ?? "";
        return (judgement.Length > 0 ? judgement + "; " : "") + AppraisalWords.Of(one.Since) + ".";
    }

    private static string Place(string title) => title.Length > 0 ? $" (tại: {title})" : "";

    private async Task<IReadOnlyList<string>> Files(Draft draft, Guid versionId, string drafter, CancellationToken ct)
    {
        var file = await db.Set<DraftFile>().AsNoTracking().Where(row => row.VersionId == versionId).Select(row => row.FileName).FirstOrDefaultAsync(ct);
        return
        [
            $"Cơ quan chủ trì soạn thảo: {draft.DraftingBody} (đồng chí {drafter}); hồ sơ lập ngày {VietnamTime.DayOf(draft.CreatedAt).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}.",
            $"Hồ sơ gồm: dự thảo {draft.Type()}{(file is null ? "" : $" (tệp {file})")}{(draft.SubmissionNote.Length > 0 ? "; tờ trình" : "; chưa có tờ trình")}.",
        ];
    }

    private static List<string> Proposal(Appraisal? appraisal, List<Line> points)
    {
        if (appraisal is null)
        {
            return [];
        }

        var notMet = points.Count(point => point.Row.Judgement == AppraisalWords.Of(PointJudgement.NotMet));
        var said = appraisal.Passed
            ? notMet == 0 ? "Hồ sơ đạt yêu cầu; đề nghị cho dự thảo đi tiếp." : $"Còn {notMet} nội dung chưa đạt; đề nghị cho dự thảo đi tiếp với lý do: {appraisal.Reason.TrimEnd('.')}."
            : $"Trả lại cơ quan soạn thảo để hoàn chỉnh{(notMet > 0 ? $" {notMet} nội dung chưa đạt nêu trên" : "")}.";
        return appraisal.Note.Length > 0 ? [said, appraisal.Note] : [said];
    }
}

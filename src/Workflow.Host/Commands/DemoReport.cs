using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Register;
using Workflow.Documents.Import;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;

namespace Workflow.Host.Commands;

/// <summary>What the demonstration leaves behind: papers, register, log and a summary of everything that happened.</summary>
internal sealed class DemoReport(DemoWorld world, ImportedDraft import, Guid draftId, Guid issuedId, Guid? conferenceId, string outFolder)
{
    /// <summary>Writes everything; true when the signed paper is intact.</summary>
    public async Task<bool> Write(Person office)
    {
        await Save("draft-1.docx", await world.Ask(office, new ReadDraftPaper(draftId, 1)));
        await Save("draft-2.docx", await world.Ask(office, new ReadDraftPaper(draftId, 2)));
        await Save("redline.docx", await world.Ask(office, new ReadRedlinePaper(draftId, 1, 2)));
        await Save("synthesis.docx", await world.Ask(office, new ReadSynthesisPaper(draftId, PaperFormat.Word)));
        File.Delete(Path.Combine(outFolder, "minutes.docx"));
        if (conferenceId is { } conference)
        {
            await Save("minutes.docx", await world.Ask(office, new ReadMinutesPaper(conference, PaperFormat.Word)));
        }

        var files = await world.Look(db => db.Set<IssuedFile>().AsNoTracking().Where(file => file.IssuedDocumentId == issuedId).ToListAsync());
        var pdf = files.Single(file => file.Kind == IssuedFileKind.Sealed).Content;
        await File.WriteAllBytesAsync(Path.Combine(outFolder, "resolution.pdf"), pdf);
        await File.WriteAllBytesAsync(Path.Combine(outFolder, "resolution.docx"), files.Single(file => file.Kind == IssuedFileKind.Word).Content);
        var ca = await File.ReadAllTextAsync(Path.Combine(world.CertificateFolder, "demo-ca.pem"));
        await File.WriteAllTextAsync(Path.Combine(outFolder, "demo-ca.pem"), ca);
        var root = X509CertificateLoader.LoadCertificate(X509Certificate2.CreateFromPem(ca).RawData);
        var verified = PdfVerifier.Verify(pdf, [root], TimeProvider.System.GetUtcNow());
        var dispatches = await Dispatches();
        await WriteJson("dispatch.json", dispatches);
        var audit = await world.Look(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Position).ToListAsync());
        var compact = new JsonSerializerOptions(Json.Options) { WriteIndented = false };
        await File.WriteAllLinesAsync(Path.Combine(outFolder, "audit.jsonl"), audit.Select(entry => JsonSerializer.Serialize(entry, compact)));
        await WriteJson("summary.json", await Summary(verified, dispatches));
        return verified.Verdict == Verdict.Intact;
    }

    private async Task<Dictionary<string, object?>> Summary(VerificationReport verified, object dispatches)
    {
        var names = await world.Look(db => db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName));
        var issued = await world.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync(row => row.Id == issuedId));
        var organization = await world.Look(db => db.Set<Organization>().AsNoTracking().SingleAsync());
        var view = DocumentView.Of(import);
        var summary = new Dictionary<string, object?>();
        foreach (var key in new[] { "documentType", "title", "subject", "issuingBody" })
        {
            summary[key] = view[key];
        }

        summary["organization"] = organization.HeaderName;
        summary["superior"] = organization.SuperiorHeaderName;
        summary["number"] = issued.NumberAndSymbol;
        summary["symbol"] = issued.NumberAndSymbol[(issued.NumberAndSymbol.IndexOf('-', StringComparison.Ordinal) + 1)..];
        summary["place"] = issued.Place;
        summary["date"] = DocumentView.Iso(issued.Date);
        summary["headings"] = view["headings"];
        summary["recipients"] = view["recipients"];
        summary["publication"] = view["publication"];
        summary["signature"] = new { authority = issued.Authority, position = issued.Position, name = issued.SignerName };
        summary["versions"] = await world.Look(db => db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draftId).OrderBy(version => version.Round).Select(version => new { round = version.Round, hash = version.Hash }).ToListAsync());
        var comments = await world.Look(db => db.Set<Comment>().AsNoTracking().Where(comment => comment.DraftId == draftId).OrderBy(comment => comment.At).ToListAsync());
        summary["comments"] = comments.Select(comment => new { member = comment.AuthorAsWritten.Length > 0 ? comment.AuthorAsWritten : names[comment.AuthorId], clause = comment.ClauseTitle, text = comment.Text, disposition = comment.Disposition is { } disposition ? ReviewWords.Of(disposition) : null, reason = comment.Reason }).ToList();
        var sheets = await world.Look(db => db.Set<OpinionSheet>().AsNoTracking().OrderBy(sheet => sheet.Id).ToListAsync());
        summary["opinions"] = sheets.Where(sheet => sheet.Answer is not null).Select(sheet => new { member = names[sheet.PersonId], answer = ReviewWords.Of(sheet.Answer!.Value), reason = sheet.Reason }).ToList();
        summary["conference"] = conferenceId is null ? null : await Conference();
        summary["approval"] = conferenceId is null ? await Conference() : null;
        summary["signatures"] = verified.Signatures.Select(signature => new { signer = signature.Signer, role = signature.Field == Documents.Layout.OfficialPdf.PersonalField ? "personal" : "agency", valid = signature.Valid && signature.ChainTrusted, coversWholeRevision = signature.CoversWholeRevision }).ToList();
        summary["verification"] = new { verdict = verified.Verdict.ToString(), findings = verified.Findings };
        summary["dispatches"] = dispatches;
        summary["targets"] = (await world.Look(db => db.Set<Target>().AsNoTracking().OrderBy(target => target.Id).ToListAsync())).Select(target => new { label = target.Label, comparator = target.Comparator.ToString(), value = target.Value / 1.000000m, upperValue = target.UpperValue, unit = target.Unit, quote = target.Quote }).ToList();
        summary["duties"] = (await world.Look(db => db.Set<ReportingDuty>().AsNoTracking().OrderBy(duty => duty.Id).ToListAsync())).Select(duty => new { who = duty.Who, toWhom = duty.ToWhom, what = duty.What, when = duty.When, periodicity = duty.Periodicity }).ToList();
        summary["processHistory"] = (await world.Look(db => db.Set<OpenTask>().AsNoTracking().Where(task => task.SubjectId == draftId).OrderBy(task => task.OpenedAt).ThenBy(task => task.Id).ToListAsync()))
            .Select(task => new { step = task.Name, task = task.TaskKey, opened = task.OpenedAt, closed = task.ClosedAt, outcome = task.Outcome, by = task.ClosedById is { } by ? names.GetValueOrDefault(by) : null }).ToList();
        return summary;
    }

    private async Task<object> Conference()
    {
        var vote = await world.Look(db => db.Set<Vote>().AsNoTracking().SingleAsync(row => row.DraftId == draftId));
        var ordinal = await world.Look(db => db.Set<Conference>().AsNoTracking().Where(conference => db.Set<AgendaItem>().Any(item => item.Id == vote.AgendaItemId && item.ConferenceId == conference.Id)).Select(conference => conference.Ordinal).SingleAsync());
        return new
        {
            ordinal,
            summoned = vote.Incumbents,
            present = vote.Present,
            quorumRequired = vote.QuorumRequired,
            incumbents = vote.Incumbents,
            required = vote.Required,
            inFavour = vote.InFavour,
            against = vote.Against,
            abstained = vote.Abstained,
            adopted = vote.Adopted,
            result = vote.ResultSentence(),
            versionHash = vote.VersionHash,
        };
    }

    private Task<List<DispatchLine>> Dispatches() => world.Look(db => db.Set<Dispatch>().AsNoTracking().Where(row => row.IssuedDocumentId == issuedId).OrderBy(row => row.Id)
        .Join(db.Set<Unit>(), dispatch => dispatch.UnitId, unit => unit.Id, (dispatch, unit) => new DispatchLine(unit.Name, dispatch.Purpose, dispatch.Status.ToString(), dispatch.RecipientLine)).ToListAsync());

    private sealed record DispatchLine(string Unit, string Purpose, string Status, string RecipientLine);

    private Task Save(string name, PaperFile? paper) => File.WriteAllBytesAsync(Path.Combine(outFolder, name), paper!.Content);

    private Task WriteJson(string name, object content) => File.WriteAllTextAsync(Path.Combine(outFolder, name), JsonSerializer.Serialize(content, Json.Options) + "\n");
}

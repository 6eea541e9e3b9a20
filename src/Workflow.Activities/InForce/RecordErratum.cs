using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>Notes an erratum: the official letter of the issuer that says what reads wrong and what is right. The document itself stays as it is.</summary>
/// <param name="Symbol">Number of the letter.</param>
/// <param name="Part">Where the words stand, or empty.</param>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record RecordErratum(Guid CommandId, Guid IssuedDocumentId, string Symbol, DateOnly? Date, string Part, string Reads, string ShouldRead) : ICommand;

internal sealed class RecordErratumHandler(WorkflowDbContext db, StandingDesk desk, Actor actor) : IRequestHandler<RecordErratum, Answer>
{
    private const string Letter = "cong-van";

    public async Task<Answer> Handle(RecordErratum command, CancellationToken cancellationToken)
    {
        var (issued, notes) = await desk.Take(command.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return Answer.No(StandingDesk.NotFound);
        }

        var (letter, refusal) = await AmendingPaper.FindLetter(db, issued, command.Symbol, command.Date, actor.Today, cancellationToken);
        if (letter is null)
        {
            return Answer.No(refusal!);
        }

        if (letter.TypeKey != Letter)
        {
            return Answer.No("standing.letter", $"Đính chính phải bằng công văn của cơ quan ban hành (Nghị định 30/2020/NĐ-CP, điều 18); {letter.Name} không phải công văn. Sai về nội dung thì ban hành văn bản thay thế.");
        }

        var (part, reads, right) = (StandingDesk.Plain(command.Part), StandingDesk.Plain(command.Reads), StandingDesk.Plain(command.ShouldRead));
        if (reads.Length is 0 or > StandingNote.LongestWords || right.Length is 0 or > StandingNote.LongestWords || part.Length > StandingNote.LongestWords || reads == right)
        {
            return Answer.No("standing.words", $"Đồng chí ghi chữ in sai và chữ đúng (mỗi ô từ 1 đến {StandingNote.LongestWords} chữ, khác nhau).");
        }

        if (!(await Printed(issued, cancellationToken)).Contains(reads, StringComparison.Ordinal))
        {
            return Answer.No("standing.no-such-words", $"Trong văn bản không có chữ “{reads}”. Đồng chí chép đúng như bản đã ban hành, kể cả chữ hoa và dấu câu.");
        }

        if (DocumentStanding.On([.. notes], null, DateOnly.MaxValue).Errata.Any(fact => fact.Reads == reads && fact.Part == part))
        {
            return Answer.No("standing.twice", $"Chỗ “{reads}” đã được ghi đính chính. Nếu ghi nhầm, đồng chí bỏ dòng ấy trước.");
        }

        desk.Write(issued, StandingKind.Erratum, letter.Date, letter, part, reads, right);
        return StandingDesk.Done(issued, letter, $"Đã ghi đính chính văn bản số {issued.NumberAndSymbol} theo {letter.Name}: “{reads}” đọc là “{right}”{(part.Length > 0 ? $" ({part})" : "")}. Bản đã ban hành giữ nguyên; nơi nào mở văn bản cũng thấy đính chính này.");
    }

    // Everything that stands on the paper.
    private async Task<string> Printed(IssuedDocument issued, CancellationToken ct)
    {
        var text = CanonicalText.Read(await db.Set<DraftVersion>().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(ct));
        string[] lines =
        [
            text.Type.Name, text.Type.Name.ToUpperInvariant(), text.TitleTail, text.Subject, issued.NumberAndSymbol, $"{issued.Place}, ngày {issued.Date.Day:00} tháng {issued.Date.Month} năm {issued.Date.Year}", issued.Date.Month < 3 ? $"tháng {issued.Date.Month:00}" : "",
            .. text.Clauses.SelectMany(clause => clause.Rows is null ? [clause.FullText] : clause.Rows.SelectMany(row => row)), .. text.Recipients.Select(line => $"{line.Name} {line.Purpose}"), issued.Authority, issued.Position, issued.SignerName,
        ];
        return string.Join('\n', lines.Select(StandingDesk.Plain));
    }
}

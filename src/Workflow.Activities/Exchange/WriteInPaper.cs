using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The registry clerk writes a document into the book of arrivals that came on paper.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record WriteInPaper(Guid CommandId, string Sender, string NumberAndSymbol, DateOnly? Day, string TypeName, string Subject, string Signer) : ICommand;

internal sealed class WriteInPaperHandler(WorkflowDbContext db, ArrivalNumbers numbers, Actor actor) : IRequestHandler<WriteInPaper, Answer>
{
    private const int LongestName = 100;

    public async Task<Answer> Handle(WriteInPaper command, CancellationToken cancellationToken)
    {
        var (sender, name, subject) = (PartnerWords.Plain(command.Sender), PartnerWords.Plain(command.NumberAndSymbol), PartnerWords.Plain(command.Subject));
        var (type, signer) = (PartnerWords.Plain(command.TypeName), PartnerWords.Plain(command.Signer));
        if (sender.Length is 0 or > ExchangePartner.LongestName || name.Length is 0 or > LongestName || subject.Length is 0 or > IncomingPaper.LongestSubject || type.Length > LongestName || signer.Length > PartnerWords.LongestWords)
        {
            return Answer.No("incoming.words", "Đồng chí ghi đủ nơi gửi (tối đa 300 chữ), số và ký hiệu (tối đa 100 chữ), trích yếu (tối đa 2.000 chữ).");
        }

        if (command.Day is not { } day || day > actor.Today)
        {
            return Answer.No("incoming.day", "Đồng chí ghi ngày của văn bản, ví dụ 26/05/2026, không sau hôm nay.");
        }

        var book = await numbers.Hold(cancellationToken);
        var id = Guid.CreateVersion7(actor.Now);
        var paper = new IncomingPaper
        {
            Id = id,
            SourceId = id,
            OrganizationId = actor.OrganizationId,
            SenderName = sender,
            DocumentId = id.ToString(),
            ContentHash = "",
            NumberAndSymbol = name,
            TypeName = type,
            Date = day,
            Subject = subject,
            SignerName = signer,
            ArrivedAt = actor.Now,
            SearchText = IncomingPaper.Find(name, sender, type, subject),
        };
        db.Add(paper);
        db.Add(paper.Arrive("Bản giấy"));
        db.Add(paper.Register(book.Take(actor.Now), actor.Today, "", actor.PersonId, actor.Name, actor.Now));
        return Answer.Done(paper.Id, $"Đã vào sổ văn bản đến số {paper.ArrivalName}: {name} của {sender} (bản giấy).");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>A rule as the page lists it.</summary>
public sealed record SigningRuleRow(NumberMoment Moment, DateOnly From, string Source, string By, DateTimeOffset At);

/// <summary>A picture as the page lists it.</summary>
/// <param name="Whose">"Con dấu của cơ quan", or a name.</param>
public sealed record PictureRow(Guid Id, string Whose, string Sha256, int Width, int Height, decimal WidthMm, DateOnly From, DateOnly? To, string EndReason, string By, DateTimeOffset At);

/// <summary>How the organization signs: when numbers are taken, and which pictures signatures show.</summary>
/// <param name="Signers">Who may be given a picture: holders of an office that signs today.</param>
public sealed record SigningSetupView(DateOnly Today, NumberMoment InForce, IReadOnlyList<SigningRuleRow> Rules, IReadOnlyList<PictureRow> Pictures, IReadOnlyList<(Guid Id, string Name)> Signers);

/// <summary>How the organization signs.</summary>
[Allow(Office.Administrator)]
public sealed record ReadSigningSetup : IQuery<SigningSetupView>;

/// <summary>The bytes of a picture, to look at.</summary>
[Allow(Office.Administrator)]
public sealed record ReadSignaturePicture(Guid Id) : IQuery<byte[]?>;

internal sealed class ReadSigningSetupHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadSigningSetup, SigningSetupView>, IRequestHandler<ReadSignaturePicture, byte[]?>
{
    public async Task<SigningSetupView> Handle(ReadSigningSetup request, CancellationToken cancellationToken)
    {
        var rules = await db.Set<SigningRule>().AsNoTracking().OrderByDescending(row => row.ValidFrom).ThenByDescending(row => row.At).ToListAsync(cancellationToken);
        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var pictures = await db.Set<SignaturePicture>().AsNoTracking().OrderBy(one => one.To != null).ThenByDescending(one => one.At)
            .Select(one => new { one.Id, one.PersonId, one.Sha256, one.Width, one.Height, one.WidthMm, one.From, one.To, one.EndReason, one.ById, one.At }).ToListAsync(cancellationToken);
        var signers = await db.Set<OfficeHeld>().Where(held => AuthorityRules.Signers.Contains(held.Office) && held.From <= actor.Today && (held.To == null || held.To >= actor.Today)).Select(held => held.PersonId).Distinct().ToListAsync(cancellationToken);
        string Name(Guid id) => names.GetValueOrDefault(id, "");
        return new(actor.Today, SigningRule.InForce(rules, actor.Today), [.. rules.Select(row => new SigningRuleRow(row.Numbering, row.ValidFrom, row.Source, Name(row.ById), row.At))],
            [.. pictures.Select(one => new PictureRow(one.Id, one.PersonId is { } person ? $"Chữ ký của đồng chí {Name(person)}" : "Con dấu của cơ quan", one.Sha256, one.Width, one.Height, one.WidthMm, one.From, one.To, one.EndReason, Name(one.ById), one.At))],
            [.. signers.Select(id => (id, Name(id))).OrderBy(one => one.Item2, StringComparer.Ordinal)]);
    }

    public Task<byte[]?> Handle(ReadSignaturePicture request, CancellationToken cancellationToken) =>
        db.Set<SignaturePicture>().AsNoTracking().Where(one => one.Id == request.Id).Select(one => (byte[]?)one.Content).SingleOrDefaultAsync(cancellationToken);
}

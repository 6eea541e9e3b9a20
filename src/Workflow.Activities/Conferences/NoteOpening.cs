using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Somebody summoned opened the material of an item. Of anyone else, who reads in the course of their work, nothing is kept.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record NoteOpening(Guid CommandId, Guid ItemId) : IQuietCommand;

internal sealed class NoteOpeningHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<NoteOpening, Answer>
{
    public async Task<Answer> Handle(NoteOpening request, CancellationToken cancellationToken)
    {
        await Openings.Note(db, actor, db.Set<AgendaItem>().Where(item => item.Id == request.ItemId), cancellationToken);
        return Answer.Done(request.ItemId, "");
    }
}

/// <summary>Keeps who opened what of a session.</summary>
internal static class Openings
{
    /// <summary>Notes that the actor opened these items, for each session that summoned or invited them.</summary>
    public static async Task Note(WorkflowDbContext db, Actor actor, IQueryable<AgendaItem> items, CancellationToken ct)
    {
        var mine = await items.Where(item => item.VersionHash != "").Join(db.Set<Attendance>().Where(row => row.PersonId == actor.PersonId), item => item.ConferenceId, row => row.ConferenceId, (item, row) => new { item.ConferenceId, row.Id, Item = item.Id, item.VersionHash }).ToListAsync(ct);
        foreach (var one in mine)
        {
            await Note(db, actor.OrganizationId, actor.Now, one.ConferenceId, one.Id, one.Item, one.VersionHash, ct);
        }
    }

    /// <summary>Adds a row, unless the same was opened a moment ago.</summary>
    public static async Task Note(WorkflowDbContext db, Guid organization, DateTimeOffset now, Guid conference, Guid attendance, Guid item, string hash, CancellationToken ct)
    {
        var since = now - MaterialOpening.Same;
        if (!await db.Set<MaterialOpening>().AnyAsync(row => row.ConferenceId == conference && row.AttendanceId == attendance && row.ItemId == item && row.VersionHash == hash && row.At > since, ct))
        {
            db.Add(new MaterialOpening { Id = Guid.CreateVersion7(now), OrganizationId = organization, ConferenceId = conference, AttendanceId = attendance, ItemId = item, VersionHash = hash, At = now });
        }
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The presence of one member or guest, by the person or, for a guest nobody knows, by the row.</summary>
/// <param name="Was">What the sender saw; whoever checked in since then and was not touched by the sender stays as they are. Null: it counts as said.</param>
public sealed record PresenceEntry(Guid PersonId, Presence Presence, string Reason, Presence? Was = null);

/// <summary>The office records who is there, who came late and who left; the time is now.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RecordAttendance(Guid CommandId, Guid ConferenceId, IReadOnlyList<PresenceEntry> Entries, string Discussion) : ICommand;

internal sealed class RecordAttendanceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RecordAttendance, Answer>
{
    public async Task<Answer> Handle(RecordAttendance command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        var rows = await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id).ToListAsync(cancellationToken);
        var movements = new Movements(db, conference.Id, actor);
        foreach (var entry in command.Entries)
        {
            if (rows.Find(row => row.PersonId == entry.PersonId || row.Id == entry.PersonId) is not { } row)
            {
                return Answer.No("conference.not-summoned", "Có người không thuộc danh sách triệu tập.");
            }

            if (entry.Was == entry.Presence && row.Presence != entry.Presence)
            {
                continue;
            }

            var was = row.IsPresent;
            if (row.Mark(entry.Presence, entry.Reason) is { } refusal)
            {
                return Answer.No(refusal);
            }

            await movements.Note(row, was, cancellationToken);
        }

        conference.Discussion = command.Discussion.Trim();
        var members = rows.Where(row => !row.IsGuest).ToList();
        return Answer.Done(conference.Id, $"Đã điểm danh: có mặt {members.Count(row => row.IsPresent)}/{members.Count} đồng chí.");
    }
}

/// <summary>Adds a row whenever somebody comes or goes; the session must be held, so that the numbers follow each other.</summary>
internal sealed class Movements(WorkflowDbContext db, Guid conferenceId, Actor actor)
{
    private int? last;

    public async Task Note(Attendance row, bool was, CancellationToken ct)
    {
        if (row.IsPresent == was)
        {
            return;
        }

        last ??= await db.Set<Movement>().Where(one => one.ConferenceId == conferenceId).MaxAsync(one => (int?)one.Number, ct) ?? 0;
        db.Add(new Movement
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            ConferenceId = conferenceId,
            AttendanceId = row.Id,
            Number = (int)(last = last + 1),
            IsIn = row.IsPresent,
            At = actor.Now,
            ById = actor.PersonId,
        });
    }
}

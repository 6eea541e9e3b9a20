using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Layouts;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A guest's page; asked without an account, by a signed link. Only items that are open to guests; nothing of votes, opinions or of who is there.</summary>
/// <param name="ItemId">The item whose text is asked for.</param>
public sealed record ReadGuestPage(string Token, Guid? ItemId = null) : IRequest<GuestView?>;

/// <summary>A file of the guest's page: the material of an item, or without one the invitation.</summary>
public sealed record ReadGuestPaper(string Token, Guid? ItemId, PaperFormat Format) : IRequest<PaperFile?>;

/// <summary>An item open to guests.</summary>
public sealed record GuestItem(Guid Id, string Number, string Title, string Presenter, int Minutes, bool HasText, bool IsNow);

/// <param name="Text">The text asked for; null on the page itself.</param>
public sealed record GuestView(string Guest, string Organization, string Name, DateTimeOffset StartsAt, string Place, bool IsRunning, IReadOnlyList<GuestItem> Items, GuestItem? Item, DraftText? Text);

internal sealed class ReadGuestPageHandler(WorkflowDbContext db, CurrentOrganization organization, GuestLinks links, TimeProvider clock) : IRequestHandler<ReadGuestPage, GuestView?>, IRequestHandler<ReadGuestPaper, PaperFile?>
{
    public async Task<GuestView?> Handle(ReadGuestPage request, CancellationToken cancellationToken)
    {
        if (await GuestAccess.Of(db, organization, links, request.Token, cancellationToken) is not var (pass, record, guest))
        {
            return null;
        }

        List<GuestItem> items = [.. record.Items.Where(one => one.Item.GuestsStay).Select(one => new GuestItem(one.Item.Id, one.Number, one.Title, one.Item.Presenter, one.Item.Minutes, one.Item.VersionId is not null, record.Conference.NowItemId == one.Item.Id))];
        var item = items.Find(one => one.Id == request.ItemId);
        if (request.ItemId is not null && item is not { HasText: true })
        {
            return null;
        }

        var text = item is null ? null : await VersionTexts.Of(db, Frozen(record, item.Id).VersionId!.Value, Frozen(record, item.Id).VersionHash, cancellationToken);
        await Keep(pass, record, guest, item?.Id, cancellationToken);
        var name = await db.Set<Organization>().Where(one => one.Id == pass.OrganizationId).Select(one => one.Name).SingleAsync(cancellationToken);
        return new(guest.GuestName, name, record.Name, record.Conference.StartsAt, record.Conference.Place, record.Conference.IsRunning, items, item, text);
    }

    public async Task<PaperFile?> Handle(ReadGuestPaper request, CancellationToken cancellationToken)
    {
        if (await GuestAccess.Of(db, organization, links, request.Token, cancellationToken) is not var (pass, record, guest) || (request.ItemId is { } item && !record.Items.Any(one => one.Item.Id == item && one.Item.GuestsStay)))
        {
            return null;
        }

        PaperFile? file;
        if (request.ItemId is { } id)
        {
            file = request.Format == PaperFormat.Word ? await Materials.Paper(db, record, id, cancellationToken) : null;
        }
        else
        {
            var models = await SessionPaperModels.Of(db, record, cancellationToken);
            var day = VietnamTime.DayOf(record.Conference.InvitedAt ?? clock.GetUtcNow());
            file = PaperFile.Of(InvitationPaper.Of(models.Invitation(day), [new(guest.GuestName, IsGuest: true)]), "giay-moi", request.Format, await LayoutOn.Day(db, VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt), cancellationToken), cancellationToken);
        }

        if (file is not null)
        {
            await Keep(pass, record, guest, request.ItemId, cancellationToken);
        }

        return file;
    }

    private static AgendaItem Frozen(SessionRecord record, Guid item) => record.Items.Single(one => one.Item.Id == item).Item;

    // The first use of a link stands in the log, every opening of a text among the openings.
    private async Task Keep(GuestPass pass, SessionRecord record, Attendance guest, Guid? item, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (item is { } opened)
        {
            await Openings.Note(db, pass.OrganizationId, now, record.Conference.Id, guest.Id, opened, Frozen(record, opened).VersionHash, ct);
        }

        var first = (DateTimeOffset?)now;
        if (pass.FirstUsedAt is null && await db.Set<GuestPass>().Where(one => one.Id == pass.Id && one.FirstUsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.FirstUsedAt, first), ct) == 1)
        {
            await CommitSave.Run(db, pass.OrganizationId, new AuditNote(Guid.Empty, $"Khách mời {guest.GuestName}", "OpenGuestPage", record.Conference.Id, $"{guest.GuestName} mở liên kết dành cho khách mời lần đầu."), now, ct);
            return;
        }

        await CommitSave.Quietly(db, ct);
    }
}

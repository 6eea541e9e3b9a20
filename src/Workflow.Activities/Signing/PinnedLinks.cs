using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>Whose address it is, and the bytes behind it.</summary>
public sealed record PinnedLink(Guid OrganizationId, Guid PersonId, string PersonName, string FileName, byte[] Content);

/// <summary>What a one-time address leads to; asked without an account, for the program that signs has none. Null: used, or never was.</summary>
public sealed record ReadPinnedLink(string Token) : IRequest<PinnedLink?>;

/// <summary>Words about one-time addresses.</summary>
public static class PinnedLinks
{
    /// <summary>Said to whoever comes with an address that does not lead anywhere.</summary>
    public static Refusal Used { get; } = new("pinned.link-used", "Đường dẫn tải tệp này đã được dùng, đã hết hạn hoặc tệp đã ký xong. Đồng chí mở lại trang ký trong hệ thống và lấy đường dẫn mới.");
}

internal sealed class ReadPinnedLinkHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadPinnedLink, PinnedLink?>
{
    private const int TokenLength = 64;

    public async Task<PinnedLink?> Handle(ReadPinnedLink request, CancellationToken cancellationToken)
    {
        if (request.Token.Length != TokenLength)
        {
            return null;
        }

        // The address itself is the key: the organization filter gives way to it.
        var pinned = await db.Set<PinnedFile>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(file => file.Token == request.Token, cancellationToken);
        if (pinned is null || actor.Now > pinned.TokenUntil)
        {
            return null;
        }

        var name = await db.Set<Person>().IgnoreQueryFilters().Where(person => person.Id == pinned.PinnedById).Select(person => person.FullName).SingleAsync(cancellationToken);
        return new(pinned.OrganizationId, pinned.PinnedById, name, pinned.NumberAndSymbol.Replace('/', '-') + ".pdf", pinned.Content);
    }
}

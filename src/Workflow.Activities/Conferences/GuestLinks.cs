namespace Workflow.Activities.Conferences;

/// <summary>Where the keys of links lie; null: in memory, for a program that ends soon (demonstration, tests).</summary>
public sealed record GuestKeys(string? Folder = null);

/// <summary>Links of guests.</summary>
public sealed class GuestLinks(GuestKeys keys) : SignedIds(keys, "guests")
{
    /// <summary>The address of the page, without the host.</summary>
    public string Path(Guid pass) => "/khach/" + Token(pass);
}

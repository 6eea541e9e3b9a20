namespace Workflow.Activities.Exchange;

/// <summary>How messages go out to partners.</summary>
/// <param name="PlainLoopback">Whether an address on this very machine may do without https: for tests and trials alone.</param>
/// <param name="Patience">Longest that a partner's program may take for one message.</param>
public sealed record ExchangeSettings(bool PlainLoopback = false, TimeSpan? Patience = null)
{
    /// <summary>Longest that is waited.</summary>
    public TimeSpan Longest => Patience ?? TimeSpan.FromSeconds(60);

    /// <summary>The address as it is called, or null when it may not be called: https, a host, no name and password in it.</summary>
    public Uri? Callable(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 && uri.Host.Length > 0
        && (uri.Scheme == Uri.UriSchemeHttps || (PlainLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri : null;
}

using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Workflow.Activities.Trips;

namespace Workflow.Host;

/// <summary>Looks at what the server listens on and at the machine's own addresses; <c>Session:Address</c> in the configuration goes first.</summary>
internal sealed class LanAddresses(IServer server, IConfiguration configuration) : ILanAddresses
{
    public IReadOnlyList<string> All()
    {
        var configured = configuration["Session:Address"] is { Length: > 0 } address ? [address.TrimEnd('/')] : Array.Empty<string>();
        var listening = (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(one => BindingAddress.Parse(one)).ToList();
        var everywhere = listening.Where(one => one.Host is "0.0.0.0" or "[::]" or "*" or "+").SelectMany(one => OfMachine().Select(host => $"{one.Scheme}://{host}:{one.Port}"));
        var named = listening.Where(one => !(one.Host is "0.0.0.0" or "[::]" or "*" or "+" or "localhost" or "[::1]" || one.Host.StartsWith("127.", StringComparison.Ordinal))).Select(one => $"{one.Scheme}://{one.Host}:{one.Port}");
        return [.. configured.Concat(named).Concat(everywhere).Distinct()];
    }

    /// <summary>The machine's own IPv4 addresses.</summary>
    public static IEnumerable<string> OfMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(one => one.OperationalStatus == OperationalStatus.Up && one.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(one => one.GetIPProperties().UnicastAddresses).Where(one => one.Address.AddressFamily == AddressFamily.InterNetwork).Select(one => one.Address.ToString());
}

namespace Workflow.Activities.Trips;

/// <summary>Under which addresses other devices on the local network reach this installation.</summary>
public interface ILanAddresses
{
    /// <summary>Addresses like "http://192.168.1.5:5080", the configured one first. Empty when it listens on this machine alone.</summary>
    IReadOnlyList<string> All();
}

namespace Workflow.Activities.Conferences;

/// <summary>Draws QR codes.</summary>
public interface IQrCode
{
    /// <summary>A picture of the text as a data address.</summary>
    string DataUri(string text);
}

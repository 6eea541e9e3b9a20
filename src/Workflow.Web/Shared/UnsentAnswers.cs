namespace Workflow.Web.Shared;

/// <summary>What a browser tells of answers that wait on it: a cookie with whose they are, nothing else. Pages then bring the script that sends them.</summary>
internal static class UnsentAnswers
{
    private const string Cookie = "workflow.unsent";

    /// <summary>Whether anybody's wait on this device.</summary>
    public static bool MayBeHere(HttpRequest request) => !string.IsNullOrEmpty(request.Cookies[Cookie]);

    /// <summary>Whether a person's do.</summary>
    public static bool MayBeHere(HttpRequest request, Guid person) => request.Cookies[Cookie]?.Split('.').Contains(person.ToString()) == true;
}

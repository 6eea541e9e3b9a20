
namespace Workflow.Web.Pages.Portal;

/// <summary>Addresses that others keep: whole, with the name by which we were asked.</summary>
internal static class PublicAddress
{
    public static string Of(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{request.PathBase}{path}";
}

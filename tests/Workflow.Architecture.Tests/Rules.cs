using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workflow.Architecture.Tests;

/// <summary>The rules of the house as functions: each answers what breaks it, so that a twin can see it fail.</summary>
internal static class Rules
{
    /// <summary>Which project may know which; what is not here is forbidden.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } = new Dictionary<string, string[]>
    {
        ["Engine"] = [],
        ["Domain"] = [],
        ["Documents"] = ["Domain"],
        ["Runtime"] = ["Engine", "Domain"],
        ["Activities"] = ["Runtime", "Domain", "Documents"],
        ["Web"] = ["Activities", "Domain"],
        ["Host"] = ["Engine", "Domain", "Documents", "Runtime", "Activities", "Web"],
    };

    public static IEnumerable<string> ForbiddenArrows(string project, IEnumerable<string> references) =>
        references.Where(name => name.StartsWith("Workflow.", StringComparison.Ordinal)).Select(name => name["Workflow.".Length..])
            .Where(name => !Arrows[project].Contains(name)).Select(name => $"{project} → {name}");

    public static IEnumerable<string> ProjectReferences(string csproj) =>
        XDocument.Parse(csproj).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

    public static IEnumerable<string> ForeignProviders(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name is "Npgsql" or "Microsoft.Data.SqlClient" || name.StartsWith("Npgsql.", StringComparison.Ordinal));

    /// <summary>Clocks that code without time must not read.</summary>
    public static IEnumerable<string> Clocks(string source) =>
        Regex.Matches(source, @"\b(DateTime|DateTimeOffset|DateOnly)\s*\.\s*(Now|UtcNow|Today)\b|\bTimeProvider\s*\.\s*System\b|\bStopwatch\b").Select(match => match.Value);

    public static IEnumerable<string> Saves(string source) => Regex.Matches(source, @"\bSaveChanges(Async)?\s*\(").Select(match => match.Value);

    public static IEnumerable<string> WithoutPermission(IEnumerable<Type> types) => types
        .Where(type => type is { IsClass: true, IsAbstract: false } && (typeof(Activities.Pipeline.ICommand).IsAssignableFrom(type) || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(Activities.Pipeline.IQuery<>))))
        .Where(type => type.GetCustomAttribute<Activities.Pipeline.AllowAttribute>() is null).Select(type => type.Name);

    public static IEnumerable<string> HandlersThatSend(IEnumerable<Type> types) => types
        .Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.Name.StartsWith("IRequestHandler", StringComparison.Ordinal)))
        .Where(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType == typeof(MediatR.IMediator))).Select(type => type.Name);
}

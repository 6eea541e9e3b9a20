using System.Text;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;

namespace Workflow.Activities;

/// <summary>Who a task waits for, as people say it; what a definition may name in <c>wf:candidates</c>.</summary>
public static class CandidateWords
{
    /// <summary>Head and staff of Văn phòng Đảng ủy.</summary>
    internal const string Desk = "role:office";

    /// <summary>Whoever prepared the draft, or began the matter.</summary>
    internal const string Drafter = "drafter";

    /// <summary>Whoever may sign.</summary>
    internal const string Signer = "signer";

    internal const string Units = "units";

    /// <summary>Before the name of an account or the id of a person.</summary>
    internal const string Person = "user:";

    /// <summary>Before a body.</summary>
    internal const string OfBody = "body:";

    private static readonly Dictionary<string, string> Sayings = new(StringComparer.Ordinal)
    {
        [Drafter] = "người soạn thảo",
        [Desk] = "Văn phòng Đảng ủy",
        [Of(BodyKind.StandingCommittee)] = "các đồng chí Ban Thường vụ",
        [Of(BodyKind.ExecutiveCommittee)] = "các đồng chí Ban Chấp hành",
        [Of(BodyKind.StandingBoard)] = "các đồng chí Thường trực",
        [Signer] = "người có thẩm quyền ký",
        [Units] = "các đơn vị nhận văn bản",
    };

    /// <summary>Every word that names someone.</summary>
    internal static KnownCandidates Known { get; } = new([.. Sayings.Keys, .. Enum.GetValues<Office>().Select(Of)], [Person]);

    /// <summary>The word of an office: <c>role:chief-of-office</c>.</summary>
    internal static string Of(Office office) => "role:" + Kebab(office.ToString());

    /// <summary>The word of a body: <c>body:standing-committee</c>.</summary>
    internal static string Of(BodyKind body) => OfBody + Kebab(body.ToString());

    /// <summary>The body that a task is for; null when it is for anyone else, or for several.</summary>
    internal static BodyKind? BodyOf(string candidates) => Enum.GetValues<BodyKind>().Where(body => Of(body) == candidates).Select(body => (BodyKind?)body).FirstOrDefault();

    /// <summary>The words of a person.</summary>
    internal static string Of(Guid person) => Person + person;

    /// <summary>How people say a list of words; a word that is not ours stands for itself.</summary>
    public static string Of(string candidates) => Of(candidates, new Dictionary<string, string>());

    /// <summary>The same, with the names of people by their words.</summary>
    internal static string Of(string candidates, IReadOnlyDictionary<string, string> people) => string.Join(" hoặc ", candidates.Split(", ").Select(word =>
        Sayings.GetValueOrDefault(word) ?? people.GetValueOrDefault(word) ?? Enum.GetValues<Office>().Where(office => Of(office) == word).Select(OfficeNames.Of).FirstOrDefault() ?? (word.StartsWith(Person, StringComparison.Ordinal) ? word[Person.Length..] : word)));

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

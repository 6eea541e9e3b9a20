using System.Text.RegularExpressions;
using Workflow.Documents.Reading;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Checks.Assignments;

/// <summary>A body that is given work and does not receive the text. Lines that name a set ("Các phòng, ban, ngành", "Như Điều 3") stand for all whom they may mean.</summary>
internal sealed partial class TaskRecipients : ICheck
{
    public string Key => "assignments.recipients";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var lines = text.Text.Recipients.Select(line => Plain(line.Name)).ToList();
        if (lines.Count == 0 || lines.Exists(line => Everyone().IsMatch(line)))
        {
            yield break;
        }

        var clauses = text.Passages.DistinctBy(passage => passage.Clause.Id).ToDictionary(passage => passage.Clause.Id, StringComparer.Ordinal);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var work = FollowUpReader.Assignments(text.Text).SelectMany(task => task.Who.Select(who => (task.ClauseId, Who: who)))
            .Concat(FollowUpReader.Duties(text.Text).SelectMany(duty => Bodies.In(duty.Who).Select(who => (duty.ClauseId, Who: who))));
        foreach (var (clause, who) in work.DistinctBy(one => one.Who))
        {
            if (Kind().Match(Plain(who)) is not { Success: true } body || !said.Add(body.Value) || !clauses.TryGetValue(clause, out var passage) || passage.Text.IndexOf(who, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                continue;
            }

            if (!lines.Exists(line => line.Contains(body.Value, StringComparison.Ordinal) || (Group(body.Value) is { } group && group.IsMatch(line))))
            {
                yield return text.On("ACTOR_NOT_RECIPIENT", Severity.Warning, passage, at, who.Length, $"“{who}” được giao việc nhưng không có trong nơi nhận.", $"Bổ sung nơi nhận: {who}");
            }
        }
    }

    // Short and long forms of a body become one.
    private static string Plain(string name) => Folding.Fold(name)
        .Replace("uy ban nhan dan", "ubnd", StringComparison.Ordinal).Replace("hoi dong nhan dan", "hdnd", StringComparison.Ordinal).Replace("uy ban kiem tra", "ubkt", StringComparison.Ordinal)
        .Replace("uy ban mat tran to quoc viet nam", "mttq", StringComparison.Ordinal).Replace("uy ban mat tran to quoc", "mttq", StringComparison.Ordinal).Replace("mat tran to quoc viet nam", "mttq", StringComparison.Ordinal)
        .Replace("mat tran to quoc", "mttq", StringComparison.Ordinal).Replace("ubmttqvn", "mttq", StringComparison.Ordinal).Replace("ubmttq", "mttq", StringComparison.Ordinal).Replace("ban xd dang", "ban xay dung dang", StringComparison.Ordinal)
        .Replace("ban chi huy quan su", "quan su", StringComparison.Ordinal).Replace("bch quan su", "quan su", StringComparison.Ordinal).Replace("vp dang uy", "van phong dang uy", StringComparison.Ordinal).Replace("vpdu", "van phong dang uy", StringComparison.Ordinal)
        .Replace("van phong dang uy", "van phong", StringComparison.Ordinal);

    private static Regex? Group(string body) => body switch
    {
        "mttq" => Front(),
        _ when body.StartsWith("hoi ", StringComparison.Ordinal) || body.StartsWith("doan thanh nien", StringComparison.Ordinal) => Unions(),
        "van phong" => Archive(),
        "ubkt" or "ban xay dung dang" => Advisory(),
        "cong an" or "quan su" => Offices(),
        _ => null,
    };

    [GeneratedRegex(@"^(?:ubnd|hdnd|ubkt|mttq|ban xay dung dang|van phong|cong an|quan su|trung tam \w+ \w+|doan thanh nien|hoi (?:nong dan|cuu chien binh|lien hiep phu nu|phu nu|nguoi cao tuoi))\b")]
    private static partial Regex Kind();

    // "Như trên", "Như Điều 3", "Các cơ quan, đơn vị".
    [GeneratedRegex(@"^nhu |^cac (?:co quan|don vi|phong|ban|nganh|to chuc dang|co quan don vi)\b|cac (?:phong|nganh|don vi|co quan don vi)\b(?!.*tinh uy)")]
    private static partial Regex Everyone();

    [GeneratedRegex(@"mttq|cac (?:to chuc chinh tri|doan the)")]
    private static partial Regex Front();

    [GeneratedRegex(@"doan the|to chuc chinh tri xa hoi|\bhoi\b")]
    private static partial Regex Unions();

    [GeneratedRegex(@"^luu\b|tham muu")]
    private static partial Regex Archive();

    [GeneratedRegex(@"(?:cac )?(?:co quan )?tham muu|cac ban (?:dang )?(?:cua )?dang uy|cac ban xay dung dang|ban dang")]
    private static partial Regex Advisory();

    [GeneratedRegex(@"luc luong vu trang")]
    private static partial Regex Offices();
}

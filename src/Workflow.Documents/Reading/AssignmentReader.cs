using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>A task that the text gives to somebody.</summary>
/// <param name="ClauseId">Clause that states it.</param>
/// <param name="Who">The bodies, as written.</param>
/// <param name="By">Who gives it ("Ban Chấp hành Đảng bộ xã giao …"), or null.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Deadline">As written, or null.</param>
/// <param name="Quote">The words it was read from.</param>
public sealed record FoundAssignment(string ClauseId, IReadOnlyList<string> Who, string? By, string What, string? Deadline, string Quote);

/// <summary>Reads who is to do what in the part on implementation; reporting duties are read apart.</summary>
internal static partial class AssignmentReader
{
    private const int FewestWords = 3;

    public static IReadOnlyList<FoundAssignment> Read(IReadOnlyList<Clause> clauses)
    {
        var found = new List<FoundAssignment>();
        // Where nothing announces the part on implementation, the first words on a body are its task and the rest explains them.
        var brief = !Implementation.IsAnnounced(clauses);
        foreach (var clause in Implementation.Clauses(clauses))
        {
            IReadOnlyList<string> who = [];
            string? by = null;
            foreach (var sentence in Sentences().Split(Implementation.Text(clause)).Select(part => part.Trim(' ', '.')).Where(part => part.Length > 0))
            {
                if (AboutItself().IsMatch(sentence))
                {
                    continue;
                }

                var verb = 0;
                if (Actors.Of(sentence) is { } actor)
                {
                    (who, by, verb) = (Bodies.In(actor.Who), actor.By, actor.Verb);
                }

                foreach (var (part, index) in Parts().Split(sentence).Select((part, index) => (part.Trim(), index)))
                {
                    if (index > 0 && Actors.Of(part) is { } other && char.IsUpper(part[0]))
                    {
                        // "…; Ủy ban Kiểm tra giám sát": the next part is another body's.
                        (who, by, verb) = (Bodies.In(other.Who), other.By ?? by, other.Verb);
                    }
                    else if (index > 0)
                    {
                        verb = 0;
                    }

                    foreach (var task in DutyReader.IsDuty(part) ? DutyReader.Besides(part) : [part])
                    {
                        var what = part.StartsWith(task, StringComparison.Ordinal) ? task[Math.Min(verb, task.Length)..] : task;
                        if (who.Count > 0 && !(brief && found.Count > 0 && found[^1].ClauseId == clause.Id) && what.Split(' ').Length >= FewestWords)
                        {
                            found.Add(new(clause.Id, who, by, what, Deadlines.Find(task), task));
                        }
                    }
                }
            }
        }

        return found;
    }

    [GeneratedRegex(@"(?<=[\p{L}\d)”""])\.(?=\s|$)")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy chế|Quy định|Kế hoạch|Chương trình|Hướng dẫn|Thông báo)(?: này)?,? (?:được|có hiệu lực|phổ biến)\b")]
    private static partial Regex AboutItself();

    [GeneratedRegex(@";(?=\s)")]
    private static partial Regex Parts();
}

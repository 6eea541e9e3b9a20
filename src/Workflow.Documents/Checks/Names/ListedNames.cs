using System.Globalization;
using Workflow.Documents.Redline;
using Workflow.Domain.Profiles;

namespace Workflow.Documents.Checks.Names;

/// <summary>
/// Bodies and people of the list written otherwise: other capitals ("Văn Phòng Đảng ủy"), other marks ("Nguyễn Văn Ân" where the list knows "Nguyễn Văn An"); and bodies that no longer exist
/// among those who receive the text.
/// </summary>
internal sealed class ListedNames : ICheck
{
    // Bodies of every level: their capitals are a matter of spelling, not of which body is meant.
    private static readonly HashSet<string> Everywhere = new(["Ban Chấp hành", "Ban Thường vụ", "Ủy ban Kiểm tra", "Ủy ban nhân dân", "Hội đồng nhân dân"], StringComparer.Ordinal);

    public string Key => "names.listed";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var names = text.Context.Names.Where(name => name.Kind is NameKind.Body or NameKind.Person && (text.Day is not { } day || !name.HasEnded(day))).SelectMany(name => name.Forms.Select(form => (name.Kind, Form: form, Words: form.ToLowerInvariant().Split(' ')))).ToList();
        var right = names.Select(name => name.Form).ToHashSet(StringComparer.Ordinal);
        var beginnings = names.ToLookup(name => Bare.Of(name.Words[0]), StringComparer.Ordinal);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var words = text.Syllables;
        var bare = new Dictionary<string, string>(StringComparer.Ordinal);
        string Plain(string word) => bare.TryGetValue(word, out var plain) ? plain : bare[word] = Bare.Of(word);
        for (var index = 0; index < words.Count; index++)
        {
            if (!char.IsUpper(words[index].Text[0]))
            {
                continue;
            }

            // The longest name that begins here: "Mặt trận Tổ quốc Việt Nam" before "Mặt trận Tổ quốc".
            foreach (var name in beginnings[Plain(words[index].Lower)].OrderByDescending(name => name.Words.Length))
            {
                if (Matches(words, index, name.Words, Plain) is not { } last)
                {
                    continue;
                }

                var (passage, start, end) = (words[index].Passage, words[index].Start, words[last].End);
                var written = passage.Text[start..end];
                if (!IsRight(written, name.Form, name.Kind, right) && said.Add(written))
                {
                    var otherCase = TonePlacement.Key(written.ToLowerInvariant()) == TonePlacement.Key(name.Form.ToLowerInvariant());
                    yield return name.Kind == NameKind.Person
                        ? text.On("PERSON_NAME_VARIANT", Severity.Warning, passage, start, end - start, $"Danh mục của đơn vị có “{name.Form}”, văn bản viết “{written}”. Nếu là hai người thì bỏ qua.", name.Form)
                        : text.On(!otherCase ? "NAME_NOT_AS_LISTED" : Everywhere.Contains(name.Form) ? "CAPITALISATION" : "NAME_INCONSISTENT", otherCase && !Everywhere.Contains(name.Form) ? Severity.Warning : Severity.Info, passage, start, end - start, otherCase ? $"Tên cơ quan viết hoa khác danh mục: “{name.Form}”." : $"Tên cơ quan trong danh mục là “{name.Form}”.", name.Form);
                }

                break;
            }
        }

        foreach (var finding in Ended(text).Concat(InRecipients(text, names.Where(name => name.Kind == NameKind.Body).Select(name => name.Form))))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> InRecipients(CheckedText text, IEnumerable<string> forms)
    {
        var longest = forms.OrderByDescending(form => form.Length).ToList();
        foreach (var line in text.Text.Recipients)
        {
            if (longest.Find(form => line.Name.Contains(form, StringComparison.OrdinalIgnoreCase)) is { } form && line.Name.IndexOf(form, StringComparison.OrdinalIgnoreCase) is var at
                && line.Name.Substring(at, form.Length) is var written && written != form && char.IsUpper(written[0]) && written.Any(char.IsLower))
            {
                yield return text.Outside(Everywhere.Contains(form) ? "CAPITALISATION" : "NAME_INCONSISTENT", Severity.Info, line.Name, $"Nơi nhận viết hoa khác danh mục: “{form}”.", line.Name.Replace(written, form, StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<Finding> Ended(CheckedText text) => text.Day is not { } day ? [] : text.Text.Recipients.SelectMany(line => text.Context.Names
        .Where(name => name.Kind == NameKind.Body && name.HasEnded(day) && name.Forms.Except(text.Context.Names.Where(other => !other.HasEnded(day)).SelectMany(other => other.Forms), StringComparer.Ordinal).Any(form => line.Name.EndsWith(form, StringComparison.Ordinal) || line.Name.Contains(form + ",", StringComparison.Ordinal)))
        .Select(name => text.Outside(
            "BODY_ENDED", Severity.Error, line.Name, $"{name.Name} không còn từ ngày {name.To!.Value.AddDays(1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}{(name.Successor is { } next ? $"; nay là {next}" : "")}.", name.Successor)));

    // Index of the last syllable, or null.
    private static int? Matches(IReadOnlyList<Syllable> words, int index, string[] name, Func<string, string> plain)
    {
        for (var offset = 0; offset < name.Length; offset++)
        {
            if (index + offset >= words.Count || words[index + offset].Passage != words[index].Passage || plain(words[index + offset].Lower) != plain(name[offset])
                || (offset > 0 && (words[index + offset].Start != words[index + offset - 1].End + 1 || words[index].Passage.Text[words[index + offset].Start - 1] != ' ')))
            {
                return null;
            }
        }

        return index + name.Length - 1;
    }

    // Headings in capitals and other names of the list are right; a body's name that goes on is another body's.
    private static bool IsRight(string written, string form, NameKind kind, HashSet<string> right) =>
        right.Contains(written) || written.All(letter => !char.IsLower(letter)) || TonePlacement.Key(written) == TonePlacement.Key(form)
        || (kind == NameKind.Person && written.Split(' ').Any(word => char.IsLower(word[0])));
}

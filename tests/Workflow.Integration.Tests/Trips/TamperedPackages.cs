using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Workflow.Activities.Trips;

namespace Workflow.Integration.Tests.Trips;

/// <summary>A result as somebody might have spoilt or forged it, and by what name it is refused.</summary>
internal sealed record Tampered(string How, string Code, byte[] File, string? Fingerprint = null);

/// <summary>Spoils a result: the file itself, what is signed, and (by who holds the laptop and its key) the rows before they are signed.</summary>
internal sealed class TamperedPackages(byte[] file, byte[] outwards, InstallationKey laptop)
{
    private readonly SessionPackage package = SessionPackage.Open(file, PackageKind.Result, laptop.Fingerprint).Package!;

    public IEnumerable<Tampered> All()
    {
        using var stranger = new InstallationKey(new InstallationKeys());
        yield return new("empty", "package.empty", []);
        yield return new("rubbish", "package.damaged", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("không phải gói hội nghị ", 500))));
        yield return new("cut in the middle", "package.damaged", file[..(file.Length / 2)]);
        yield return new("cut by ten bytes", "package.damaged", file[..^10]);
        yield return new("too large", "package.too-large", new byte[SessionPackage.LargestFile + 1]);
        yield return new("another zip", "package.foreign", Zip([("a.txt", [1])]));
        yield return new("without its signature", "package.foreign", Zip(Entries().Where(entry => entry.Name != "signature.json")));
        yield return new("manifest twice", "package.foreign", Zip([.. Entries(), .. Entries().Take(1)]));
        yield return new("a manifest of 100 MB", "package.foreign", Zip(Entries().Select(entry => entry.Name == "manifest.json" ? (entry.Name, new byte[100_000_000]) : entry)));
        yield return new("a thousand entries", "package.foreign", Zip([.. Entries(), .. Enumerable.Range(0, 1_000).Select(n => ($"x{n}", Array.Empty<byte>()))]));
        yield return new("manifest changed", "package.signature", Zip(Entries().Select(entry => entry.Name == "manifest.json" ? (entry.Name, Replaced(entry.Bytes, "\"format\": 1", "\"format\": 1 ")) : entry)));
        yield return new("a part changed", "package.part-changed", Zip(Entries().Select(entry => entry.Name == "Vote.json" ? (entry.Name, Replaced(entry.Bytes, "\"Adopted\":true", "\"Adopted\":null")) : entry)));
        yield return new("a part of 200 MB", "package.part-changed", Zip(Entries().Select(entry => entry.Name == "Vote.json" ? (entry.Name, new byte[200_000_000]) : entry)));
        yield return new("a part missing", "package.parts", Zip(Entries().Where(entry => entry.Name != "Vote.json")));
        yield return new("a part more", "package.parts", Zip([.. Entries(), ("../../etc/cron.d/x", [1])]));
        yield return new("signed by a stranger", "package.untrusted", SessionPackage.Write(package.Manifest, Parts(), stranger));
        yield return new("fingerprint mistyped", "package.untrusted", file, "0000 " + laptop.Fingerprint[4..]);
        yield return new("no fingerprint", "package.untrusted", file, "");
        yield return new("what went out", "package.untrusted", outwards);
        yield return new("another way", "package.kind", SessionPackage.Write(package.Manifest with { Kind = PackageKind.Out }, Parts(), laptop));
        yield return new("a later form", "package.format", SessionPackage.Write(package.Manifest with { Format = 2 }, Parts(), laptop));
        yield return new("another organization", "trip.unknown", SessionPackage.Write(package.Manifest with { OrganizationId = Guid.NewGuid() }, Parts(), laptop));
        yield return new("a trip that never was", "trip.unknown", SessionPackage.Write(package.Manifest with { TripId = Guid.NewGuid() }, Parts(), laptop));
        yield return new("begun with something else", "trip.conflict-base", SessionPackage.Write(package.Manifest with { Base = new string('0', 64) }, Parts(), laptop));
        yield return new("a table that does not travel", "package.parts", SessionPackage.Write(package.Manifest, [.. Parts(), ("Account.json", "[]"u8.ToArray())], laptop));
        yield return new("a column that is none", "package.rows", Forged("Vote.json", row => row["Sieve"] = 1));
        yield return new("a column missing", "package.rows", Forged("Vote.json", row => row.Remove("Counts")));
        yield return new("a text too long", "package.rows", Forged("Conference.json", row => row["Place"] = new string('x', 100_000)));
        yield return new("a row twice", "package.foreign-rows", Forged("Movement.json", row => row["Id"] = First("Movement.json")["Id"]!.DeepClone()));
        yield return new("a row of another session", "package.foreign-rows", Forged("Vote.json", row => row["ConferenceId"] = Guid.NewGuid().ToString()));
        yield return new("a row of another organization", "package.foreign-rows", Forged("Movement.json", row => row["OrganizationId"] = Guid.NewGuid().ToString()));
        yield return new("somebody unknown", "trip.stranger", Forged("VoteMember.json", row => row["PersonId"] = Guid.NewGuid().ToString()));
        yield return new("another chair", "trip.fixed-changed", Forged("Conference.json", row => row["ChairId"] = row["NoteTakerId"]!.DeepClone()));
        yield return new("another text in the agenda", "trip.fixed-changed", Forged("AgendaItem.json", row => row["VersionHash"] = new string('a', 64)));
        yield return new("another text of the version", "trip.fixed-changed", Forged("DraftVersion.json", row => row["Note"] = "khác"));
        yield return new("somebody summoned is gone", "trip.missing", Removed("Attendance.json", row => row["Presence"]!.GetValue<string>() == "Summoned" && !row["IsGuest"]!.GetValue<bool>()));
        yield return new("result turned round", "trip.disagrees", Forged("Vote.json", row => row["Counts"] = "1/17/0"));
        yield return new("a ballot gone", "trip.disagrees", Removed("Ballot.json", _ => true));
        yield return new("an item adopted without a vote", "trip.disagrees", Forged("AgendaItem.json", row => row["Decision"] = "Adopted"));
        yield return new("another adopted text", "trip.disagrees", Forged("Draft.json", row => row["AdoptedHash"] = new string('a', 64)));
        yield return new("not closed", "trip.disagrees", Forged("Conference.json", row => row["ClosedAt"] = null));
        yield return new("a line of the log changed", "trip.chapter", Forged("AuditEntry.json", row => row["Text"] = "khác"));
        yield return new("a line of the log gone", "trip.chapter", Removed("AuditEntry.json", _ => true));
        yield return new("a log without its end", "trip.chapter", Removed("AuditEntry.json", row => row["Act"]!.GetValue<string>() == nameof(SealSession)));
    }

    private IEnumerable<(string Name, byte[] Bytes)> Entries()
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            entry.Open().CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }

    private List<(string Name, byte[] Bytes)> Parts() => [.. package.Parts.Select(part => (part.Key, part.Value))];

    private JsonObject First(string part) => JsonNode.Parse(package.Parts[part])!.AsArray()[0]!.AsObject();

    // Every row of the part: whichever row a rule looks at first, it meets one.
    private byte[] Forged(string part, Action<JsonObject> change)
    {
        var rows = JsonNode.Parse(package.Parts[part])!.AsArray();
        foreach (var row in rows)
        {
            change(row!.AsObject());
        }

        return Signed(part, rows);
    }

    private byte[] Removed(string part, Func<JsonNode, bool> which)
    {
        var rows = JsonNode.Parse(package.Parts[part])!.AsArray();
        rows.Remove(rows.First(row => which(row!)));
        return Signed(part, rows);
    }

    private byte[] Signed(string part, JsonArray rows) =>
        SessionPackage.Write(package.Manifest, [.. Parts().Select(one => one.Name == part ? (part, Encoding.UTF8.GetBytes(rows.ToJsonString())) : one)], laptop);

    private static byte[] Replaced(byte[] text, string old, string young) => Encoding.UTF8.GetString(text) is var words && words.Contains(old, StringComparison.Ordinal)
        ? Encoding.UTF8.GetBytes(words.Replace(old, young, StringComparison.Ordinal))
        : throw new InvalidOperationException($"“{old}” does not stand there");

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var content = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}

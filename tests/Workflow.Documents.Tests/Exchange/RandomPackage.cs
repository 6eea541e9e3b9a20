using Workflow.Documents.Exchange;
using Workflow.Domain;

namespace Workflow.Documents.Tests.Exchange;

/// <summary>A package of any content that a package may have.</summary>
internal static class RandomPackage
{
    private const string Letters = "abc XYZ 0123 ăâđêôơư ẤỆỘỮ <>&\"' ;,.-/()[]{}!@#$%^*+=|~`“”…";

    public static Edoc Of(Random random)
    {
        string Word(int longest = 60)
        {
            var words = new string([.. Enumerable.Range(0, random.Next(1, longest)).Select(_ => Letters[random.Next(Letters.Length)])]).Normalize().Trim();
            return words.Length == 0 ? "x" : words;
        }

        string Maybe() => random.Next(3) == 0 ? "" : Word();
        string Organ() => $"A{random.Next(1, 99)}.{random.Next(1, 999)}";
        ExchangeParty Party() => new(Organ(), Word()) { InCharge = Maybe(), Address = Maybe(), Email = Maybe(), Telephone = Maybe(), Fax = Maybe(), Website = Maybe() };
        DateOnly Day() => new DateOnly(2020, 1, 1).AddDays(random.Next(3_000));
        DateTimeOffset Moment() => VietnamTime.At(Day(), new(random.Next(24), random.Next(60), random.Next(60)));
        IReadOnlyList<T> Some<T>(int least, int most, Func<T> one) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => one())];
        byte[] Bytes()
        {
            var bytes = new byte[random.Next(1, 3_000)];
            random.NextBytes(bytes);
            return bytes;
        }

        var (from, day, number) = (Party(), Day(), $"{random.Next(1, 500)}");
        var business = (BusinessType)random.Next(4);
        return new()
        {
            From = from,
            To = Some(1, 4, Party),
            CodeNumber = number,
            CodeNotation = "NQ/ĐU",
            Place = Maybe(),
            Date = day,
            TypeCode = random.Next(2) == 0 ? "" : "18",
            TypeName = Maybe(),
            TypeDetail = Maybe(),
            Subject = Word(400),
            Content = Maybe(),
            Signer = new(Maybe(), Maybe(), Maybe()),
            DueDate = random.Next(2) == 0 ? null : Day(),
            ToPlaces = Some(0, 5, () => Word()),
            Priority = random.Next(4),
            Sphere = Maybe(),
            TyperNotation = Maybe(),
            Copies = random.Next(100),
            Pages = random.Next(300),
            Appendixes = Some(0, 3, () => Word()),
            ResponseFor = Some(0, 3, () => new EdocAnswered(Organ(), Maybe(), Day(), Word(80))),
            SteeringType = random.Next(2) == 0 ? "" : "0",
            DocumentId = Edoc.IdOf(from.OrganId, day, number, "NQ/ĐU"),
            Trace = Some(0, 4, () => new EdocTrace(Organ(), Moment())),
            Business = business,
            BusinessReason = Word(),
            Staff = new(Maybe(), Maybe(), Maybe(), Maybe()),
            Paper = random.Next(2) == 0,
            Replaces = Some(business == BusinessType.Replace ? 1 : 0, 3, () => Word(80)),
            Files = [.. Enumerable.Range(1, random.Next(business == BusinessType.Recall ? 0 : 1, 5)).Select(index => new EdocFile($"tệp {index}.pdf", "application/pdf", Bytes(), Maybe()))],
        };
    }
}

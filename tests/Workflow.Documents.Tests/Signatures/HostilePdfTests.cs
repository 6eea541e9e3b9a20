using System.Diagnostics;
using System.Text;
using Workflow.Documents.Signatures;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Files made to hurt: they end with an answer, quickly, and never with "intact".</summary>
public sealed class HostilePdfTests
{
    [Theory]
    [InlineData(XrefKind.Table)]
    [InlineData(XrefKind.Stream)]
    [InlineData(XrefKind.Hybrid)]
    public void Any_byte_of_the_signed_ranges_may_be_flipped_and_is_found(XrefKind kind)
    {
        var signed = SignTwice(TestPdf.Write(kind));
        var (start, end) = Forgery.Contents(signed);
        var random = new Random(11);
        for (var round = 0; round < 150; round++)
        {
            var at = random.Next(signed.Length - (end - start));
            var bad = (byte[])signed.Clone();
            bad[at < start ? at : at + end - start] ^= (byte)random.Next(1, 256);
            Assert.NotEqual(Verdict.Intact, Verify(bad).Verdict);
        }
    }

    [Theory]
    [InlineData(XrefKind.Table)]
    [InlineData(XrefKind.StreamWithPredictor)]
    [InlineData(XrefKind.Hybrid)]
    public void A_damaged_file_ends_with_an_answer(XrefKind kind)
    {
        // Structure only: two unsigned pages are small, so that most damage hits what is parsed.
        var good = TestPdf.Write(kind);
        var random = new Random(13);
        for (var round = 0; round < 700; round++)
        {
            var bad = (byte[])good.Clone();
            for (var flips = random.Next(1, 20); flips > 0; flips--)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            bad = bad[..random.Next(bad.Length / 2, bad.Length + 1)];
            Assert.Equal(Verdict.Unknown, Verify(bad).Verdict);
            try
            {
                SignOnce(PdfFields.AddSignatureField(bad, new("x", 0, 1, 1, 50, 50)));
            }
            catch (SignatureException problem)
            {
                Assert.StartsWith("signature.", problem.Code, StringComparison.Ordinal);
            }
        }
    }

    public static TheoryData<string, string> Bombs
    {
        get
        {
            const string trailer = "trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
            const int many = 50_000;
            var overlapping = new StringBuilder();
            var table = new StringBuilder("xref\n");
            for (var number = 1; number <= many; number++)
            {
                table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 1\n{9 + overlapping.Length:0000000000} 00000 n \n");
                overlapping.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj << /K [");
                // Every object swallows all that follow in one string.
                overlapping.Append("] /L (");
            }

            return new()
            {
                { "empty", "" },
                { "text", "không phải PDF" },
                { "no table", "%PDF-1.7\n" },
                { "points at itself", "%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n" },
                { "points outside", "%PDF-1.7\nstartxref\n999999999999\n%%EOF\n" },
                { "a huge number", "%PDF-1.7\nstartxref\n99999999999999999999999999999\n%%EOF\n" },
                { "too many objects", "%PDF-1.7\nxref\n0 99999999\n" + trailer },
                { "deep nesting", "%PDF-1.7\nxref\n0 0\ntrailer\n" + new string('[', 200_000) + "\nstartxref\n9\n" },
                { "deep nesting in a dictionary", "%PDF-1.7\nxref\n0 0\ntrailer\n<< /A " + string.Concat(Enumerable.Repeat("<</A ", 100_000)) + "\nstartxref\n9\n" },
                { "objects over one another", "%PDF-1.7\n" + overlapping + new string(')', many) + "\n" + table + $"trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n{9 + overlapping.Length + many + 1}\n%%EOF\n" },
                { "the same key twice", "%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_file_made_to_hurt_is_refused_quickly(string what, string content)
    {
        var pdf = Encoding.Latin1.GetBytes(content);
        var watch = Stopwatch.StartNew();
        Assert.Equal(Verdict.Unknown, Verify(pdf).Verdict);
        Assert.StartsWith("signature.", Assert.Throws<SignatureException>(() => SignOnce(pdf)).Code, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{what} took {watch.Elapsed}");
    }

    [Fact]
    public void A_stream_that_unpacks_to_too_much_is_refused()
    {
        var objects = TestPdf.Objects(false, TestPdf.Person);
        objects[7] = $"({new string('a', 70_000_000)})";
        Assert.Equal("signature.bad-pdf", Assert.Throws<SignatureException>(() => SignOnce(TestPdf.Write(XrefKind.Stream, objects))).Code);
    }

    [Fact]
    public void A_page_tree_that_bites_its_tail_is_refused()
    {
        var objects = TestPdf.Objects(false);
        objects[2] = "<< /Type /Pages /Kids [3 0 R 2 0 R] >>";
        Assert.Equal("signature.bad-pdf", Assert.Throws<SignatureException>(() => PdfFields.AddSignatureField(TestPdf.Write(XrefKind.Table, objects), new("x", 0, 1, 1, 5, 5))).Code);
    }
}

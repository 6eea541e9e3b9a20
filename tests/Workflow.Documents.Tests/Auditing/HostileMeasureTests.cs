using System.Text;
using Workflow.Documents.Auditing;
using Workflow.Documents.Layout;
using Workflow.Documents.Tests.Reading;
using Workflow.Documents.Tests.Signatures;
using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Documents.Tests.Auditing;

/// <summary>Files made to break the reader of places: each ends with a report or a sentence, within a bound of work, and nothing else is thrown.</summary>
public sealed class HostileMeasureTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    [Fact]
    public void A_damaged_pdf_ends_with_an_answer()
    {
        // Unpacked, so that damage hits what is read and not only the packing.
        var good = Tools.Qpdf(OfficialPdf.Render(AuditedPapers.Paper(ImportTests.SamplePath), LayoutProfile.Hd05).Bytes, "--stream-data=uncompress");
        var random = new Random(17);
        for (var round = 0; round < 150; round++)
        {
            var bad = (byte[])good.Clone();
            for (var flips = random.Next(1, 40); flips > 0; flips--)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            Look(random.Next(4) == 0 ? bad[..random.Next(bad.Length / 2, bad.Length)] : bad);
        }
    }

    [Fact]
    public void A_damaged_word_file_ends_with_an_answer()
    {
        var good = OfficialDocx.Render(AuditedPapers.Paper(ImportTests.SamplePath), LayoutProfile.Hd05);
        var random = new Random(19);
        for (var round = 0; round < 100; round++)
        {
            var bad = (byte[])good.Clone();
            for (var flips = random.Next(1, 10); flips > 0; flips--)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            Look(bad);
        }
    }

    public static TheoryData<string, string> Streams => new()
    {
        { "a form that shows itself", "/X Do /X Do /X Do" },
        { "states without end", string.Concat(Enumerable.Repeat("q ", 200_000)) },
        { "returns without a state", string.Concat(Enumerable.Repeat("Q ", 200_000)) },
        { "a million operands", string.Concat(Enumerable.Repeat("1 ", 1_000_000)) + "Tj" },
        { "letters without end", "BT /F 12 Tf " + string.Concat(Enumerable.Repeat("(" + new string('a', 30_000) + ") Tj ", 150)) },
        { "an open string", "BT /F 12 Tf (" + new string('(', 100_000) },
        { "an open image", "BI /W 1 ID " + new string('x', 100_000) },
        { "numbers beyond numbers", "BT /F 1e308 Tf 1e308 0 0 1e308 1e308 1e308 Tm (a) Tj 99999999999999999999999999999999999 0 Td (b) Tj" },
        { "words on top of each other", "BT /F 12 Tf " + string.Concat(Enumerable.Repeat("1 0 0 1 100 100 Tm (a b c d) Tj ", 50_000)) },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_stream_made_to_hurt_ends_with_an_answer(string name, string content) => Assert.True(Look(Pdf(content)).Length > 0, name);

    [Fact]
    public void What_is_neither_or_has_no_text_says_so()
    {
        Assert.Equal("NOT_MEASURABLE", Look("hello"u8.ToArray()));
        Assert.Equal("NO_TEXT", Look(Pdf("0 0 m 10 10 l S")));
        Assert.Equal("BAD_PDF", Look("%PDF-1.7\nnothing"u8.ToArray()));
        Assert.Equal("CORRUPT_ZIP", Look("PK\u0003\u0004 nothing"u8.ToArray()));
    }

    [Fact]
    public void Being_asked_to_stop_it_stops()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => LayoutAudit.Of(Pdf(string.Concat(Enumerable.Repeat("1 0 0 1 1 1 cm ", 20_000))), LayoutProfile.Hd05, stopped.Token));
    }

    // "report", or the code of what was said.
    private static string Look(byte[] file)
    {
        var before = ThreadCpu.Now();
        try
        {
            LayoutAudit.Of(file, LayoutProfile.Hd05);
            return "report";
        }
        catch (MeasureException problem)
        {
            Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
            return problem.Code;
        }
        finally
        {
            Assert.InRange(ThreadCpu.Now() - before, TimeSpan.Zero, Longest);
        }
    }

    private static byte[] Pdf(string content)
    {
        var file = new PdfFile();
        var (root, pages, page) = (file.Reserve(), file.Reserve(), file.Reserve());
        var form = file.Reserve();
        var text = file.AddStream("", Encoding.ASCII.GetBytes(content));
        var info = file.Add("<< >>");
        file.Set(form, $"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {form} 0 R >> >> /Length 17 >>\nstream\n/X Do /X Do /X Do\nendstream");
        file.Set(root, $"<< /Type /Catalog /Pages {pages} 0 R >>");
        file.Set(pages, $"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>");
        file.Set(page, $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> /XObject << /X {form} 0 R >> >> /Contents {text} 0 R >>");
        return file.Write(root, info, new string('0', 32));
    }
}

using Workflow.Documents.Auditing;
using Workflow.Documents.Layout;
using Workflow.Documents.Tests.Papers;
using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Documents.Tests.Auditing;

/// <summary>A paper of 240 pages: the same bytes twice, whole, measured right; beyond the cap it is refused, and whoever asks stops it.</summary>
public sealed class LongPaperTests
{
    [Fact]
    public void A_paper_of_240_pages_is_set_kept_and_measured()
    {
        var paper = Long(240);
        var (first, second) = (OfficialPdf.Render(paper, LayoutProfile.Hd05), OfficialPdf.Render(paper, LayoutProfile.Hd05));
        Assert.InRange(first.Pages, 240, 260);
        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Empty(ArchiveRules.Broken(first.Bytes));
        var report = LayoutAudit.Of(first.Bytes, LayoutProfile.Hd05);
        Assert.Empty(report.Deviations.Select(one => one.Text));
        Assert.Equal(first.Pages, report.Pages);
    }

    [Fact]
    public void Beyond_the_cap_it_is_refused_in_a_sentence() =>
        Assert.Contains("400 trang", Assert.Throws<LayoutLimitException>(() => OfficialPdf.Render(Long(420), LayoutProfile.Hd05)).Message, StringComparison.Ordinal);

    [Fact]
    public void Whoever_asks_stops_it()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => OfficialPdf.Render(Long(20), LayoutProfile.Hd05, stopped.Token));
    }

    // The sample's text again and again, each clause with an id of its own.
    private static OfficialPaper Long(int pages)
    {
        var paper = AuditedPapers.Paper(ImportTests.SamplePath);
        var each = (OfficialPdf.Render(Again(paper, 21), LayoutProfile.Hd05).Pages - OfficialPdf.Render(paper, LayoutProfile.Hd05).Pages) / 20.0;
        return Again(paper, (int)Math.Ceiling(pages / each));
    }

    private static OfficialPaper Again(OfficialPaper paper, int times) =>
        paper with { Text = paper.Text with { Clauses = [.. Enumerable.Range(0, times).SelectMany(round => paper.Text.Clauses.Select(clause => clause with { Id = $"{round}-{clause.Id}" }))] } };
}

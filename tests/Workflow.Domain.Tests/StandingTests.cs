using Workflow.Domain.Issuing;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Domain.Tests;

/// <summary>How a document stands on a day, out of rows that are only ever added.</summary>
public sealed class StandingTests
{
    private static readonly Guid Document = Guid.CreateVersion7();
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public void Without_rows_it_is_in_force_and_every_kind_of_end_ends_it_from_its_day_on()
    {
        Assert.Equal(DocumentStanding.Unchanged.State, DocumentStanding.On([], null, Day).State);
        foreach (var (kind, state) in new[] { (StandingKind.Replaced, StandingState.Replaced), (StandingKind.Repealed, StandingState.Repealed), (StandingKind.Recalled, StandingState.Recalled), (StandingKind.Expired, StandingState.Expired) })
        {
            StandingNote[] notes = [Note(kind, Day)];
            var before = DocumentStanding.On(notes, null, Day.AddDays(-1));
            Assert.Equal((StandingState.InForce, false, 1, true), (before.State, before.IsOver, before.Coming.Count, before.HasMark));
            var after = DocumentStanding.On(notes, null, Day);
            Assert.Equal((state, true, Day, 0), (after.State, after.IsOver, after.Since!.Value, after.Coming.Count));
        }
    }

    [Fact]
    public void Errata_and_amendments_leave_it_in_force_and_the_first_end_counts()
    {
        StandingNote[] notes = [Note(StandingKind.Erratum, Day), Note(StandingKind.Amended, Day.AddDays(1)), Note(StandingKind.Recalled, Day.AddDays(5)), Note(StandingKind.Replaced, Day.AddDays(3))];
        Assert.Equal([StandingState.InForce, StandingState.Amended, StandingState.Replaced, StandingState.Replaced], new[] { 0, 1, 3, 9 }.Select(later => DocumentStanding.On(notes, null, Day.AddDays(later)).State));
        var last = DocumentStanding.On(notes, null, Day.AddDays(9));
        Assert.Equal(Day.AddDays(3), last.Since);
        Assert.Equal([StandingKind.Erratum, StandingKind.Amended, StandingKind.Replaced, StandingKind.Recalled], last.Facts.Select(fact => fact.Kind));
        Assert.Single(last.Errata);
    }

    [Fact]
    public void A_note_that_was_taken_back_counts_no_longer_and_order_of_rows_does_not_matter()
    {
        var wrong = Note(StandingKind.Replaced, Day);
        StandingNote[] notes = [wrong, Note(StandingKind.TakenBack, Day, wrong.Id), Note(StandingKind.Amended, Day)];
        Assert.All(new[] { notes, [.. notes.Reverse()] }, rows => Assert.Equal((StandingState.Amended, 1), (DocumentStanding.On(rows, null, Day).State, DocumentStanding.On(rows, null, Day).Facts.Count)));
        Assert.Equal(StandingState.InForce, DocumentStanding.On([wrong, Note(StandingKind.TakenBack, Day, wrong.Id)], null, Day).State);
    }

    [Fact]
    public void What_the_list_knows_counts_where_the_office_noted_nothing_and_numbers_of_another_year_are_another_document()
    {
        var listed = Listed("07-NQ/ĐU", Day, "Nghị quyết số 12-NQ/ĐU", "");
        var known = DocumentStanding.On([], listed, Day);
        Assert.Equal((StandingState.Replaced, "Nghị quyết số 12-NQ/ĐU"), (known.State, known.Facts[0].By));
        Assert.Equal(StandingState.Expired, DocumentStanding.On([], Listed("07-NQ/ĐU", Day, "", ""), Day).State);
        Assert.Equal(StandingState.Recalled, DocumentStanding.On([Note(StandingKind.Recalled, Day)], listed, Day).State);
        Assert.Equal(StandingState.InForce, DocumentStanding.On([], Listed("07-NQ/ĐU", null, "", ""), Day).State);

        var issued = Issued("07-NQ/ĐU", new(2026, 5, 1));
        Assert.NotNull(DocumentStanding.Listed([Listed("07-NQ/ĐU", Day, "", "2026")], issued));
        Assert.NotNull(DocumentStanding.Listed([Listed("07-NQ/ĐU", Day, "", "01/05/2026")], issued));
        Assert.NotNull(DocumentStanding.Listed([Listed("07-NQ/ĐU", Day, "", "")], issued));
        Assert.Null(DocumentStanding.Listed([Listed("07-NQ/ĐU", Day, "", "2021")], issued));
        Assert.Null(DocumentStanding.Listed([Listed("08-NQ/ĐU", Day, "", "")], issued));
        Assert.Null(DocumentStanding.Listed([Listed("07-NQ/ĐU", Day, "", ""), Listed("07-NQ/ĐU", Day, "", "", dropped: true)], issued));
    }

    [Theory]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.ExecutiveCommittee, "", null)]
    [InlineData(BodyKind.StandingCommittee, AmendingBody.ExecutiveCommittee, "", null)]
    [InlineData(BodyKind.StandingBoard, AmendingBody.StandingCommittee, "", null)]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.StandingCommittee, "", "standing.lower-body")]
    [InlineData(BodyKind.StandingCommittee, AmendingBody.StandingBoard, "", "standing.lower-body")]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "Tỉnh ủy Hà Tĩnh", null)]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "Ban Thường vụ Thành uỷ Hải Phòng", null)]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "Bộ Chính trị", null)]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "Ban Chấp hành Đảng bộ tỉnh", null)]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "Ủy ban nhân dân tỉnh", "standing.not-superior")]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "Văn phòng Tỉnh ủy", "standing.not-superior")]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "Đảng ủy xã bên", "standing.not-superior")]
    [InlineData(BodyKind.ExecutiveCommittee, AmendingBody.Superior, "", "standing.not-superior")]
    [InlineData(BodyKind.StandingBoard, AmendingBody.Other, "Tỉnh ủy", "standing.other-body")]
    public void Only_the_issuer_or_a_body_above_it_changes_a_document_and_the_refusal_names_its_source(BodyKind issuer, AmendingBody by, string name, string? code)
    {
        var refusal = AmendingAuthority.Wrong(issuer, by, name);
        Assert.Equal(code, refusal?.Code);
        Assert.True(refusal is null || refusal.Text.Contains("66-QĐ/TW", StringComparison.Ordinal));
    }

    private static StandingNote Note(StandingKind kind, DateOnly from, Guid? undoes = null) =>
        new() { Id = Guid.CreateVersion7(), OrganizationId = Document, IssuedDocumentId = Document, Kind = kind, From = from, UndoesId = undoes, At = DateTimeOffset.UnixEpoch, RecordedById = Document };

    private static ListedDocument Listed(string symbol, DateOnly? ends, string replacedBy, string issued, bool dropped = false) =>
        new() { Id = Guid.CreateVersion7(), OrganizationId = Document, Symbol = symbol, Title = "x", Issuer = "", Issued = issued, EndsOn = ends, ReplacedBy = replacedBy, Source = "thử", IsDropped = dropped, At = DateTimeOffset.UnixEpoch.AddDays(dropped ? 1 : 0), ById = Document };

    private static IssuedDocument Issued(string number, DateOnly date) => new()
    {
        Id = Document,
        OrganizationId = Document,
        DraftId = Document,
        VersionId = Document,
        VersionHash = "",
        AdoptedHash = "",
        TermId = Document,
        TypeKey = "nghi-quyet",
        IssuingBody = BodyKind.ExecutiveCommittee,
        Number = 7,
        NumberAndSymbol = number,
        Subject = "x",
        Place = "x",
        Date = date,
        SignerId = Document,
        SignerName = "x",
        Authority = "x",
        Position = "x",
        SignedAt = DateTimeOffset.UnixEpoch,
        ProfileId = Document,
    };
}

using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Import;

/// <summary>What Word can hold, each in a file of its own, read as a person sees it on the page.</summary>
public sealed class WordTextTests
{
    [Fact]
    public void Fields_give_their_result_and_never_their_code()
    {
        const string nested = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>mã</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:instrText> = 1</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>95%</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        Assert.Equal(["Tỷ lệ đạt 95%. Xem trang web."], new WordBuilder().Body($"<w:p>{WordBuilder.R("Tỷ lệ đạt ")}{nested}{WordBuilder.R(". Xem ")}<w:hyperlink r:id=\"rId1\">{WordBuilder.R("trang web")}</w:hyperlink>{WordBuilder.R(".")}</w:p>").Link("hyperlink", "http://a.example", true).Lines());
    }

    [Fact]
    public void A_table_of_contents_is_left_out_and_named()
    {
        var builder = new WordBuilder().Body(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>I. Tình hình 1</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>II. Nhiệm vụ 2</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
            WordBuilder.P("Nội dung thật của văn bản."));
        Assert.Equal(["Nội dung thật của văn bản."], builder.Lines());
        Assert.Contains(builder.Read().Notes, note => note.Code == "CONTENTS");
    }

    [Fact]
    public void Footnotes_and_endnotes_stand_behind_their_paragraph()
    {
        var builder = new WordBuilder()
            .Part("footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t>Theo báo cáo.</w:t></w:r></w:p><w:p><w:r><w:t>Số 5.</w:t></w:r></w:p></w:footnote>")
            .Part("endnotes", "<w:endnote w:id=\"2\"><w:p><w:r><w:t>Nguồn: thống kê.</w:t></w:r></w:p></w:endnote>")
            .Body("<w:p><w:r><w:t>Kết quả</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t> tốt</w:t></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>", WordBuilder.P("Đoạn sau."));
        Assert.Equal(["Kết quả¹ tốt².", "¹ Theo báo cáo. Số 5.", "² Nguồn: thống kê.", "Đoạn sau."], builder.Lines());
        Assert.Equal([ClauseKind.Paragraph, ClauseKind.Footnote, ClauseKind.Footnote, ClauseKind.Paragraph], builder.Read().Text.Clauses.Select(clause => clause.Kind));
        Assert.Contains(builder.Read().Notes, note => note.Code == "ENDNOTES");
    }

    [Fact]
    public void Merged_cells_keep_every_other_cell_in_its_column()
    {
        const string cell = "<w:tc><w:tcPr>{0}</w:tcPr><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc>";
        static string C(string text, string properties = "") => cell.Replace("{0}", properties, StringComparison.Ordinal).Replace("{1}", text, StringComparison.Ordinal);
        var builder = new WordBuilder().Body(
            "<w:tbl>",
            $"<w:tr>{C("TT", "<w:vMerge w:val=\"restart\"/>")}{C("Kết quả", "<w:gridSpan w:val=\"2\"/>")}</w:tr>",
            $"<w:sdt><w:sdtContent><w:tr>{C("", "<w:vMerge/>")}{C("2025")}{C("2026")}</w:tr></w:sdtContent></w:sdt>",
            $"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{C("10")}{C("12")}</w:tr>",
            "</w:tbl>",
            WordBuilder.P("Hết bảng."));
        var draft = builder.Read();
        Assert.Equal(["TT|Kết quả|", "|2025|2026", "|10|12"], draft.Text.Clauses[0].Rows!.Select(row => string.Join('|', row)));
        Assert.Contains(draft.Notes, note => note.Code == "MERGED_CELLS" && note.Line is not null);
    }

    [Fact]
    public void Letters_stand_as_the_page_shows_them()
    {
        var builder = new WordBuilder()
            .Part("styles", "<w:style w:styleId=\"A\"><w:rPr><w:caps/></w:rPr></w:style><w:style w:styleId=\"D\"><w:rPr><w:b/></w:rPr></w:style>")
            .Body(
                $"<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr>{WordBuilder.R("I. tình hình")}</w:p>",
                $"<w:p>{WordBuilder.R("Ủy ban ", "<w:rStyle w:val=\"D\"/>")}<w:smartTag>{WordBuilder.R("Hà Tĩnh")}</w:smartTag><w:r><w:noBreakHyphen/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:softHyphen/></w:r>{WordBuilder.R(" 5", "<w:vanish/>")}<w:sdt><w:sdtContent>{WordBuilder.R(" 7 ha.")}</w:sdtContent></w:sdt></w:p>");
        var clauses = builder.Read().Text.Clauses;
        Assert.Equal("I. TÌNH HÌNH", clauses[0].FullText);
        Assert.Equal("Ủy ban Hà Tĩnh-≥ 7 ha.", clauses[1].FullText);
        Assert.True(clauses[1].Runs[0].Bold && !clauses[1].Runs[1].Bold);
    }

    [Fact]
    public void A_formula_gives_its_signs_and_a_note()
    {
        var draft = new WordBuilder().Body($"<w:p>{WordBuilder.R("Diện tích ")}<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>+b</m:t></m:r></m:oMath>{WordBuilder.R(" ha.")}</w:p>").Read();
        Assert.Equal("Diện tích a+b ha.", draft.Text.Clauses[0].Text);
        Assert.Equal("Diện tích a+b ha.", Assert.Single(draft.Notes, note => note.Code == "FORMULA").Quote);
    }

    [Fact]
    public void A_text_box_stands_before_its_paragraph_and_is_named()
    {
        var draft = new WordBuilder().Body($"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{WordBuilder.P("Trong khung.")}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><w:txbxContent>{WordBuilder.P("Trong khung.")}</w:txbxContent></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>{WordBuilder.R("Ngoài khung.")}</w:p>").Read();
        Assert.Equal(["Trong khung.", "Ngoài khung."], draft.Text.Clauses.Select(clause => clause.Text));
        Assert.Contains(draft.Notes, note => note.Code == "TEXT_BOX");
    }

    [Fact]
    public void Numbers_levels_and_outline_of_styles_are_resolved()
    {
        var builder = new WordBuilder()
            .Part("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
            .Part("styles", "<w:style w:styleId=\"M1\"><w:pPr><w:outlineLvl w:val=\"0\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"M2\"><w:pPr><w:outlineLvl w:val=\"1\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")
            .Body("<w:p><w:pPr><w:pStyle w:val=\"M1\"/></w:pPr><w:r><w:t>NHIỆM VỤ</w:t></w:r></w:p>", "<w:p><w:pPr><w:pStyle w:val=\"M2\"/></w:pPr><w:r><w:t>Kinh tế</w:t></w:r></w:p>", WordBuilder.P("Phát triển kinh tế."));
        Assert.Equal([(1, "II."), (3, "2.1.")], Outline.Of(builder.Read().Text).Select(entry => (entry.Level, entry.Label)));
    }

    [Fact]
    public void The_parts_are_found_by_relationships()
    {
        var file = new WordBuilder().Raw("word/ghi-chu.xml", System.Text.Encoding.UTF8.GetBytes($"<w:footnotes xmlns:w=\"{WordBuilder.W}\"><w:footnote w:id=\"1\"><w:p><w:r><w:t>Chú thích.</w:t></w:r></w:p></w:footnote></w:footnotes>"))
            .Link("footnotes", "ghi-chu.xml").Body("<w:p><w:r><w:t>Nội dung</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>").File("word/document2.xml");
        Assert.Equal(["Nội dung¹", "¹ Chú thích."], ImportTests.Read(file, "a.docx").Text.Clauses.Select(clause => clause.FullText));
    }
}

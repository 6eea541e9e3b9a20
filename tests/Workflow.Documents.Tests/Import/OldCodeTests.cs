using System.Text;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Import;

/// <summary>Texts from before Unicode. The bytes are written out by hand from the published code tables, not by the code under test.</summary>
public sealed class OldCodeTests
{
    private const string Tcvn3Text = "NGHÞ QUYÕT\r\nVÒ ph¸t triÓn kinh tÕ - x· héi\r\n\r\nI. T×nh h×nh\r\n\r\nN¨m 2026, §¶ng bé x· ®¹t nhiÒu kÕt qu¶; ®êi sèng nh©n d©n æn ®Þnh, ng­êi d©n phÊn khëi.\r\n";
    private const string VniText = "NGHÒ QUYEÁT\r\nVeà phaùt trieån kinh teá - xaõ hoäi\r\n\r\nI. Tình hình\r\n\r\nNaêm 2026, Ñaûng boä xaõ ñaït nhieàu keát quaû; ñôøi soáng nhaân daân oån ñònh, ngöôøi daân phaán khôûi.\r\n";
    private const string Paragraph = "Năm 2026, Đảng bộ xã đạt nhiều kết quả; đời sống nhân dân ổn định, người dân phấn khởi.";

    [Theory]
    [InlineData(Tcvn3Text, "TCVN3")]
    [InlineData(VniText, "VNI")]
    public void Old_codes_are_recognised_and_converted(string latin, string name)
    {
        foreach (var bytes in new[] { Encoding.Latin1.GetBytes(latin), Encoding.UTF8.GetBytes(latin) })
        {
            var draft = ImportTests.Read(bytes);
            Assert.Equal(Paragraph, draft.Text.Clauses[^1].Text);
            Assert.StartsWith("Về phát triển kinh tế - xã hội", draft.Text.Subject, StringComparison.Ordinal);
            Assert.Contains(name, Assert.Single(draft.Notes, note => note.Code == "OLD_CODE").Text, StringComparison.Ordinal);
        }
    }

    // Every syllable of the alphabet with every tone, as the tables give it.
    [Theory]
    [InlineData("µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë", "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ")]
    [InlineData("Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ", "è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị")]
    [InlineData("ß á â ã ä « å æ ç è é ¬ ê ë ì í î", "ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ")]
    [InlineData("ï ñ ò ó ô \u00AD õ ö ÷ ø ù ú û ü ý þ ® § ¡ ¢ £ ¤ ¥ ¦", "ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ Đ Ă Â Ê Ô Ơ Ư")]
    public void Tcvn3_letters(string shown, string meant) => Assert.Equal(meant, Tcvn3.Decode(shown));

    [Theory]
    [InlineData("aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä", "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ")]
    [InlineData("eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò", "è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị")]
    [InlineData("oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï", "ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ")]
    [InlineData("uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î ñ Ñ AÙ EÄ Ö ÖÏ Ô OÀ", "ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ đ Đ Á Ệ Ư Ự Ơ Ồ")]
    public void Vni_letters(string shown, string meant) => Assert.Equal(meant, Vni.Decode(shown));

    [Fact]
    public void What_cannot_be_told_is_refused_with_a_hint()
    {
        var problem = DraftImporter.Read("a.txt", Encoding.Latin1.GetBytes("Société générale à côté où été déjà\nélève très âgé"), TrackedChanges.Accept).Problem;
        Assert.Equal("NOT_UTF8", problem?.Code);
        Assert.Contains("TCVN3", problem!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unicode_text_is_never_taken_for_an_old_code()
    {
        var text = File.ReadAllText(ImportTests.SamplePath);
        Assert.Null(OldCodes.Of(text));
        Assert.DoesNotContain(ImportTests.Read(Encoding.UTF8.GetBytes(text)).Notes, note => note.Code == "OLD_CODE");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_without_its_mark_is_read(bool bigEndian)
    {
        var text = File.ReadAllText(ImportTests.SamplePath);
        var expected = CanonicalText.Hash(ImportTests.Read(Encoding.UTF8.GetBytes(text)).Text);
        Assert.Equal(expected, CanonicalText.Hash(ImportTests.Read(new UnicodeEncoding(bigEndian, false).GetBytes(text)).Text));
    }

    [Fact]
    public void A_word_file_is_converted_by_its_fonts()
    {
        const string font = "<w:rFonts w:ascii=\"{0}\" w:hAnsi=\"{0}\"/>";
        static string F(string name) => font.Replace("{0}", name, StringComparison.Ordinal);
        var builder = new WordBuilder()
            .Part("styles", $"<w:docDefaults><w:rPrDefault><w:rPr>{F("Times New Roman")}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:rPr>{F(".VnTime")}</w:rPr></w:style><w:style w:styleId=\"V\"><w:rPr>{F("VNI-Times")}</w:rPr></w:style>")
            .Body(
                $"<w:p>{WordBuilder.R("i. t×nh h×nh", F(".VnTimeH"))}</w:p>",
                $"<w:p>{WordBuilder.R("§¶ng bé x· ")}{WordBuilder.R("đã là Unicode ")}{WordBuilder.R("oån ñònh", "<w:rStyle w:val=\"V\"/>")}{WordBuilder.R(" à.", F("Arial"))}</w:p>");
        Assert.Equal(["I. TÌNH HÌNH", "Đảng bộ xã đã là Unicode ổn định à."], builder.Lines());
        Assert.Equal(2, builder.Read().Notes.Count(note => note.Code == "OLD_FONT"));
    }
}

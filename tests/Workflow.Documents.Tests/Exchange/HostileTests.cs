using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Documents.Exchange;
using Workflow.Documents.Signatures;
using Workflow.Documents.Tests.Signatures;
using Xunit;

namespace Workflow.Documents.Tests.Exchange;

public sealed class HostileTests
{
    private const int Seed = 20261122;
    private static readonly byte[] Plain = EdXmlWriter.Write(Samples.Resolution, null);

    [Theory]
    [InlineData("<edXML:edXML ", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><edXML:edXML ", "edxml.dtd")]
    [InlineData("<edXML:edXML ", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><edXML:edXML ", "edxml.dtd")]
    [InlineData("<edXML:edXML ", "<?xml-stylesheet href=\"x\"?><edXML:edXML ", "edxml.instruction")]
    [InlineData("</edXML:Subject>", "", "edxml.not-xml")]
    [InlineData("http://www.mic.gov.vn/TBT/QCVN_102_2016", "http://elsewhere.example/", "edxml.other")]
    [InlineData("<edXML:To><edXML:OrganId>A32</edXML:OrganId>", "<edXML:To><edXML:OrganId>A 32</edXML:OrganId>", "edxml.organ-id")]
    [InlineData("<edXML:From><edXML:OrganId>A32.65", "<edXML:From><edXML:OrganId>A32.66", "edxml.document-id")]
    [InlineData("<edXML:CodeNumber>07", "<edXML:CodeNumber>08", "edxml.document-id")]
    [InlineData("<edXML:PromulgationDate>2026/11/20", "<edXML:PromulgationDate>2026/13/20", "edxml.day")]
    [InlineData("<edXML:BussinessDocType>0", "<edXML:BussinessDocType>7", "edxml.number")]
    [InlineData("<edXML:BussinessDocType>0", "<edXML:BussinessDocType>3", "edxml.replaces")]
    [InlineData("<edXML:DocumentId>", "<edXML:DocumentId>A32,2026/01/01,1/X</edXML:DocumentId><edXML:DocumentId>", "edxml.twice")]
    [InlineData("<edXML:Subject>", "<edXML:Subject><edXML:b>x</edXML:b>", "edxml.not-words")]
    [InlineData("<ContentId>tep-2", "<ContentId>tep-1", "edxml.file-twice")]
    [InlineData("<edXML:ContentId>cid:tep-2", "<edXML:ContentId>cid:tep-3", "edxml.file-link")]
    [InlineData("xlink:href=\"cid:tep-2\" xlink:type=\"simple\"><edXML:Description /><edXML:AttachmentName>phu-luc.xlsx</edXML:AttachmentName><edXML:ContentType>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</edXML:ContentType><edXML:ContentId>cid:tep-2", "xlink:href=\"cid:tep-1\" xlink:type=\"simple\"><edXML:Description /><edXML:AttachmentName>phu-luc.xlsx</edXML:AttachmentName><edXML:ContentType>x</edXML:ContentType><edXML:ContentId>cid:tep-1", "edxml.file-missing")]
    [InlineData("<ContentTransferEncoded>AAEC/f7/", "<ContentTransferEncoded>AAEC*f7/", "edxml.base64")]
    [InlineData("<ContentTransferEncoded>AAEC/f7/", "<ContentTransferEncoded>", "edxml.file-empty")]
    [InlineData("<edXML:AttachmentName>phu-luc.xlsx", "<edXML:AttachmentName>../phu-luc.xlsx", "edxml.file-name")]
    [InlineData("<AttachmentName>phu-luc.xlsx", "<AttachmentName>khac.xlsx", "edxml.file-name")]
    public void Each_wrong_package_is_refused_by_name(string from, string to, string code)
    {
        var read = EdXmlReader.Read(Samples.Changed(Plain, from, to));
        Assert.Equal(code, read.Problem?.Code);
        Assert.Null(read.Package);
        Assert.True(read.Problem!.Line > 0, read.Problem.Sentence);
        Assert.EndsWith(".", read.Problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_the_one_where_it_stands()
    {
        var lines = Samples.Changed(Samples.Changed(Plain, "><edXML:", ">\n<edXML:"), "2026/12/05", "hôm nào đó");
        var problem = EdXmlReader.Read(lines).Problem!;
        Assert.Contains("hôm nào đó", Encoding.UTF8.GetString(lines).Split('\n')[problem.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_and_number_of_elements_are_limited()
    {
        var deep = Samples.Changed(Plain, "<edXML:Content>", "<edXML:Content>" + string.Concat(Enumerable.Repeat("<a>", 40)) + string.Concat(Enumerable.Repeat("</a>", 40)));
        Assert.Equal("edxml.too-much", EdXmlReader.Read(deep).Problem?.Code);
        var many = Samples.Changed(Plain, "<edXML:Content>", "<edXML:Content>" + string.Concat(Enumerable.Repeat("<a/>", 20_001)));
        Assert.Equal("edxml.too-much", EdXmlReader.Read(many).Problem?.Code);
        Assert.Equal("edxml.size", EdXmlReader.Read([]).Problem?.Code);
        Assert.Equal("edxml.size", EdXmlReader.Read(new byte[EdXml.Largest + 1]).Problem?.Code);
    }

    [Fact]
    public void Files_of_more_than_fifty_megabytes_are_refused_and_fifty_are_read()
    {
        Edoc Of(params int[] sizes) => Samples.Resolution with { Files = [.. sizes.Select((size, index) => new EdocFile($"{index}.pdf", "application/pdf", new byte[size]))] };
        Assert.Equal("edxml.size", EdXmlReader.Read(EdXmlWriter.Write(Of(25_000_000, 25_000_001), null)).Problem?.Code);
        Assert.Null(EdXmlReader.Read(EdXmlWriter.Write(Of(25_000_000, 25_000_000), null)).Problem);
    }

    [Theory]
    [InlineData("năm 2027", "năm 2028")]
    [InlineData("AAEC/f7/", "AAEC/f7+")]
    [InlineData("<edXML:To><edXML:OrganId>A32<", "<edXML:To><edXML:OrganId>A33<")]
    [InlineData("<edXML:Paper>0", "<edXML:Paper>1")]
    public void A_changed_package_does_not_hold(string from, string to)
    {
        using var agency = TestKeys.Agency;
        var read = EdXmlReader.Read(Samples.Changed(EdXmlWriter.Write(Samples.Resolution, agency.Certificate), from, to));
        Assert.False(read.Signature is { Holds: true });
    }

    [Fact]
    public void Comments_and_line_ends_inside_a_word_are_no_way_to_say_something_else()
    {
        using var agency = TestKeys.Agency;
        var read = EdXmlReader.Read(Samples.Changed(EdXmlWriter.Write(Samples.Resolution, agency.Certificate), "năm 2027", "năm <!-- x -->2027"));
        Assert.True(read.Signature!.Holds);
        Assert.Equal(Samples.Resolution.Subject, read.Package!.Subject);
    }

    /// <summary>The signed document lies inside, and another one around it is what a careless reader would take.</summary>
    [Fact]
    public void A_wrapped_package_is_refused()
    {
        using var agency = TestKeys.Agency;
        var signed = Encoding.UTF8.GetString(EdXmlWriter.Write(Samples.Resolution, agency.Certificate));
        var inner = signed[signed.IndexOf("<edXML:edXML ", StringComparison.Ordinal)..];
        var around = Encoding.UTF8.GetString(EdXmlWriter.Write(Samples.Resolution with { Subject = "giả" }, null));
        foreach (var place in new[] { "</edXML:edXML>", "</edXML:edXMLHeader>", "</edXML:MessageHeader>" })
        {
            var wrapped = around.Insert(around.LastIndexOf(place, StringComparison.Ordinal), inner);
            var read = EdXmlReader.Read(Encoding.UTF8.GetBytes(wrapped));
            Assert.False(read.Signature is { Holds: true }, place);
        }

        // The signature alone, moved: it is right for what is no more the document.
        var signature = inner[inner.IndexOf("<Signature ", StringComparison.Ordinal)..(inner.IndexOf("</Signature>", StringComparison.Ordinal) + "</Signature>".Length)];
        var moved = around.Replace("<edXML:DigitalSignature />", $"<edXML:DigitalSignature>{signature}</edXML:DigitalSignature>", StringComparison.Ordinal);
        Assert.False(EdXmlReader.Read(Encoding.UTF8.GetBytes(moved)).Signature!.Holds);
        var elsewhere = Encoding.UTF8.GetString(Plain).Replace("<edXML:Content>", $"<edXML:Content>{signature}", StringComparison.Ordinal);
        Assert.Equal("edxml.signature", EdXmlReader.Read(Encoding.UTF8.GetBytes(elsewhere)).Problem?.Code);
        var twice = signed.Replace("</edXML:DigitalSignature>", signature + "</edXML:DigitalSignature>", StringComparison.Ordinal);
        Assert.Equal("edxml.signature", EdXmlReader.Read(Encoding.UTF8.GetBytes(twice)).Problem?.Code);
    }

    [Theory]
    [InlineData("<Reference URI=\"\">", "<Reference URI=\"#x\">")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#rsa-sha1")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1")]
    [InlineData("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1")]
    [InlineData("<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\" />", "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\" />")]
    [InlineData("<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\" />", "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>self::x</XPath></Transform>")]
    [InlineData("<KeyInfo>", "<Object>x</Object><KeyInfo>")]
    [InlineData("</SignedInfo>", "<Reference URI=\"\" /></SignedInfo>")]
    public void A_signature_of_another_shape_is_refused(string from, string to)
    {
        using var agency = TestKeys.Agency;
        var problem = EdXmlReader.Read(Samples.Changed(EdXmlWriter.Write(Samples.Resolution, agency.Certificate), from, to)).Problem;
        Assert.Equal("edxml.signature", problem?.Code);
    }

    [Fact]
    public void A_key_that_is_not_rsa_does_not_sign_and_a_foreign_one_is_named()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = X509CertificateLoader.LoadPkcs12(TestKeys.SelfSigned(ecdsa), TestKeys.Password);
        Assert.Equal("exchange.not-rsa", Assert.Throws<SignatureException>(() => EdXmlWriter.Write(Samples.Resolution, other)).Code);
        using var rsa = RSA.Create(2048);
        using var foreign = X509CertificateLoader.LoadPkcs12(TestKeys.SelfSigned(rsa), TestKeys.Password);
        var read = EdXmlReader.Read(EdXmlWriter.Write(Samples.Resolution, foreign));
        Assert.True(read.Signature!.Holds);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(foreign.RawData)), read.Signature.Sha256);
    }

    [Fact]
    public void Three_thousand_damaged_packages_are_answered_and_none_that_changed_holds()
    {
        using var agency = TestKeys.Agency;
        var good = EdXmlWriter.Write(Samples.Resolution, agency.Certificate);
        var random = new Random(Seed);
        for (var round = 0; round < 3_000; round++)
        {
            var file = (byte[])good.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                file[random.Next(file.Length)] = random.Next(4) == 0 ? (byte)random.Next(256) : (byte)"<>/=\"&;: aA09"[random.Next(13)];
            }

            if (random.Next(5) == 0)
            {
                file = [.. file[..random.Next(file.Length)], .. file[random.Next(file.Length)..]];
            }

            var read = EdXmlReader.Read(file);
            Assert.True(read.Problem is not null ^ read.Package is not null, $"round {round}");
            if (read.Signature is { Holds: true } && read.Package is { } package)
            {
                Assert.Equal(Samples.Flat(Samples.Resolution), Samples.Flat(package));
            }
        }
    }

    [Fact]
    public void Rubbish_is_no_package()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 500; round++)
        {
            var file = new byte[random.Next(1, 400)];
            random.NextBytes(file);
            Assert.NotNull(EdXmlReader.Read(file).Problem);
        }

        Assert.NotNull(EdXmlReader.Read("%PDF-1.7"u8.ToArray()).Problem);
        Assert.NotNull(EdXmlReader.Read(Encoding.Unicode.GetBytes("<a/>")).Problem);
    }
}

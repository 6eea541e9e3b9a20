using System.Runtime.CompilerServices;
using System.Text;
using Workflow.Documents.Exchange;
using Workflow.Documents.Tests.Signatures;
using Xunit;

namespace Workflow.Documents.Tests.Exchange;

public sealed class RoundTripTests
{
    private const int Seed = 20261121;

    [Fact]
    public void A_package_is_read_as_it_was_written()
    {
        using var agency = TestKeys.Agency;
        var read = EdXmlReader.Read(EdXmlWriter.Write(Samples.Resolution, agency.Certificate));
        Assert.Null(read.Problem);
        Assert.Equal(Samples.Flat(Samples.Resolution), Samples.Flat(read.Package!));
        Assert.True(read.Signature!.Holds);
        Assert.Equal(agency.Certificate.RawData, read.Signature.Certificate);
        Assert.Equal(TestKeys.AgencyName, read.Signature.Signer);
    }

    [Fact]
    public void A_status_message_is_read_as_it_was_written()
    {
        using var agency = TestKeys.Agency;
        foreach (var code in EdocStatus.Codes.Keys)
        {
            var read = EdXmlReader.Read(EdXmlWriter.Write(Samples.Registered with { Code = code }, agency.Certificate));
            Assert.Null(read.Problem);
            Assert.Equal(Samples.Registered with { Code = code }, read.Status);
            Assert.True(read.Signature!.Holds);
        }
    }

    [Fact]
    public void Two_hundred_packages_of_any_content_come_back_whole()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var edoc = RandomPackage.Of(random);
            var read = EdXmlReader.Read(EdXmlWriter.Write(edoc, null));
            Assert.True(read.Problem is null, $"round {round}: {read.Problem?.Sentence}");
            Assert.Equal(Samples.Flat(edoc), Samples.Flat(read.Package!));
            Assert.Null(read.Signature);
        }
    }

    [Fact]
    public void The_same_package_gives_the_same_bytes()
    {
        using var agency = TestKeys.Agency;
        Assert.Equal(EdXmlWriter.Write(Samples.Resolution, agency.Certificate), EdXmlWriter.Write(Samples.Resolution, agency.Certificate));
    }

    [Fact]
    public void Prefix_and_namespace_are_what_receivers_know()
    {
        var text = Encoding.UTF8.GetString(EdXmlWriter.Write(Samples.Resolution, null));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><edXML:edXML ", text, StringComparison.Ordinal);
        Assert.Contains("xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", text, StringComparison.Ordinal);
        Assert.Contains("<edXML:DocumentId>A32.65,2026/11/20,07/NQ/ĐU</edXML:DocumentId>", text, StringComparison.Ordinal);
        Assert.Contains("</edXML:edXMLEnvelope><AttachmentEncoded><Attachment>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("goi-van-ban.edxml")]
    [InlineData("trang-thai-03.edxml")]
    public void The_samples_in_the_tree_are_what_is_written(string name)
    {
        var bytes = name.StartsWith("goi", StringComparison.Ordinal) ? EdXmlWriter.Write(Samples.Resolution, null) : EdXmlWriter.Write(Samples.Registered, null);
        if (Environment.GetEnvironmentVariable("WORKFLOW_REWRITE_GOLDEN") == "1")
        {
            File.WriteAllBytes(Path.Combine(Here(), "Files", name), bytes);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Here(), "Files", name)), Encoding.UTF8.GetString(bytes));
    }

    /// <summary>A file that was signed once, with a key that is no more.</summary>
    [Fact]
    public void A_signed_sample_of_an_earlier_day_still_holds()
    {
        var path = Path.Combine(Here(), "Files", "goi-da-ky.edxml");
        if (Environment.GetEnvironmentVariable("WORKFLOW_REWRITE_GOLDEN") == "1" && !File.Exists(path))
        {
            using var agency = TestKeys.Agency;
            File.WriteAllBytes(path, EdXmlWriter.Write(Samples.Resolution, agency.Certificate));
        }

        var read = EdXmlReader.Read(File.ReadAllBytes(path));
        Assert.True(read.Signature!.Holds);
        Assert.Equal(Samples.Flat(Samples.Resolution), Samples.Flat(read.Package!));
    }

    /// <summary>Another program's word.</summary>
    [Fact]
    public void Xmlsec_finds_the_signature_right_and_a_changed_package_wrong()
    {
        using var agency = TestKeys.Agency;
        var package = EdXmlWriter.Write(Samples.Resolution, agency.Certificate);
        Assert.True(Tool.Verifies(package, TestKeys.Demo.AuthorityPem));
        Assert.False(Tool.Verifies(Samples.Changed(package, "năm 2027", "năm 2028"), TestKeys.Demo.AuthorityPem));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Tests.Reading;
using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Documents.Tests.Import;

/// <summary>Old kinds of files go through LibreOffice in a box. Without LibreOffice these tests are skipped, and say so.</summary>
public sealed class OfficeConverterTests
{
    private static readonly byte[] Docx = OfficialDocx.Render(
        new OfficialPaper(ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 2, 5), null), LayoutProfile.Hd36);

    [OfficeTheory]
    [InlineData("doc")]
    [InlineData("odt")]
    [InlineData("rtf")]
    public async Task An_old_file_is_read_like_the_new_one(string kind)
    {
        using var office = new OfficeConverter(new OfficeSettings());
        var (docx, problem) = await office.Convert("a." + kind, Office.Convert(Docx, "docx", kind), default);
        Assert.Null(problem);
        Assert.Equal(Lines(Docx), Lines(docx!));
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "workflow-office-*"));
    }

    [OfficeFact]
    public async Task The_network_is_out_of_reach()
    {
        Assert.True(OfficeBox.HasNoNetwork, "this machine permits no network namespace");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var rtf = Encoding.ASCII.GetBytes($@"{{\rtf1\ansi Noi dung {{\field{{\*\fldinst INCLUDEPICTURE ""http://127.0.0.1:{port}/a.png"" \\d}}{{\fldrslt }}}}\par}}");
        using var office = new OfficeConverter(new OfficeSettings());
        Assert.NotNull((await office.Convert("a.rtf", rtf, default)).Docx);
        Assert.False(listener.Pending());
    }

    [OfficeFact]
    public async Task What_takes_too_long_is_stopped_with_all_that_it_started()
    {
        var folder = Directory.CreateTempSubdirectory("slow-").FullName;
        var program = Path.Combine(folder, "slow");
        var mark = $"9{Random.Shared.Next(100_000, 999_999)}";
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nsleep {mark} &\nsleep {mark}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        using var office = new OfficeConverter(new OfficeSettings { Program = program, Seconds = 1 });
        var watch = Stopwatch.StartNew();
        Assert.Equal("CONVERT_TOO_LONG", (await office.Convert("a.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 a}"), default)).Problem?.Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), watch.Elapsed.ToString());
        await Task.Delay(300);
        Assert.DoesNotContain(Process.GetProcessesByName("sleep"), process => Arguments(process.Id).Contains(mark, StringComparison.Ordinal));
        Directory.Delete(folder, true);
    }

    [OfficeFact]
    public async Task Rubbish_is_refused_with_what_to_do()
    {
        using var office = new OfficeConverter(new OfficeSettings());
        byte[] rubbish = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Enumerable.Range(0, 4_000).Select(one => (byte)(one * 13))];
        Assert.Equal("CONVERT_FAILED", (await office.Convert("a.doc", rubbish, default)).Problem?.Code);
    }

    [Theory]
    [InlineData("CONVERT_OFF", false, "soffice")]
    [InlineData("CONVERT_MISSING", true, "no-such-program")]
    public async Task Without_the_program_the_answer_says_what_to_do(string code, bool enabled, string program)
    {
        using var office = new OfficeConverter(new OfficeSettings { Enabled = enabled, Program = program });
        foreach (var file in new byte[][] { [0xD0, 0xCF, 0x11, 0xE0, 1], Encoding.ASCII.GetBytes(@"{\rtf1 a}") })
        {
            var problem = (await office.Convert("a", file, default)).Problem!;
            Assert.Equal(code, problem.Code);
            Assert.Contains("lưu lại thành .docx rồi tải lên", problem.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Other_files_are_left_alone()
    {
        using var office = new OfficeConverter(new OfficeSettings { Program = "no-such-program" });
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        foreach (var file in new[] { Docx, locked, File.ReadAllBytes(ImportTests.SamplePath), [] })
        {
            Assert.Equal((null, null), await office.Convert("a", file, default));
        }
    }

    private static List<(string, int, string)> Lines(byte[] docx) => [.. ImportTests.Read(docx, "a.docx").Text.Clauses.Select(clause => (clause.Kind.ToString(), clause.Level, clause.FullText))];

    private static string Arguments(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}

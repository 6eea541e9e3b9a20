using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Workflow.Architecture.Tests.Probes;

/// <summary>The compiler of the SDK, given exactly what each project of the house gives it.</summary>
public sealed class Compiler : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-probes-").FullName;

    /// <summary>Asks every project for its references, once.</summary>
    public Compiler()
    {
        var (configuration, artifacts) = Output();
        var (code, answer) = Run("dotnet", ["msbuild", Path.Combine(HouseTests.Root, "tests", "Workflow.Architecture.Tests", "Probes", "References.proj"), "-nologo", "-v:q", "-nodeReuse:false", $"-p:Answers={folder}", $"-p:Configuration={configuration}", .. artifacts is null ? Array.Empty<string>() : [$"-p:ArtifactsPath={artifacts}"]]);
        Assert.True(code == 0, answer);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Compiles a file a probe in the place of a project; answers the code of the first error of each probe that does not compile.</summary>
    public IReadOnlyDictionary<string, string> Errors(string project, IEnumerable<(string Name, string Source)> probes)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, $"Workflow.{project}.txt"));
        var here = Directory.CreateDirectory(Path.Combine(folder, project + Guid.NewGuid().ToString("N"))).FullName;
        foreach (var (name, source) in probes)
        {
            File.WriteAllText(Path.Combine(here, name + ".cs"), source);
        }

        var options = Path.Combine(here, "options.rsp");
        File.WriteAllLines(options, [.. lines.Skip(1).Select(reference => $"-r:\"{reference}\""), "-target:library", "-nologo", "-nowarn:1701,1702,8019", $"-out:\"{Path.Combine(here, "probe.dll")}\"", $"\"{Path.Combine(here, "*.cs")}\""]);
        var (code, answer) = Run("dotnet", [Path.Combine(lines[0], "bincore", "csc.dll"), "-noconfig", "@" + options]);
        var errors = Regex.Matches(answer, @"(\w+)\.cs\(\d+,\d+\): error (CS\d+)").GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.First().Groups[2].Value);
        Assert.True(code == 0 == (errors.Count == 0), answer);
        return errors;
    }

    // Where the tests run tells how and where the projects were built.
    private static (string Configuration, string? Artifacts) Output()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        return at.Parent!.Name == "Workflow.Architecture.Tests" ? (at.Name, at.Parent.Parent!.Parent!.FullName) : (at.Parent.Name, null);
    }

    private static (int Code, string Answer) Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = HouseTests.Root };
        // The test runner's own settings must not steer the compiler.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.Result + errors.Result);
    }
}

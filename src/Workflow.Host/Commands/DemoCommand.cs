using Workflow.Documents.Import;
using Workflow.Domain.Texts;

namespace Workflow.Host.Commands;

/// <summary>
/// <c>demo [--document FILE] [--out DIR]</c>: the whole life of one document through the commands that the pages send, as the different
/// people, in a database of its own that is removed afterwards.
/// </summary>
internal static class DemoCommand
{
    public static async Task<int> Run(string[] args)
    {
        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var document = Option("--document") ?? Path.Combine(Directory.GetCurrentDirectory(), "samples", "nghi-quyet-mau.txt");
        var outFolder = Path.GetFullPath(Option("--out") ?? Path.Combine("artifacts", "demo"));
        if (Files.Read(document) is not { } bytes)
        {
            return Files.Missing(document);
        }

        var import = DraftImporter.Read(document, bytes, TrackedChanges.Accept);
        if (import.Problem is { } problem)
        {
            return Files.Bad(problem);
        }

        if (import.Draft!.Text.Subject.Length == 0)
        {
            return Files.Bad(new("NO_SUBJECT", "Không thấy trích yếu dưới tên loại văn bản. Đồng chí bổ sung dòng trích yếu rồi chạy lại."));
        }

        Directory.CreateDirectory(outFolder);
        await using var world = await DemoWorld.Create(import.Draft);
        var story = new DemoStory(world, import.Draft, Path.GetFileName(document), bytes, outFolder);
        return await story.Tell();
    }
}

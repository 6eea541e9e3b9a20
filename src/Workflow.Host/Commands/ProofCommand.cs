using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary>
/// <c>proof FILE.json</c> works the result of a vote out again from its proof alone; <c>proof ID</c> gathers the proof from the stored data first, and looks
/// whether the text that was voted on still has its hash. Exit 0 when all agrees, 1 when something does not, 2 when there is nothing to read.
/// </summary>
internal static class ProofCommand
{
    private const int LargestFile = 10_000_000;

    public static async Task<int> Run(string[] args) => args switch
    {
        [var id, .. var rest] when Guid.TryParse(id, out var voteId) => await Stored(voteId, rest),
        [var file, ..] when !file.StartsWith('-') => OfFile(file),
        _ => Files.Bad(new("NO_FILE", "Cách dùng: ./run proof TỆP.json, hoặc ./run proof MÃ-BIỂU-QUYẾT.")),
    };

    private static int OfFile(string file)
    {
        if (!File.Exists(file))
        {
            return Files.Bad(new("NO_FILE", $"Không thấy tệp “{file}”."));
        }

        if (new FileInfo(file).Length > LargestFile)
        {
            return Files.Bad(new("TOO_LARGE", $"Tệp “{file}” lớn quá 10 MB nên không phải tệp chứng cứ."));
        }

        try
        {
            return Say(ProofJson.Read(File.ReadAllBytes(file)), []);
        }
        catch (JsonException problem)
        {
            return Files.Bad(new("BAD_PROOF", $"Tệp “{file}” không phải tệp chứng cứ của biểu quyết: {problem.Path} (dòng {problem.LineNumber + 1})."));
        }
    }

    private static async Task<int> Stored(Guid voteId, string[] args)
    {
        using var installed = InstalledDatabase.Open(args);
        if (installed is null)
        {
            return InstalledDatabase.Missing(args);
        }

        await using var scope = installed.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        if (await db.Set<Vote>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.Id == voteId) is not { } vote)
        {
            return Files.Bad(new("NO_VOTE", $"Không có biểu quyết {voteId}."));
        }

        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = vote.OrganizationId;
        if (await Proofs.Of(db, voteId, CancellationToken.None) is not { } proof)
        {
            return Files.Bad(new("NO_PROOF", "Biểu quyết này chưa khóa hoặc đã bị hủy nên không có kết quả để chứng minh."));
        }

        var more = new List<string>();
        if (vote.DraftId is { } draftId)
        {
            var text = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draftId && version.Hash == vote.VersionHash).Select(version => version.Canonical).FirstOrDefaultAsync();
            if (text is null || CanonicalText.Hash(text) != vote.VersionHash)
            {
                more.Add("Bản dự thảo được biểu quyết không còn đúng mã băm đã ghi.");
            }
        }

        return Say(proof, more);
    }

    private static int Say(AdoptionProof proof, IReadOnlyList<string> more)
    {
        IReadOnlyList<string> wrong = [.. ProofCheck.Disagreements(proof), .. more];
        Console.WriteLine($"{proof.Organization}. {proof.Conference}");
        Console.WriteLine($"{proof.Question}");
        Console.WriteLine($"Ghi: {proof.Result.Sentence}");
        foreach (var one in wrong)
        {
            Console.WriteLine($"  ✗ {one}");
        }

        Console.WriteLine(wrong.Count == 0 ? "Tính lại: KHỚP." : "Tính lại: KHÔNG KHỚP.");
        return wrong.Count == 0 ? 0 : 1;
    }
}

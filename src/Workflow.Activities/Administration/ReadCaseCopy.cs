using System.IO.Compression;
using System.Text;
using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.Administration;

/// <summary>A case as a test folder (.zip), without what it says of people; null when there is no such case or it cannot be told so.</summary>
[Allow(Office.Administrator)]
public sealed record ReadCaseCopy(Guid InstanceId) : IQuery<PaperFile?>;

internal sealed class ReadCaseCopyHandler(CaseCopy copy) : IRequestHandler<ReadCaseCopy, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadCaseCopy request, CancellationToken cancellationToken) =>
        await copy.Of(request.InstanceId, cancellationToken) is { } scenario ? new($"{scenario.Name}.zip", "application/zip", Zip(scenario)) : null;

    private static byte[] Zip(CaseScenario scenario)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in scenario.Files)
            {
                using var file = zip.CreateEntry($"{scenario.Name}/{name}").Open();
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}

using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Import;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Sends a file to be looked through: it is read, kept for its sender for some hours, and nothing of it is stored as a draft.</summary>
/// <param name="DraftId">The draft that is to get a new version; null for a new draft.</param>
/// <param name="BaseHash">The version that the sender has before them; empty for a new draft.</param>
/// <param name="DraftingBody">Who prepared a new draft.</param>
/// <param name="Note">The submission of a new draft, or the note of a new version.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record StageUpload(Guid CommandId, Guid? DraftId, string BaseHash, string DraftingBody, string Note, string FileName, byte[] File) : ICommand, IOfDraft
{
    // A new draft is nobody's open task: nobody stands in for its beginning.
    Guid IOfDraft.DraftId => DraftId ?? Guid.Empty;
}

internal sealed class StageUploadHandler(WorkflowDbContext db, Actor actor, OfficeConverter office) : IRequestHandler<StageUpload, Answer>
{
    public async Task<Answer> Handle(StageUpload command, CancellationToken cancellationToken)
    {
        if (command.DraftId is { } draftId)
        {
            var (_, refusal) = await DraftToChange.Find(db, actor, draftId, command.BaseHash, cancellationToken);
            if (refusal is not null)
            {
                return Answer.No(refusal);
            }
        }
        else if (string.IsNullOrWhiteSpace(command.DraftingBody) || command.DraftingBody.Length > 200)
        {
            return Answer.No("draft.no-body", "Đồng chí ghi tên cơ quan chủ trì soạn thảo (tối đa 200 chữ), ví dụ “Ủy ban nhân dân xã”.");
        }

        var (converted, problem) = await office.Convert(command.FileName, command.File, cancellationToken);
        var found = problem ?? DraftImporter.Read(command.FileName, converted ?? command.File, TrackedChanges.Accept, cancellationToken).Problem;
        if (found is not null)
        {
            return Answer.No("import." + found.Code, found.Text);
        }

        if (UploadLayout.Refused(converted ?? command.File, await LayoutOn.Day(db, actor.Today, cancellationToken), cancellationToken) is { } deviates)
        {
            return Answer.No(deviates);
        }

        var waiting = await db.Set<StagedUpload>().Where(row => row.PersonId == actor.PersonId).OrderByDescending(row => row.At).Skip(StagedUpload.MostOfOne - 1).ToListAsync(cancellationToken);
        db.RemoveRange(waiting);
        var upload = new StagedUpload
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            PersonId = actor.PersonId,
            DraftId = command.DraftId,
            BaseHash = command.BaseHash,
            DraftingBody = command.DraftingBody.Trim(),
            Note = command.Note.Trim(),
            FileName = FileNames.Short(command.FileName),
            Content = command.File,
            Converted = converted,
            FileHash = Convert.ToHexStringLower(SHA256.HashData(command.File)),
            At = actor.Now,
        };
        db.Add(upload);
        return Answer.Done(upload.Id, $"Đã đọc tệp “{upload.FileName}” để xem trước; chưa lưu vào dự thảo.");
    }
}

/// <summary>Names of files as they are kept and shown.</summary>
internal static class FileNames
{
    private const int Longest = 200;

    /// <summary>The name without its folders; of a very long one the end, with what tells its kind.</summary>
    public static string Short(string fileName) => Path.GetFileName(fileName.Replace('\\', '/')) is { Length: > 0 } name ? name.Length <= Longest ? name : name[^Longest..] : "du-thao";
}

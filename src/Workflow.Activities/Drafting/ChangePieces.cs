using System.Text.RegularExpressions;
using Workflow.Documents.Redline;

namespace Workflow.Activities.Drafting;

/// <summary>Pieces of a comparison as a page marks them: figures that came or went apart from words.</summary>
internal static partial class ChangePieces
{
    public static IEnumerable<ChangePiece> Of(DiffPiece piece)
    {
        if (piece.Kind == DiffKind.Same)
        {
            return [new("same", piece.Text)];
        }

        var fate = piece.Kind == DiffKind.Inserted ? "ins" : "del";
        return Figure().Split(piece.Text).Select((text, index) => new ChangePiece(index % 2 == 1 ? fate + "fig" : fate, text)).Where(one => one.Text.Length > 0);
    }

    // With its unit of money or share: "2.659 triệu đồng", "12,5%", "30/6/2027".
    [GeneratedRegex(@"(\d+(?:[.,/]\d+)*(?:\s*%|\s*(?:triệu|tỷ|nghìn)?\s*đồng\b)?)")]
    private static partial Regex Figure();
}

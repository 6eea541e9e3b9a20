namespace Workflow.Documents.Import;

/// <summary>
/// TCVN3 (ABC), the code of the .Vn fonts (TCVN 5712:1993, third form): one byte a letter, shown by other programs as Latin letters. The fonts have no capitals
/// with a tone; those whose name ends in H show every letter as a capital.
/// </summary>
internal static class Tcvn3
{
    // Each letter stands at the place of its code, A1 to FE; a dot where the code has none.
    private const string From161 =
        "ĂÂÊÔƠƯĐăâêôơưđ." +     // A1-AF
        "....." +                // B0-B4
        "àảãáạ.ằẳẵắ......." +   // B5-C5
        "ặầẩẫấậè.ẻẽéẹềểễếệìỉ" + // C6-D8
        "...ĩíịò.ỏõóọồổỗốộờởỡớợ" + // D9-EE
        "ù.ủũúụừửữứựỳỷỹýỵ";     // EF-FE

    /// <summary>Whether a letter, as a program that knows nothing shows it, is one of the code.</summary>
    public static bool Knows(char letter) => letter is >= '\u00A1' and <= '\u00FE' && Letter(letter) != '.';

    public static string Decode(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            target[index] = Knows(source[index]) ? Letter(source[index]) : source[index];
        }
    });

    private static char Letter(char code) => From161[code - 0xA1];
}

using Workflow.Domain.Layouts;

namespace Workflow.Documents.Auditing;

/// <summary>Collects what is found, in sentences.</summary>
internal sealed class LayoutNotes(LayoutProfile layout)
{
    public List<LayoutDeviation> Deviations { get; } = [];

    public List<string> Measured { get; } = [];

    /// <summary>A length that should be so long.</summary>
    public void Length(string code, string component, string what, double mm, double wanted, MeasuredLine? at = null, double slack = 0)
    {
        var off = mm - wanted;
        if (Math.Abs(off) > layout.MarginToleranceMm + slack)
        {
            Say(code, component, $"{what} đo được {Auditing.Say.Number(mm)} mm, thể thức quy định {Auditing.Say.Number(wanted)} mm ({(off > 0 ? "thừa" : "thiếu")} {Auditing.Say.Number(Math.Abs(off))} mm).", at);
        }
        else
        {
            Measured.Add($"{what}: {Auditing.Say.Number(mm)} mm");
        }
    }

    /// <summary>A size of type that should lie between two.</summary>
    public void Size(string code, string component, MeasuredLine? at, double least, double most)
    {
        if (at is null)
        {
            return;
        }

        var size = at.SizePt;
        if (size < least - layout.SizeTolerancePt || size > most + layout.SizeTolerancePt)
        {
            var wanted = least == most ? $"{Auditing.Say.Number(least)} pt" : $"{Auditing.Say.Number(least)}-{Auditing.Say.Number(most)} pt";
            Say(code, component, $"{component} dùng cỡ chữ {Auditing.Say.Number(size)} pt, thể thức quy định {wanted}.", at);
        }
        else
        {
            Measured.Add($"{component}: cỡ chữ {Auditing.Say.Number(size)} pt");
        }
    }

    /// <summary>Whether letters are bold and slanted as they should be.</summary>
    public void Style(string code, string component, MeasuredLine? at, bool bold, bool italic)
    {
        if (at is not null && (at.Bold != bold || at.Italic != italic))
        {
            static string Words(bool bold, bool italic) => (bold, italic) switch { (true, true) => "đậm, nghiêng", (true, false) => "đậm, đứng", (false, true) => "nghiêng, không đậm", _ => "đứng, không đậm" };
            Say(code, component, $"{component} in kiểu chữ {Words(at.Bold, at.Italic)}, thể thức quy định {Words(bold, italic)}.", at);
        }
    }

    /// <summary>Something compulsory.</summary>
    public void Needed(string code, string component, MeasuredLine? at)
    {
        if (at is null)
        {
            Say(code, component, $"Không tìm thấy thành phần “{component}” bắt buộc theo thể thức. Đồng chí bổ sung, hoặc kiểm tra cách viết.", null);
        }
    }

    public void Say(string code, string component, string text, MeasuredLine? at) => Deviations.Add(new(code, component, text, at?.Place));
}

namespace Workflow.Documents.Exchange;

/// <summary>What a package asks of its receiver (edXML, BussinessDocType).</summary>
public enum BusinessType
{
    /// <summary>A document that the receiver does not have.</summary>
    New = 0,

    /// <summary>The sender asks for a document back.</summary>
    Recall = 1,

    /// <summary>The same document with other files.</summary>
    Update = 2,

    /// <summary>A document that takes the place of earlier ones.</summary>
    Replace = 3,
}

/// <summary>A body that sends or receives.</summary>
/// <param name="OrganId">Its code, "A32.65" or "000.01.12.H28".</param>
public sealed record ExchangeParty(string OrganId, string OrganName)
{
    public string InCharge { get; init; } = "";
    public string Address { get; init; } = "";
    public string Email { get; init; } = "";
    public string Telephone { get; init; } = "";
    public string Fax { get; init; } = "";
    public string Website { get; init; } = "";
}

/// <summary>Who signed, as the paper says it.</summary>
/// <param name="Competence">"T/M ĐẢNG ỦY".</param>
/// <param name="Position">"BÍ THƯ".</param>
public sealed record EdocSigner(string Competence, string Position, string FullName);

/// <summary>A document that this one answers, or that a status is about.</summary>
public sealed record EdocAnswered(string OrganId, string Code, DateOnly Date, string DocumentId);

/// <summary>A body that the package went through, and when.</summary>
public sealed record EdocTrace(string OrganId, DateTimeOffset At);

/// <summary>Who at the sender can be asked.</summary>
public sealed record EdocStaff(string Department, string Staff, string Mobile, string Email);

/// <summary>A file of a package.</summary>
public sealed record EdocFile(string Name, string ContentType, byte[] Content, string Description = "");

/// <summary>A package with a document: header, trace and files (QCVN 102:2016/BTTTT).</summary>
public sealed record Edoc
{
    public required ExchangeParty From { get; init; }
    public required IReadOnlyList<ExchangeParty> To { get; init; }

    /// <summary>"07".</summary>
    public required string CodeNumber { get; init; }

    /// <summary>"NQ/ĐU".</summary>
    public required string CodeNotation { get; init; }
    public string Place { get; init; } = "";
    public required DateOnly Date { get; init; }

    /// <summary>Number of the kind in the sender's list; empty when it has none.</summary>
    public string TypeCode { get; init; } = "";

    /// <summary>"Nghị quyết".</summary>
    public string TypeName { get; init; } = "";
    public string TypeDetail { get; init; } = "";
    public required string Subject { get; init; }
    public string Content { get; init; } = "";
    public EdocSigner Signer { get; init; } = new("", "", "");
    public DateOnly? DueDate { get; init; }
    public IReadOnlyList<string> ToPlaces { get; init; } = [];

    /// <summary>0 ordinary, then Khẩn, Thượng khẩn, Hỏa tốc.</summary>
    public int Priority { get; init; }
    public string Sphere { get; init; } = "";
    public string TyperNotation { get; init; } = "";
    public int Copies { get; init; }
    public int Pages { get; init; }
    public IReadOnlyList<string> Appendixes { get; init; } = [];
    public IReadOnlyList<EdocAnswered> ResponseFor { get; init; } = [];
    public string SteeringType { get; init; } = "";

    /// <summary>"{OrganId},{yyyy/MM/dd},{number}/{notation}": the same for as long as the document lives.</summary>
    public required string DocumentId { get; init; }
    public required IReadOnlyList<EdocTrace> Trace { get; init; }
    public BusinessType Business { get; init; }
    public string BusinessReason { get; init; } = "";
    public EdocStaff Staff { get; init; } = new("", "", "", "");

    /// <summary>Whether a copy on paper follows.</summary>
    public bool Paper { get; init; }

    /// <summary>Documents whose place this one takes.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];
    public required IReadOnlyList<EdocFile> Files { get; init; }

    /// <summary>The identity of a document, as edXML builds it.</summary>
    public static string IdOf(string organId, DateOnly date, string number, string notation) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{organId},{date:yyyy/MM/dd},{number}/{notation}");
}

/// <summary>What a receiver says of a document.</summary>
/// <param name="Code">"01" to "06", "13", "15", "16".</param>
public sealed record EdocStatus(EdocAnswered ResponseFor, ExchangeParty From, string Code, string Description, DateTimeOffset At, EdocStaff Staff)
{
    /// <summary>The codes, and what each says.</summary>
    public static IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["01"] = "đã đến",
        ["02"] = "từ chối tiếp nhận",
        ["03"] = "đã tiếp nhận",
        ["04"] = "phân công xử lý",
        ["05"] = "đang xử lý",
        ["06"] = "hoàn thành",
        ["13"] = "yêu cầu lấy lại",
        ["15"] = "đồng ý lấy lại",
        ["16"] = "từ chối lấy lại",
    };
}

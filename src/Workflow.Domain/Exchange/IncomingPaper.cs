using Workflow.Domain.Texts;

namespace Workflow.Domain.Exchange;

/// <summary>How far a document that came to us is.</summary>
public enum IncomingState
{
    Arrived, Refused, Registered, Assigned, Processing, Done,

    /// <summary>Given back to its sender, who recalled it.</summary>
    Returned,
}

/// <summary>What the signatures in its files say.</summary>
public enum IncomingVerdict
{
    /// <summary>Every PDF is signed and whole.</summary>
    Intact,

    /// <summary>No signature, or one whose authority is not known here.</summary>
    Unknown,

    /// <summary>Something was changed after it was signed.</summary>
    Altered,
}

/// <summary>A step of a document that came to us; only ever added. The code is what its sender is told (DOMAIN §3.3).</summary>
public sealed class IncomingEvent : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PaperId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required string Code { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? ById { get; init; }
    public required string ByName { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>
/// A line of the register of incoming documents (sổ văn bản đến): what came, from whom, and what became of it. It has its arrival number from the moment in
/// which it is registered; one that is refused never has one.
/// </summary>
public sealed class IncomingPaper : IOfOrganization
{
    public const int LongestSubject = 2_000;
    public const int LongestWords = 500;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Null: it came on paper and the office wrote it in.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>Whose identities <see cref="DocumentId"/> is one of: the partner; of a paper its own id.</summary>
    public required Guid SourceId { get; init; }
    public required string SenderName { get; init; }

    /// <summary>The sender's identity of the document; the same again is the same document. Of one on paper its own id.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Counts the contents under one identity: 1, and one more with each update by its sender.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>SHA-256 over what came, to know the same from something else under the same name.</summary>
    public required string ContentHash { get; init; }

    /// <summary>"12-CV/TU".</summary>
    public required string NumberAndSymbol { get; init; }
    public required string TypeName { get; init; }
    public required DateOnly Date { get; init; }
    public required string Subject { get; init; }
    public string SignerName { get; init; } = "";
    public int Priority { get; init; }
    public DateOnly? DueDate { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public IncomingVerdict? Verdict { get; init; }

    /// <summary>Who signed the package.</summary>
    public string PackageSigner { get; init; } = "";
    public IncomingState State { get; private set; } = IncomingState.Arrived;

    /// <summary>0 while it has no number.</summary>
    public int ArrivalYear { get; private set; }

    /// <summary>0 while it has none.</summary>
    public int ArrivalNumber { get; private set; }
    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>Why it was refused, why it was registered although its signatures say little, what was decided on a recall.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The sender asks for it back and waits for an answer.</summary>
    public bool RecallWaits { get; private set; }
    public string RecallReason { get; private set; } = "";

    /// <summary>Identity of the document that took its place.</summary>
    public string ReplacedBy { get; private set; } = "";
    public int Events { get; private set; }
    public string SearchText { get; init; } = "";

    /// <summary>"Số đến 15/2026".</summary>
    public string ArrivalName => ArrivalNumber > 0 ? $"{ArrivalNumber}/{ArrivalYear}" : "";

    /// <summary>Why it cannot be registered, or null. An altered file must be refused (CKS); one of which nothing is known needs a reason.</summary>
    public Refusal? MayRegister(string note) => State != IncomingState.Arrived ? Moved()
        : RecallWaits ? new("incoming.recalled", "Nơi gửi đang yêu cầu lấy lại văn bản này. Đồng chí trả lời yêu cầu đó trước.")
        : Verdict == IncomingVerdict.Altered ? new("incoming.altered", "Tệp của văn bản đã bị sửa sau khi ký nên không tiếp nhận được. Đồng chí từ chối và nêu lý do để nơi gửi gửi lại.")
        : Verdict == IncomingVerdict.Unknown && note.Length == 0 ? new("incoming.reason", "Chữ ký của văn bản chưa xác định được. Nếu vẫn tiếp nhận, đồng chí ghi rõ vì sao tin được (ví dụ đã gọi xác nhận với nơi gửi).")
        : null;

    /// <summary>Takes it into the book. Ask <see cref="MayRegister"/> first.</summary>
    public IncomingEvent Register(int number, DateOnly day, string note, Guid by, string name, DateTimeOffset at)
    {
        (State, ArrivalYear, ArrivalNumber, RegisteredOn, Note) = (IncomingState.Registered, day.Year, number, day, note);
        return Add("03", at, by, name, note);
    }

    /// <summary>Is not taken, for a reason that its sender is told.</summary>
    public (Refusal? Refusal, IncomingEvent? Event) Refuse(string reason, Guid by, string name, DateTimeOffset at)
    {
        if (State != IncomingState.Arrived || reason.Length is 0 or > LongestWords)
        {
            return (State != IncomingState.Arrived ? Moved() : new("incoming.reason", $"Đồng chí ghi lý do từ chối (tối đa {LongestWords} chữ); nơi gửi sẽ đọc lý do này."), null);
        }

        (State, Note) = (IncomingState.Refused, reason);
        return (null, Add("02", at, by, name, reason));
    }

    /// <summary>04 given to somebody, 05 being worked on, 06 done. A step may be left out; none is gone back.</summary>
    public (Refusal? Refusal, IncomingEvent? Event) Advance(IncomingState to, string note, Guid by, string name, DateTimeOffset at)
    {
        if (to is not (IncomingState.Assigned or IncomingState.Processing or IncomingState.Done) || note.Length > LongestWords)
        {
            return (new("incoming.step", $"Bước này không có, hoặc ghi chú dài quá {LongestWords} chữ."), null);
        }

        if (State is not (IncomingState.Registered or IncomingState.Assigned or IncomingState.Processing) || to <= State)
        {
            return (State is IncomingState.Arrived ? new("incoming.not-registered", "Văn bản chưa vào sổ. Đồng chí tiếp nhận vào sổ trước.") : Moved(), null);
        }

        if (to == IncomingState.Assigned && note.Length == 0)
        {
            return (new("incoming.whom", "Đồng chí ghi giao cho ai, đơn vị nào xử lý."), null);
        }

        State = to;
        return (null, Add(to switch { IncomingState.Assigned => "04", IncomingState.Processing => "05", _ => "06" }, at, by, name, note));
    }

    /// <summary>It is here: the first step of every document.</summary>
    public IncomingEvent Arrive(string how) => Add("01", ArrivedAt, null, how, "");

    /// <summary>Its sender asks for it back. Asked again while it waits: nothing new.</summary>
    public IncomingEvent? AskBack(string reason, string name, DateTimeOffset at)
    {
        if (RecallWaits || State is IncomingState.Refused or IncomingState.Returned)
        {
            return null;
        }

        (RecallWaits, RecallReason) = (true, reason);
        return Add("13", at, null, name, reason);
    }

    /// <summary>The office gives it back (15) or does not (16, with a reason).</summary>
    public (Refusal? Refusal, IncomingEvent? Event) AnswerRecall(bool agree, string note, Guid by, string name, DateTimeOffset at)
    {
        if (!RecallWaits)
        {
            return (new("incoming.no-recall", "Không có yêu cầu lấy lại nào đang chờ trả lời. Đồng chí tải lại trang."), null);
        }

        if (note.Length > LongestWords || (!agree && note.Length == 0))
        {
            return (new("incoming.reason", $"Đồng chí ghi lý do không trả lại (tối đa {LongestWords} chữ); nơi gửi sẽ đọc lý do này."), null);
        }

        (RecallWaits, Note) = (false, note.Length > 0 ? note : Note);
        State = agree ? IncomingState.Returned : State;
        return (null, Add(agree ? "15" : "16", at, by, name, note));
    }

    /// <summary>Another document, or a later edition, took its place.</summary>
    public void Replace(string documentId) => ReplacedBy = documentId;

    /// <summary>What it is found by, without diacritics.</summary>
    public static string Find(string numberAndSymbol, string sender, string type, string subject)
    {
        var all = Folding.Fold($"{numberAndSymbol} {sender} {type} {subject}");
        return all.Length > LongestSubject ? all[..LongestSubject] : all;
    }

    private static Refusal Moved() => new("incoming.moved", "Văn bản này đã được xử lý sang bước khác. Đồng chí tải lại trang để xem.");

    private IncomingEvent Add(string code, DateTimeOffset at, Guid? by, string name, string note) => new()
    {
        Id = Guid.CreateVersion7(at),
        OrganizationId = OrganizationId,
        PaperId = Id,
        Number = ++Events,
        Code = code,
        At = at,
        ById = by,
        ByName = name,
        Note = note,
    };
}

/// <summary>A file that came with a document; never changed.</summary>
public sealed class IncomingFile : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PaperId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
    public required int Size { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Null: not a PDF, so nothing was looked for.</summary>
    public IncomingVerdict? Verdict { get; init; }

    /// <summary>Who signed and what was found, sentences.</summary>
    public string Findings { get; init; } = "";
}

/// <summary>The counter of arrivals of a year.</summary>
public sealed class IncomingBook : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required int Year { get; init; }

    /// <summary>Last number given; 0 before the first.</summary>
    public int Last { get; private set; }
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Takes the next number; whoever saves second takes another.</summary>
    public int Take(DateTimeOffset at)
    {
        LastAt = at;
        return ++Last;
    }
}

/// <summary>A package that its sender looks through before anything of it is stored: for some hours, for that person alone.</summary>
public sealed class StagedPackage : IOfOrganization
{
    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PersonId { get; init; }
    public required string FileName { get; init; }
    public required byte[] Content { get; init; }
    public required string FileHash { get; init; }
    public required DateTimeOffset At { get; init; }
}

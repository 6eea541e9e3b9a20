namespace Workflow.Domain.Distribution;

/// <summary>How far a copy has come. In order; a refusal ends it.</summary>
public enum DispatchStatus
{
    Sent, Arrived, Opened, Booked, Assigned, Processing, CarriedOut, Refused,
}

/// <summary>Whether a copy is asked back.</summary>
public enum RecallState
{
    None, Asked, Agreed, Refused,
}

/// <summary>How a copy goes to its unit.</summary>
public enum DispatchChannel
{
    /// <summary>On the unit's page, for units with an account.</summary>
    Page,

    /// <summary>A mail to the unit's address with a link; on the page as well.</summary>
    Mail,

    /// <summary>Printed, with a cover sheet that bears a code.</summary>
    Paper,

    /// <summary>To the unit's own system.</summary>
    Exchange,
}

/// <summary>What came of news about a copy: a new row; neither a row nor a refusal when it was known already.</summary>
/// <param name="Refusal">Why it cannot follow.</param>
/// <param name="Event">The row to add.</param>
public readonly record struct DispatchRecorded(Refusal? Refusal, DispatchEvent? Event);

/// <summary>
/// One copy to one unit; one row per document and unit. What happened to it are its <see cref="DispatchEvent"/> rows; how far it came follows from them and is kept here, written by the same method that makes the row.
/// </summary>
public sealed class Dispatch : IOfOrganization
{
    public const int LongestReason = 500;

    /// <summary>A unit is reminded once an hour at most.</summary>
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>"để báo cáo", "để thực hiện" or empty.</summary>
    public required string Purpose { get; init; }

    /// <summary>The line under Nơi nhận that it follows from; empty of a supplementary issue.</summary>
    public required string RecipientLine { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public DispatchChannel Channel { get; init; }

    /// <summary>1 with the document itself; 2 and on for supplementary issues.</summary>
    public int Issue { get; init; } = 1;

    /// <summary>How many rows its story has; two who write at once do not both count.</summary>
    public int Events { get; private set; }
    public DispatchStatus Status { get; private set; } = DispatchStatus.Sent;
    public RecallState Recall { get; private set; }

    /// <summary>When the unit first opened it.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When a person said that the unit has it, or it was booked; null while nobody did.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>When it was first reported as carried out.</summary>
    public DateTimeOffset? CarriedOutAt { get; private set; }
    public string ArrivalNumber { get; private set; } = "";
    public DateOnly? ArrivalDay { get; private set; }
    public int Reminders { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Whether the unit still has to say that it has the copy: what reminders and the task of receipts look at. Queries say the same by <see cref="IsWaiting"/>.</summary>
    public bool Waits => ReceivedAt is null && Status != DispatchStatus.Refused && Recall != RecallState.Agreed;

    /// <summary><see cref="Waits"/> for queries.</summary>
    public static System.Linq.Expressions.Expression<Func<Dispatch, bool>> IsWaiting { get; } = dispatch => dispatch.ReceivedAt == null && dispatch.Status != DispatchStatus.Refused && dispatch.Recall != RecallState.Agreed;

    /// <summary>
    /// Tells something of this copy. The one way in which its state changes: answers the row to add, nothing when it is known already (told twice counts once; what comes late moves nothing back), or why it cannot follow.
    /// </summary>
    public DispatchRecorded Record(DispatchNews news)
    {
        if (Invalid(news) is { } invalid)
        {
            return new(invalid, null);
        }

        return news.Kind switch
        {
            DispatchEventKind.Sent => Status == DispatchStatus.Refused || Recall == RecallState.Agreed || Events == 0 ? Add(news) : default,
            DispatchEventKind.Reminded => !Waits || news.At - RemindedAt < BetweenReminders ? default : Add(news),
            DispatchEventKind.RecallAsked => Recall is RecallState.Asked or RecallState.Agreed ? default : Add(news),
            DispatchEventKind.RecallAgreed or DispatchEventKind.RecallRefused => Answered(news),
            DispatchEventKind.TakenBack => throw new ArgumentException("a row is taken back by TakeBack", nameof(news)),
            _ when Recall == RecallState.Agreed => No("dispatch.recalled", "Văn bản này đã được thu hồi nên không ghi nhận thêm được."),
            DispatchEventKind.Refused => Turned(news),
            _ when Status == DispatchStatus.Refused => No("dispatch.refused", "Đơn vị đã từ chối văn bản này. Nếu từ chối nhầm, đồng chí rút lại lời từ chối trước."),
            DispatchEventKind.Booked => Booked(news),
            // A unit may hold several sessions; its system says the same word again when it is asked again.
            DispatchEventKind.CarriedOut => news.Way == DispatchWay.Exchange && Status == DispatchStatus.CarriedOut ? default : Add(news),
            _ => Further(news) ? Add(news) : default,
        };
    }

    /// <summary>Takes a row back, with a reason: it stays and counts no more. What the unit or the office said can be taken back; what the program did cannot.</summary>
    /// <param name="story">All rows of this copy.</param>
    /// <param name="number">The row.</param>
    /// <param name="news">Who takes it back, when and why.</param>
    public DispatchRecorded TakeBack(IReadOnlyList<DispatchEvent> story, int number, DispatchNews news)
    {
        var row = story.FirstOrDefault(one => one.Number == number);
        if (row is null || row.Kind is DispatchEventKind.Sent or DispatchEventKind.Opened or DispatchEventKind.Reminded or DispatchEventKind.RecallAsked or DispatchEventKind.TakenBack || row.Way is DispatchWay.Exchange or DispatchWay.Machine)
        {
            return No("dispatch.not-yours", "Dòng này không rút lại được: chỉ rút lại được điều đơn vị hoặc Văn phòng đã báo.");
        }

        if (story.Any(one => one.Kind == DispatchEventKind.Sent && one.Number > number))
        {
            return No("dispatch.sent-again", "Văn bản đã được gửi lại sau dòng này nên không rút lại dòng của lần gửi trước.");
        }

        if (news.Note.Length == 0)
        {
            return No("dispatch.reason", "Đồng chí ghi lý do rút lại; dòng cũ vẫn được giữ cùng lý do này.");
        }

        if (story.Any(one => one.OfNumber == number))
        {
            return default;
        }

        var taken = New(news with { Kind = DispatchEventKind.TakenBack }, number);
        Clear();
        foreach (var one in Counting([.. story, taken]))
        {
            Take(one);
        }

        return new(null, taken);
    }

    /// <summary>The rows that count, in order: without those taken back.</summary>
    public static IEnumerable<DispatchEvent> Counting(IReadOnlyList<DispatchEvent> story)
    {
        var dropped = story.Select(one => one.OfNumber).OfType<int>().ToHashSet();
        return story.OrderBy(one => one.Number).Where(one => one.Kind != DispatchEventKind.TakenBack && !dropped.Contains(one.Number));
    }

    private static Refusal? Invalid(DispatchNews news) => news switch
    {
        { Note.Length: > DispatchEvent.LongestNote } or { ArrivalNumber.Length: > DispatchEvent.LongestNumber } or { ByName.Length: > DispatchEvent.LongestName } => new("dispatch.too-long", "Có ô ghi quá dài. Đồng chí viết gọn lại rồi gửi lại."),
        { Kind: DispatchEventKind.Refused or DispatchEventKind.RecallRefused, Note.Length: 0 } => new("dispatch.reason", "Đồng chí ghi lý do để Văn phòng Đảng ủy biết mà xử lý."),
        { Kind: DispatchEventKind.CarriedOut, Present: < 0 or > 1_000_000 } or { Kind: DispatchEventKind.CarriedOut, OfHowMany: < 0 or > 1_000_000 } => new("dispatch.count", "Số người dự phải là số từ 0 trở lên."),
        { Kind: DispatchEventKind.CarriedOut, Present: { } present, OfHowMany: { } all } when present > all => new("dispatch.count", $"Số người dự ({present}) không thể nhiều hơn tổng số ({all})."),
        _ => null,
    };

    private static DispatchRecorded No(string code, string text) => new(new(code, text), null);

    // The order of the ladder; a step told late moves nothing back.
    private bool Further(DispatchNews news) => Rung(news.Kind) > Status || (news.Kind == DispatchEventKind.Arrived && ReceivedAt is null && IsOfPerson(news.Way));

    private DispatchRecorded Booked(DispatchNews news) => Status < DispatchStatus.Booked ? Add(news)
        : ArrivalNumber == news.ArrivalNumber || news.ArrivalNumber.Length == 0 ? default
        : ArrivalNumber.Length == 0 ? Add(news)
        : No("dispatch.booked", $"Văn bản đã vào sổ đến số {ArrivalNumber}. Nếu ghi nhầm, đồng chí rút lại dòng đó rồi ghi số mới.");

    private DispatchRecorded Turned(DispatchNews news) => Status switch
    {
        DispatchStatus.Refused => default,
        >= DispatchStatus.Booked => No("dispatch.taken", "Đơn vị đã tiếp nhận văn bản này nên không từ chối được nữa. Nếu ghi nhầm, đồng chí rút lại dòng đã ghi trước."),
        _ => Add(news),
    };

    private DispatchRecorded Answered(DispatchNews news)
    {
        var wanted = news.Kind == DispatchEventKind.RecallAgreed ? RecallState.Agreed : RecallState.Refused;
        return Recall == RecallState.None ? No("dispatch.no-recall", "Không có yêu cầu thu hồi nào đang chờ đơn vị trả lời.")
            : Recall == wanted ? default
            : Recall == RecallState.Asked ? Add(news)
            : No("dispatch.recall-answered", "Đơn vị đã trả lời yêu cầu thu hồi này rồi. Nếu trả lời nhầm, đồng chí rút lại câu trả lời trước.");
    }

    private DispatchRecorded Add(DispatchNews news)
    {
        var row = New(news, null);
        Take(row);
        return new(null, row);
    }

    private DispatchEvent New(DispatchNews news, int? ofNumber) => new()
    {
        Id = news.Id ?? Guid.CreateVersion7(news.At),
        OrganizationId = OrganizationId,
        DispatchId = Id,
        Number = ++Events,
        Kind = news.Kind,
        At = news.At,
        Way = news.Way,
        ById = news.ById,
        ByName = news.ByName,
        Note = news.Note,
        ArrivalNumber = news.ArrivalNumber,
        Day = news.Day,
        Present = news.Present,
        OfHowMany = news.OfHowMany,
        OfNumber = ofNumber,
    };

    private void Clear() => (Status, Recall, OpenedAt, ReceivedAt, CarriedOutAt, ArrivalNumber, ArrivalDay, Reminders, RemindedAt) = (DispatchStatus.Sent, RecallState.None, null, null, null, "", null, 0, null);

    // What a row means for the whole; the story gives the same state again (a test).
    private void Take(DispatchEvent row)
    {
        switch (row.Kind)
        {
            case DispatchEventKind.Sent:
                Clear();
                break;
            case DispatchEventKind.Reminded:
                (Reminders, RemindedAt) = (Reminders + 1, row.At);
                break;
            case DispatchEventKind.RecallAsked:
                Recall = RecallState.Asked;
                break;
            case DispatchEventKind.RecallAgreed:
                Recall = RecallState.Agreed;
                break;
            case DispatchEventKind.RecallRefused:
                Recall = RecallState.Refused;
                break;
            case DispatchEventKind.Refused:
                Status = DispatchStatus.Refused;
                break;
            case DispatchEventKind.TakenBack:
                break;
            default:
                Climb(row);
                break;
        }
    }

    private void Climb(DispatchEvent row)
    {
        var rung = Rung(row.Kind);
        Status = rung > Status ? rung : Status;
        OpenedAt ??= rung == DispatchStatus.Opened ? row.At : null;
        ReceivedAt ??= rung >= DispatchStatus.Booked || (rung == DispatchStatus.Arrived && IsOfPerson(row.Way)) ? row.At : null;
        CarriedOutAt ??= rung == DispatchStatus.CarriedOut ? row.At : null;
        if (rung == DispatchStatus.Booked)
        {
            (ArrivalNumber, ArrivalDay) = (row.ArrivalNumber, row.Day);
        }
    }

    private static bool IsOfPerson(DispatchWay way) => way is DispatchWay.Page or DispatchWay.Code or DispatchWay.Office;

    private static DispatchStatus Rung(DispatchEventKind kind) => kind switch
    {
        DispatchEventKind.Arrived => DispatchStatus.Arrived,
        DispatchEventKind.Opened => DispatchStatus.Opened,
        DispatchEventKind.Booked => DispatchStatus.Booked,
        DispatchEventKind.Assigned => DispatchStatus.Assigned,
        DispatchEventKind.Processing => DispatchStatus.Processing,
        DispatchEventKind.CarriedOut => DispatchStatus.CarriedOut,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

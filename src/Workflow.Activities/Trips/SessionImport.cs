using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>Who enters on the laptop, with the code of their own. Shown once, when it is made; afterwards only its hash is known.</summary>
public sealed record EntryTicket(Guid PersonId, string Name, string Duty, string Code);

/// <summary>What an import made.</summary>
/// <param name="Tickets">Empty when the session had been imported before: nothing was changed.</param>
public sealed record ImportedSession(Guid ConferenceId, string Conference, string Text, IReadOnlyList<EntryTicket> Tickets);

/// <summary>Somebody at the laptop itself imports a package, by the page.</summary>
public sealed record ImportSession(byte[] File, string Fingerprint) : IRequest<ImportAnswer>;

/// <summary>What came of it: one of both.</summary>
public sealed record ImportAnswer(ImportedSession? Session, Refusal? Refusal);

/// <summary>Whether this installation is empty and waits for a package.</summary>
public sealed record ReadIsEmpty : IRequest<bool>;

internal sealed class ReadIsEmptyHandler(WorkflowDbContext db) : IRequestHandler<ReadIsEmpty, bool>
{
    public async Task<bool> Handle(ReadIsEmpty request, CancellationToken cancellationToken) => !await db.Set<Organization>().IgnoreQueryFilters().AnyAsync(cancellationToken);
}

/// <summary>
/// Fills an empty installation with the package of one session: everything or nothing, in one transaction. It is no command, for nobody can be signed in
/// where nobody is known yet; its line is the first in the laptop's log.
/// </summary>
public sealed class SessionImport(WorkflowDbContext db, CurrentOrganization organization, InstallationKey key, TimeProvider clock) : IRequestHandler<ImportSession, ImportAnswer>
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<ImportAnswer> Handle(ImportSession request, CancellationToken cancellationToken)
    {
        var (session, refusal) = await Run(request.File, request.Fingerprint, cancellationToken);
        return new(session, refusal);
    }

    /// <summary>Imports; a refusal leaves nothing behind.</summary>
    public async Task<(ImportedSession? Session, Refusal? Refusal)> Run(byte[] file, string fingerprint, CancellationToken ct)
    {
        var (package, refusal) = SessionPackage.Open(file, PackageKind.Out, fingerprint);
        if (package is null)
        {
            return (null, refusal);
        }

        var manifest = package.Manifest;
        if (await db.Set<SessionTrip>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(trip => trip.Id == manifest.TripId, ct) is { Side: TripSide.Away })
        {
            return (new(manifest.ConferenceId, manifest.Conference, "Gói này đã được nhập vào máy từ trước; không có gì thay đổi.", []), null);
        }

        if (await db.Set<Organization>().IgnoreQueryFilters().AnyAsync(ct))
        {
            return (null, new("import.not-empty", "Máy này (thư mục dữ liệu này) đã có dữ liệu nên không nhập gói được. Mỗi hội nghị mang đi dùng một thư mục dữ liệu mới: chạy lại với --data và tên thư mục khác."));
        }

        // By its clock the laptop judges the roll of the day and dates the minutes.
        if (clock.GetUtcNow() < manifest.OutAt - ClockTolerance)
        {
            return (null, new("import.clock", $"Đồng hồ của máy này đang chỉ {TripWords.Moment(clock.GetUtcNow())}, sớm hơn lúc hội nghị được mang đi ({TripWords.Moment(manifest.OutAt)}). Đồng chí chỉnh lại ngày giờ của máy rồi nhập lại; chưa có gì được ghi."));
        }

        var (rows, broken) = Rows(package);
        if (broken is not null)
        {
            return (null, broken);
        }

        try
        {
            return (await Store(manifest, package.Fingerprint, rows!, ct), null);
        }
        catch (Exception error) when (Conflicts.IsConflict(error))
        {
            // Somebody else imports at this very moment: all of theirs stands, and nothing of this.
            return (null, new("import.twice", "Có người khác đang nhập gói vào máy này. Đồng chí tải lại trang để xem kết quả."));
        }
    }

    private async Task<ImportedSession> Store(PackageManifest manifest, string homeKey, IReadOnlyList<object> rows, CancellationToken ct)
    {
        organization.Id = manifest.OrganizationId;

        // Definitions ship with the program: what is here already is the same, for its hash says so.
        var known = await db.Set<StoredDefinition>().Select(row => row.Hash).ToListAsync(ct);
        var own = rows.Where(row => row is not StoredDefinition definition || !known.Contains(definition.Hash)).ToList();
        var lines = SessionTables.Lines(SessionTables.All.Select(table => (table.Part, RowText.Write(db, table.Type, rows.Where(row => row.GetType() == table.Type)))));
        var now = clock.GetUtcNow();
        db.AddRange(own);
        db.Add(new AuditHead { OrganizationId = manifest.OrganizationId });
        db.Add(new SessionTrip
        {
            Id = manifest.TripId,
            OrganizationId = manifest.OrganizationId,
            ConferenceId = manifest.ConferenceId,
            Side = TripSide.Away,
            Number = manifest.TripNumber,
            OutAt = manifest.OutAt,
            OutById = manifest.OutById,
            BaseHash = manifest.Base,
            BaseParts = lines,
            HomeKey = homeKey,
            AwayKey = key.Fingerprint,
        });
        var tickets = new List<EntryTicket>();
        foreach (var (person, duty) in EntryDuties.Of(own))
        {
            db.Add(EntryDuties.AccountOf(person));
            var (row, code) = EntryDuties.NewCode(person, now);
            db.Add(row);
            tickets.Add(new(person.Id, person.FullName, duty, code));
        }

        await CommitSave.Run(db, manifest.OrganizationId, new AuditNote(Guid.Empty, "Máy mang đi", nameof(SessionImport), manifest.ConferenceId, $"Nhập gói {manifest.Conference}, chuyến {manifest.TripNumber}, do máy có dấu khóa {InstallationKey.Grouped(homeKey)} ký; lập {tickets.Count} mã vào hội nghị."), now, ct);
        return new(manifest.ConferenceId, manifest.Conference, $"Đã nhập {manifest.Conference}: {tickets.Count} đồng chí có mã vào hội nghị.", tickets);
    }

    private (IReadOnlyList<object>? Rows, Refusal? Refusal) Rows(SessionPackage package)
    {
        (string Part, Type Table)[] tables = [.. HouseTables.All.Select(table => (HouseTables.PartOf(table), table)), .. SessionTables.All.Select(table => (table.Part, table.Type))];
        if (!tables.Select(table => table.Part).ToHashSet(StringComparer.Ordinal).SetEquals(package.Parts.Keys))
        {
            return (null, new("package.parts", "Gói mang đi thừa hoặc thiếu phần nên không dùng được. Đồng chí tải lại gói từ hệ thống chính; chưa có gì được ghi."));
        }

        try
        {
            var rows = tables.SelectMany(table => RowText.Read(db, table.Table, package.Parts[table.Part])).ToList();
            var lines = string.Join('\n', SessionTables.All.Select(table => $"{table.Part}:{SessionPackage.Hash(package.Parts[table.Part])}"));
            var foreign = rows.OfType<IOfOrganization>().Any(row => row.OrganizationId != package.Manifest.OrganizationId) || rows.OfType<Organization>().Count() != 1 || rows.OfType<Organization>().Single().Id != package.Manifest.OrganizationId
                || rows.OfType<Conference>().Count() != 1 || rows.OfType<Conference>().Single().Id != package.Manifest.ConferenceId;
            return foreign ? (null, new("package.foreign-rows", "Gói mang đi có dòng không thuộc hội nghị này nên không nhập được. Đồng chí tải lại gói từ hệ thống chính."))
                : SessionTables.HashOf(lines) != package.Manifest.Base ? (null, new("package.changed-since", "Hội nghị ở hệ thống chính không còn đúng như lúc cho mang đi, nên gói này không dùng được. Đồng chí lấy hội nghị lại rồi mang đi lần nữa."))
                : (rows, null);
        }
        catch (FormatException)
        {
            return (null, new("package.rows", "Gói do một phiên bản khác của chương trình ghi, hoặc có dòng không đọc được. Đồng chí cập nhật hai máy lên cùng một phiên bản rồi tải lại gói."));
        }
    }
}

/// <summary>Who enters on the laptop, and by what code.</summary>
public static class EntryDuties
{
    // Without letters and digits that are taken for each other.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 12;

    /// <summary>Chair, note-taker, the office, then the members summoned and the guests whom the organization knows.</summary>
    internal static IEnumerable<(Person Person, string Duty)> Of(IReadOnlyList<object> rows)
    {
        var conference = rows.OfType<Conference>().Single();
        var desk = rows.OfType<OfficeHeld>().Where(held => held.Office is Office.ChiefOfOffice or Office.OfficeStaff).Select(held => held.PersonId).ToHashSet();
        var members = rows.OfType<Attendance>().Where(row => row is { PersonId: not null }).ToDictionary(row => row.PersonId!.Value, row => row.IsGuest);
        return rows.OfType<Person>().Select(person => (person, duty: Duty(person.Id))).Where(one => one.duty.Order < 5).OrderBy(one => one.duty.Order).ThenBy(one => one.person.FullName, StringComparer.Ordinal).Select(one => (one.person, one.duty.Words));

        (int Order, string Words) Duty(Guid id) => id == conference.ChairId ? (0, "Chủ trì")
            : id == conference.NoteTakerId ? (1, "Ghi biên bản")
            : desk.Contains(id) ? (2, members.ContainsKey(id) ? "Văn phòng, ủy viên" : "Văn phòng")
            : members.TryGetValue(id, out var isGuest) ? isGuest ? (4, "Khách mời") : (3, "Ủy viên")
            : (5, "");
    }

    /// <summary>An account without a password: the code is the only way in.</summary>
    internal static Account AccountOf(Person person)
    {
        var name = person.Id.ToString("N");
        return new Account { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), OrganizationId = person.OrganizationId, PersonId = person.Id, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true };
    }

    /// <summary>A new code, and the row that knows it.</summary>
    internal static (EntryCode Row, string Code) NewCode(Person person, DateTimeOffset now)
    {
        var code = MadeUp();
        return (new EntryCode { Id = Guid.CreateVersion7(now), OrganizationId = person.OrganizationId, PersonId = person.Id, Hash = HashOf(code), MadeAt = now }, code);
    }

    /// <summary>A code, not yet anybody's.</summary>
    public static string MadeUp() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>Whether it might be one.</summary>
    public static bool IsCode(string code) => code.Length == CodeLength && code.All(Letters.Contains);

    /// <summary>What is stored of a code, however it was typed.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]))));
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Seeding;

/// <summary>A fictitious commune with everything that the procedure needs: bodies, offices, units, groups, rules, accounts.</summary>
internal static class DemoOrganization
{
    /// <summary>Password of every demonstration account.</summary>
    public const string Password = "ThanhSon2026!";

    public const string SecretaryName = "Nguyễn Văn Thành";

    /// <summary>Who signs in the demonstration: secretary, deputies, head of the office.</summary>
    public static IReadOnlyList<string> SignerNames => [SecretaryName, .. Members[1..3], Members[4]];

    private static readonly DateOnly TermStart = new(2025, 8, 17);

    private static readonly string[] Members =
    [
        SecretaryName, "Trần Thị Minh Hạnh", "Lê Quang Huy", "Phạm Đức Long", "Hoàng Thị Lan", "Vũ Minh Tuấn", "Đặng Văn Hòa", "Bùi Thị Thu", "Đỗ Xuân Trường", "Ngô Văn Khánh", "Dương Thị Hiền",
        "Trịnh Công Sáng", "Đinh Văn Lực", "Phan Thị Nga", "Mai Xuân Bách", "Cao Thị Yến", "Lương Văn Đạt", "Tạ Thị Hồng", "Hà Văn Quyết", "Chu Thị Mai", "Kiều Văn Sơn", "Quách Thị Loan", "Lại Văn Phúc", "Tô Thị Bích",
    ];

    private static readonly string[] UnitNames =
    [
        "Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy", "Văn phòng Tỉnh ủy", "Các ban đảng Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Thường trực Đảng ủy", "Thường trực Hội đồng nhân dân xã", "Ủy ban nhân dân xã",
        "Ủy ban Mặt trận Tổ quốc xã", "Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy", "Trung tâm Chính trị xã", "Công an xã", "Ban Chỉ huy Quân sự xã", "Hội Nông dân xã", "Hội Liên hiệp Phụ nữ xã", "Hội Cựu chiến binh xã",
        "Đoàn Thanh niên xã", "Công đoàn xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công", "Trạm Y tế xã", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
    ];

    private static readonly string[] OtherCells =
    [
        "Chi bộ Trường Trung học cơ sở", "Chi bộ Trường Tiểu học", "Chi bộ Trường Mầm non", "Chi bộ Trạm Y tế", "Chi bộ Quân sự", "Đảng bộ Công an xã", "Đảng bộ Ủy ban nhân dân xã", "Đảng bộ các cơ quan Đảng", "Chi bộ Hợp tác xã Thanh Sơn", "Chi bộ Quỹ tín dụng", "Chi bộ Chợ trung tâm",
    ];

    public static async Task Fill(WorkflowDbContext db, UserManager<Account> accounts, bool changeAtFirstLogin, DateTimeOffset now)
    {
        var organization = new Organization
        {
            Id = Guid.CreateVersion7(now),
            Name = "Đảng ủy xã Thanh Sơn",
            HeaderName = "ĐẢNG ỦY XÃ THANH SƠN",
            SuperiorHeaderName = "ĐẢNG BỘ TỈNH PHÚ YÊN ĐÔNG",
            Place = "Thanh Sơn",
            Symbol = "ĐU",
        };
        db.Add(organization);
        db.Add(new AuditHead { OrganizationId = organization.Id });
        db.Add(new Term { Id = Guid.CreateVersion7(now), OrganizationId = organization.Id, Ordinal = "I", Years = "2025-2030", From = TermStart });
        db.Add(Profile(organization.Id, now, "Quy tắc từ 17/8/2025 đến 26/5/2026", TermStart));
        db.Add(Profile(organization.Id, now, "Quy tắc từ 27/5/2026 ", new DateOnly(2026, 5, 27)));
        SeededCalendar.Fill(db, organization.Id, now);
        AddChecklist(db, organization.Id, now);
        var people = Members.Select((name, index) => new Person { Id = Guid.CreateVersion7(now.AddMilliseconds(index - 1_000)), OrganizationId = organization.Id, FullName = name }).ToList();
        db.AddRange(people);
        AddBody(db, organization.Id, now, BodyKind.ExecutiveCommittee, "Ban Chấp hành Đảng bộ xã", people);
        AddBody(db, organization.Id, now, BodyKind.StandingCommittee, "Ban Thường vụ Đảng ủy xã", people.Take(11));
        AddBody(db, organization.Id, now, BodyKind.StandingBoard, "Thường trực Đảng ủy xã", people.Take(3));
        var units = Units(db, organization.Id, now);
        await db.SaveChangesAsync();

        async Task Account(string userName, Person person)
        {
            var account = new Account { Id = Guid.CreateVersion7(now), UserName = userName, OrganizationId = organization.Id, PersonId = person.Id, MustChangePassword = changeAtFirstLogin };
            var result = await accounts.CreateAsync(account, Password);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
            }
        }

        async Task Staff(string userName, string name, string position, Office office, Guid? unit = null)
        {
            var person = new Person { Id = Guid.CreateVersion7(now), OrganizationId = organization.Id, FullName = name, Position = position, UnitId = unit };
            db.Add(person);
            Hold(db, person, office, now);
            await Account(userName, person);
        }

        Hold(db, people[0], Office.Secretary, now);
        Hold(db, people[1], Office.StandingDeputySecretary, now);
        Hold(db, people[2], Office.DeputySecretary, now);
        Hold(db, people[4], Office.ChiefOfOffice, now);
        await Account("bithu", people[0]);
        await Account("phobithu", people[1]);
        await Account("chanhvanphong", people[4]);
        for (var index = 0; index < people.Count; index++)
        {
            if (index is not (0 or 1 or 4))
            {
                await Account($"uyvien{index + 1:00}", people[index]);
            }
        }

        await Staff("vanphong", "Nguyễn Thị Thảo", "Chuyên viên Văn phòng Đảng ủy", Office.OfficeStaff);
        await Staff("vanphong2", "Lê Văn Nam", "Chuyên viên Văn phòng Đảng ủy", Office.OfficeStaff);
        await Staff("vanthu", "Trần Thị Vân", "Văn thư Đảng ủy", Office.RegistryClerk);
        await Staff("soanthao", "Phạm Văn Kiên", "Chuyên viên Ủy ban nhân dân xã", Office.Drafter);
        await Staff("quantri", "Hoàng Minh Đức", "Quản trị hệ thống", Office.Administrator);
        var reading = units.Where(unit => unit.Name is "Ủy ban nhân dân xã" or "Ủy ban Mặt trận Tổ quốc xã" or "Chi bộ thôn Đông").ToList();
        for (var index = 0; index < reading.Count; index++)
        {
            await Staff($"donvi{index + 1}", $"Văn thư {reading[index].Name}", "Văn thư đơn vị", Office.UnitReader, reading[index].Id);
        }

        await db.SaveChangesAsync();
    }

    public static Task<bool> IsNeeded(WorkflowDbContext db) => db.Set<Organization>().AnyAsync().ContinueWith(any => !any.Result, TaskScheduler.Default);

    private static RuleProfile Profile(Guid organization, DateTimeOffset now, string name, DateOnly from) =>
        new() { Id = Guid.CreateVersion7(now), OrganizationId = organization, Name = name, ValidFrom = from };

    private static void AddChecklist(WorkflowDbContext db, Guid organization, DateTimeOffset now)
    {
        var list = new AppraisalChecklist { Id = Guid.CreateVersion7(now), OrganizationId = organization, ValidFrom = TermStart, Source = AppraisalChecklist.SourceOfTen, ById = Guid.Empty, At = now };
        db.Add(list);
        db.AddRange(AppraisalChecklist.Ten.Index().Select(one => new AppraisalItem
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organization,
            ChecklistId = list.Id,
            Ordinal = one.Index + 1,
            Part = one.Item.Part,
            Topic = one.Item.Topic,
            Words = one.Item.Words,
        }));
    }

    private static void AddBody(WorkflowDbContext db, Guid organization, DateTimeOffset now, BodyKind kind, string name, IEnumerable<Person> members)
    {
        var body = new Body { Id = Guid.CreateVersion7(now), OrganizationId = organization, Kind = kind, Name = name };
        db.Add(body);
        db.AddRange(members.Select(person => new Membership { Id = Guid.CreateVersion7(now), OrganizationId = organization, BodyId = body.Id, PersonId = person.Id, From = TermStart }));
    }

    private static void Hold(WorkflowDbContext db, Person person, Office office, DateTimeOffset now) =>
        db.Add(new OfficeHeld { Id = Guid.CreateVersion7(now), OrganizationId = person.OrganizationId, PersonId = person.Id, Office = office, From = TermStart });

    private static List<Unit> Units(WorkflowDbContext db, Guid organization, DateTimeOffset now)
    {
        var made = 0;
        Unit Make(string name, string aliases = "", bool archive = false) => new() { Id = Guid.CreateVersion7(now.AddMilliseconds(made++ - 1_000)), OrganizationId = organization, Name = name, Aliases = aliases, From = TermStart, IsArchive = archive };
        string[] villages = ["Đông", "Tây", "Nam", "Bắc", "Trung", "Thượng", "Hạ", "Chợ", "Bến", "Đình", "Giếng", "Núi", "Suối", "Cầu", "Đồng", "Mới", "Vàng", "Xanh", "An", "Bình", "Hòa", "Phú", "Lộc", "Thọ"];
        var units = UnitNames.Select(name => Make(name, name switch
        {
            "Ủy ban nhân dân xã" => "Lãnh đạo UBND\nUBND xã\nLãnh đạo Ủy ban nhân dân xã",
            "Thường trực Hội đồng nhân dân xã" => "Thường trực HĐND\nThường trực HĐND xã",
            "Ban Thường vụ Tỉnh ủy" => "Ban Thường vụ Thành ủy",
            "Thường trực Tỉnh ủy" => "Thường trực Thành ủy",
            "Văn phòng Tỉnh ủy" => "Văn phòng Thành ủy",
            _ => "",
        })).ToList();
        var archive = Make("Văn phòng Đảng ủy", "Lưu Văn phòng Đảng ủy\nLưu VP\nLưu VPĐU", archive: true);
        var cells = villages.Select(village => Make($"Chi bộ thôn {village}"))
            .Concat(OtherCells.Select(name => Make(name))).ToList();
        db.AddRange(units);
        db.Add(archive);
        db.AddRange(cells);
        void Group(string name, string aliases, IEnumerable<Unit> members)
        {
            var group = new RecipientGroup { Id = Guid.CreateVersion7(now), OrganizationId = organization, Name = name, Aliases = aliases };
            db.Add(group);
            db.AddRange(members.Select(unit => new RecipientGroupUnit { Id = Guid.CreateVersion7(now), OrganizationId = organization, GroupId = group.Id, UnitId = unit.Id }));
        }

        Unit Named(string name) => units.Single(unit => unit.Name == name);
        Group("Các chi bộ, đảng bộ trực thuộc", "Các chi, đảng bộ trực thuộc ĐU\nCác chi, đảng bộ trực thuộc Đảng ủy\nCác đảng bộ cơ sở, chi bộ cơ sở, chi bộ trực thuộc\nCác chi bộ, đảng bộ trực thuộc Đảng ủy\nCác chi bộ trực thuộc", cells);
        Group("Các phòng, ban, đoàn thể xã", "Các phòng, ban, đoàn thể\nCác phòng, ngành, đơn vị\nCác phòng, ban, ngành, đoàn thể xã\nCác cơ quan, đơn vị", units.Skip(11));
        Group("Các ban đảng, Ủy ban Kiểm tra Tỉnh ủy", "Các ban đảng, UBKT Tỉnh ủy", [Named("Các ban đảng Tỉnh ủy"), Named("Ủy ban Kiểm tra Tỉnh ủy")]);
        Group("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội", "MTTQ và các tổ chức chính trị - xã hội\nMặt trận Tổ quốc và các đoàn thể", units.Where(unit => unit.Name.StartsWith("Hội ", StringComparison.Ordinal) || unit.Name.StartsWith("Đoàn", StringComparison.Ordinal) || unit.Name.Contains("Mặt trận", StringComparison.Ordinal)));
        Group("Ban Xây dựng Đảng, Ủy ban Kiểm tra, Văn phòng Đảng ủy", "Ban XD Đảng, UBKT, Văn phòng Đảng ủy\nCác ban xây dựng Đảng", [Named("Ban Xây dựng Đảng"), Named("Ủy ban Kiểm tra Đảng ủy"), archive]);
        // Members read on their own accounts; the paper copy goes through the Standing Board.
        Group("Các đồng chí Ủy viên Ban Chấp hành", "Các đ/c ĐUV\nCác đồng chí Đảng ủy viên\nCác đồng chí Ủy viên BCH Đảng bộ xã\nCác đồng chí Ủy viên Ban Chấp hành Đảng bộ xã", [Named("Thường trực Đảng ủy")]);
        return [.. units, archive, .. cells];
    }
}

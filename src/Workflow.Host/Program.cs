using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;

Console.OutputEncoding = System.Text.Encoding.UTF8;
try
{
    return args switch
    {
        ["demo", .. var rest] => await DemoCommand.Run(rest),
        ["inspect", .. var rest] => await InspectCommand.Run(rest),
        ["verify", .. var rest] => VerifyCommand.Run(rest),
        ["layout-check", .. var rest] => LayoutCheckCommand.Run(rest),
        ["sign", .. var rest] => SignCommand.Run(rest),
        ["audit", "verify", .. var rest] => await AuditCommand.Run(rest),
        ["proof", .. var rest] => await ProofCommand.Run(rest),
        ["exchange", .. var rest] => ExchangeCommand.Run(rest),
        ["session", .. var rest] => await SessionCommand.Run(rest),
        [] or [['-', ..], ..] => await ServeCommand.Run(args),
        _ => Files.Bad(new("NO_COMMAND", $"Không có lệnh “{args[0]}”. Các lệnh: demo, inspect, layout-check, verify, sign, audit verify, proof, session, exchange; không ghi lệnh nào thì mở trang làm việc.")),
    };
}
catch (PostgresException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
catch (Exception problem) when (problem is System.Data.Common.DbException || problem.InnerException is System.Data.Common.DbException)
{
    Console.Error.WriteLine($"Không dùng được cơ sở dữ liệu: {problem.GetBaseException().Message}");
    Console.Error.WriteLine("Kiểm tra ConnectionStrings:Workflow và Database:Provider trong appsettings.json hoặc biến môi trường, và máy chủ cơ sở dữ liệu có đang chạy không.");
    return 2;
}
catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    Console.Error.WriteLine("Cổng này đang có chương trình khác dùng, có thể là Workflow đã chạy sẵn. Dừng chương trình ấy, hoặc chọn cổng khác: ./run --port 5081");
    return 2;
}

/// <summary>Entry point; named so that tests can start the host.</summary>
public partial class Program
{
}

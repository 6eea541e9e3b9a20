using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;

Console.OutputEncoding = System.Text.Encoding.UTF8;
try
{
    return args switch
    {
        ["demo", .. var rest] => await DemoCommand.Run(rest),
        ["inspect", .. var rest] => InspectCommand.Run(rest),
        ["verify", .. var rest] => VerifyCommand.Run(rest),
        ["audit", "verify", .. var rest] => await AuditCommand.Run(rest),
        [] or [['-', ..], ..] => await ServeCommand.Run(args),
        _ => Files.Bad(new("NO_COMMAND", $"Không có lệnh “{args[0]}”. Các lệnh: demo, inspect, verify, audit verify; không ghi lệnh nào thì mở trang làm việc.")),
    };
}
catch (PostgresException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}

/// <summary>Entry point; named so that tests can start the host.</summary>
public partial class Program
{
}

using Xunit;

namespace Workflow.Architecture.Tests.Probes;

/// <summary>
/// The arrows of the house really do not compile when they are wrong: for each project a file for each thing that it might reach for
/// is compiled against the project's own references. What is allowed compiles in the same run: the twin.
/// </summary>
public sealed class ArrowTests(Compiler compiler) : IClassFixture<Compiler>
{
    // A type that stands for each project and each library.
    private static readonly Dictionary<string, string> Targets = new()
    {
        ["Engine"] = "Workflow.Engine.Interpreter",
        ["Domain"] = "Workflow.Domain.Refusal",
        ["Documents"] = "Workflow.Documents.Import.DraftImporter",
        ["Runtime"] = "Workflow.Runtime.Storage.WorkflowDbContext",
        ["Activities"] = "Workflow.Activities.Pipeline.ICommand",
        ["Web"] = "Workflow.Web.Shared.WorkflowPage",
        ["Host"] = "Program",
        ["EntityFramework"] = "Microsoft.EntityFrameworkCore.DbContext",
        ["Relational"] = "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions",
        ["Npgsql"] = "Npgsql.NpgsqlConnection",
        ["NpgsqlProvider"] = "Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions",
        ["SqlClient"] = "Microsoft.Data.SqlClient.SqlConnection",
        ["SqlServerProvider"] = "Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions",
        ["MediatR"] = "MediatR.IMediator",
        ["Http"] = "Microsoft.AspNetCore.Http.HttpContext",
    };

    private static readonly Dictionary<string, string[]> Libraries = new()
    {
        ["Engine"] = [],
        ["Domain"] = [],
        ["Documents"] = [],
        ["Runtime"] = ["EntityFramework", "Relational", "Npgsql", "NpgsqlProvider", "SqlClient", "SqlServerProvider", "Http"],
        ["Activities"] = ["EntityFramework", "Relational", "MediatR", "Http"],
        ["Web"] = ["MediatR", "Http"],
        ["Host"] = ["EntityFramework", "Relational", "Npgsql", "NpgsqlProvider", "SqlClient", "SqlServerProvider", "MediatR", "Http"],
    };

    public static TheoryData<string> Projects => [.. Rules.Arrows.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void What_a_project_may_not_know_does_not_compile_in_it(string project)
    {
        var allowed = Rules.Arrows[project].Concat(Libraries[project]).ToHashSet();
        var errors = compiler.Errors(project, Targets.Where(target => target.Key != project).Select(target => (target.Key, Probe(target.Key, target.Value))));
        Assert.Equal(Targets.Keys.Where(name => name != project && !allowed.Contains(name)).Order(), errors.Keys.Order());
        // Not found: neither a slip in the probe, nor a type that is there and merely hidden.
        Assert.All(errors, error => Assert.Contains(error.Value, new[] { "CS0234", "CS0246", "CS0400" }));
    }

    [Fact]
    public void The_first_file_of_a_page_that_queries_is_refused_and_one_that_asks_compiles()
    {
        const string Queries = "using Microsoft.EntityFrameworkCore; using Workflow.Runtime.Storage; internal sealed class Bad(WorkflowDbContext db) { public object All() => db.Set<object>(); }";
        const string Asks = "using MediatR; using Workflow.Activities.Inbox; internal sealed class Good(IMediator mediator) { public System.Threading.Tasks.Task<InboxPage> Mine() => mediator.Send(new ReadInbox()); }";
        Assert.Equal(["Bad"], compiler.Errors("Web", [("Bad", Queries), ("Good", Asks)]).Keys);
        Assert.Empty(compiler.Errors("Web", [("Good", Asks)]));
    }

    private static string Probe(string name, string type) => $"namespace Probes {{ internal static class {name}Probe {{ public static readonly System.Type Reached = typeof(global::{type}); }} }}";
}

using System.Reflection;
using MediatR;
using Workflow.Activities.Pipeline;
using Xunit;

namespace Workflow.Architecture.Tests;

public sealed class HouseTests
{
    internal static readonly string Root = FindRoot();

    public static TheoryData<string> Projects => [.. Rules.Arrows.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_allowed_arrows_stand_in_the_projects(string project) =>
        Assert.Empty(Rules.ForbiddenArrows(project, Rules.ProjectReferences(File.ReadAllText(Path.Combine(Root, "src", $"Workflow.{project}", $"Workflow.{project}.csproj")))));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_allowed_arrows_stand_in_the_assemblies(string project) =>
        Assert.Empty(Rules.ForbiddenArrows(project, Load(project).GetReferencedAssemblies().Select(name => name.Name!)));

    [Fact]
    public void Twin_a_forbidden_arrow_is_seen()
    {
        Assert.Equal(["Web → Runtime"], Rules.ForbiddenArrows("Web", Rules.ProjectReferences("<Project><ItemGroup><ProjectReference Include=\"../Workflow.Runtime/Workflow.Runtime.csproj\" /></ItemGroup></Project>")));
        Assert.NotEmpty(Rules.ForbiddenArrows("Domain", Load("Host").GetReferencedAssemblies().Select(name => name.Name!)));
    }

    [Theory]
    [InlineData("Engine")]
    [InlineData("Domain")]
    [InlineData("Documents")]
    [InlineData("Activities")]
    [InlineData("Web")]
    public void Databases_are_known_only_to_runtime_and_host(string project) => Assert.Empty(Rules.ForeignProviders(Load(project)));

    [Fact]
    public void Twin_a_provider_is_seen() => Assert.NotEmpty(Rules.ForeignProviders(Load("Runtime")));

    [Theory]
    [InlineData("Engine")]
    [InlineData("Domain")]
    [InlineData("Documents")]
    public void No_clock_is_read_where_time_is_a_parameter(string project) => Assert.Empty(Sources(project).SelectMany(file => Rules.Clocks(File.ReadAllText(file)).Select(found => $"{file}: {found}")));

    [Theory]
    [InlineData("var x = DateTime.Now;")]
    [InlineData("DateTimeOffset . UtcNow")]
    [InlineData("TimeProvider.System")]
    public void Twin_a_clock_is_seen(string source) => Assert.NotEmpty(Rules.Clocks(source));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Documents")]
    [InlineData("Activities")]
    [InlineData("Web")]
    public void Nothing_saves_outside_the_pipeline_and_the_workers(string project) => Assert.Empty(Sources(project).SelectMany(file => Rules.Saves(File.ReadAllText(file)).Select(_ => file)));

    [Fact]
    public void Twin_a_save_is_seen() => Assert.NotEmpty(Rules.Saves("await db.SaveChangesAsync(ct);"));

    [Fact]
    public void Every_command_and_query_says_who_may_send_it() => Assert.Empty(Rules.WithoutPermission(Load("Activities").GetTypes()));

    [Fact]
    public void Twin_a_command_without_permission_is_seen() => Assert.Equal([nameof(Unguarded)], Rules.WithoutPermission([typeof(Unguarded)]));

    [Fact]
    public void Handlers_do_not_send_to_handlers() => Assert.Empty(Rules.HandlersThatSend(Load("Activities").GetTypes().Concat(Load("Host").GetTypes())));

    [Fact]
    public void Twin_a_sending_handler_is_seen() => Assert.Equal([nameof(SendingHandler)], Rules.HandlersThatSend([typeof(SendingHandler)]));

    private static Assembly Load(string project) => Assembly.Load("Workflow." + project);

    private static IEnumerable<string> Sources(string project) => Directory.GetFiles(Path.Combine(Root, "src", "Workflow." + project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Workflow.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? Environment.GetEnvironmentVariable("WORKFLOW_ROOT") ?? throw new InvalidOperationException("the project's root was not found");
    }

    private sealed record Unguarded(Guid CommandId) : ICommand;

    private sealed class SendingHandler(IMediator mediator) : IRequestHandler<Unguarded, Answer>
    {
        public Task<Answer> Handle(Unguarded request, CancellationToken cancellationToken) => mediator.Send(request, cancellationToken);
    }
}

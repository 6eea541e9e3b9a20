using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Integration.Tests.Tasks;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Definitions;

/// <summary>What waits at each element is counted wherever it waits, though no row of its own says so.</summary>
[Collection("cluster")]
public sealed class ElementLoadTests(TestCluster cluster)
{
    private const string File = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1" targetNamespace="urn:thu">
          <process id="tren" name="Hồ sơ gọi" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="fork"/><parallelGateway id="fork"/>
            <sequenceFlow id="f1" sourceRef="fork" targetRef="one"/><userTask id="one" name="Việc một" wf:candidates="role:office"/><sequenceFlow id="f2" sourceRef="one" targetRef="join"/>
            <sequenceFlow id="f3" sourceRef="fork" targetRef="call"/><callActivity id="call" name="Gọi hồ sơ dưới" calledElement="duoi"/><sequenceFlow id="f4" sourceRef="call" targetRef="join"/>
            <sequenceFlow id="f5" sourceRef="fork" targetRef="wide"/><inclusiveGateway id="wide"/>
            <sequenceFlow id="f6" sourceRef="wide" targetRef="left"><conditionExpression>${true}</conditionExpression></sequenceFlow><userTask id="left" name="Việc trái" wf:candidates="role:office"/><sequenceFlow id="f7" sourceRef="left" targetRef="narrow"/>
            <sequenceFlow id="f8" sourceRef="wide" targetRef="right"><conditionExpression>${true}</conditionExpression></sequenceFlow><userTask id="right" name="Việc phải" wf:candidates="role:office"/><sequenceFlow id="f9" sourceRef="right" targetRef="narrow"/>
            <inclusiveGateway id="narrow"/><sequenceFlow id="f10" sourceRef="narrow" targetRef="join"/>
            <parallelGateway id="join"/><sequenceFlow id="f11" sourceRef="join" targetRef="e"/><endEvent id="e"/>
          </process>
          <process id="duoi" name="Hồ sơ được gọi" isExecutable="true">
            <startEvent id="s2"/><sequenceFlow id="g0" sourceRef="s2" targetRef="below"/><userTask id="below" name="Việc dưới" wf:candidates="role:office"/><sequenceFlow id="g1" sourceRef="below" targetRef="e2"/><endEvent id="e2"/>
          </process>
        </definitions>
        """;

    [Fact]
    public async Task Cases_that_wait_only_for_a_call_or_at_a_join_are_counted_of_the_version_and_of_the_case()
    {
        await using var office = await OfficeAtWork.Open(cluster, File);

        // The first case: two of three have come to the join, the call still runs. The second: all stand where they began, but for the inclusive join.
        await office.Begin("vanphong", "tren", "Hồ sơ thứ nhất");
        foreach (var element in new[] { "one", "left", "right" })
        {
            await office.Good("vanphong", element, "xong");
        }

        await office.Begin("vanphong", "tren", "Hồ sơ thứ hai \"wait\":\"join\"");
        await office.Good("vanphong", "left", "xong");
        var (hash, first) = await office.Site.Look(async db => (await db.Set<StoredDefinition>().Where(row => row.ProcessId == "tren").Select(row => row.Hash).SingleAsync(), await db.Set<ProcessInstance>().IgnoreQueryFilters().Where(row => row.CallerInstanceId == null && row.EndedAt == null).Join(db.Set<StoredDefinition>().Where(row => row.ProcessId == "tren"), row => row.DefinitionHash, row => row.Hash, (row, _) => row.Id).OrderBy(id => id).FirstAsync()));
        var administrator = await office.As("quantri");
        var load = await administrator.Page($"/quan-tri/quy-trinh/{hash}/so-lieu");
        foreach (var line in new[] { "\"call\",\"tokens\":2,\"cases\":2", "\"join\",\"tokens\":2,\"cases\":1", "\"narrow\",\"tokens\":1,\"cases\":1", "\"one\",\"tokens\":1,\"cases\":1", "\"right\",\"tokens\":1,\"cases\":1" })
        {
            Assert.Contains("\"elementId\":" + line, load, StringComparison.Ordinal);
        }

        Assert.Contains("2 việc đang chờ của 2 hồ sơ", WebUtility.HtmlDecode(await administrator.Page($"/quan-tri/quy-trinh/{hash}")), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await administrator.Page($"/quan-tri/ho-so/{first}"));
        Assert.Contains("class=\"task call now\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"gateway now\"", page, StringComparison.Ordinal);
        Assert.Contains("2 việc đang chờ của 1 hồ sơ", page, StringComparison.Ordinal);

        // Bounded: of more cases than are looked at it is said that there are more.
        var some = await office.Site.Look(async db =>
        {
            var organization = await db.Set<ProcessInstance>().IgnoreQueryFilters().Where(row => row.Id == first).Select(row => row.OrganizationId).SingleAsync();
            return await Of(office, organization, hash);
        });
        Assert.Equal(("call", 1, 1, false), Assert.Single(some, one => one.ElementId == "call") is var call ? (call.ElementId, call.Tokens, call.Cases, call.IsAll) : default);
    }

    private static async Task<IReadOnlyList<Resting>> Of(OfficeAtWork office, Guid organization, string hash)
    {
        await using var scope = office.Site.Scope();
        var services = scope.ServiceProvider;
        ((Runtime.Storage.CurrentOrganization)services.GetService(typeof(Runtime.Storage.CurrentOrganization))!).Id = organization;
        return await RestingPlaces.Of((Runtime.Storage.WorkflowDbContext)services.GetService(typeof(Runtime.Storage.WorkflowDbContext))!, hash, null, default, most: 1);
    }
}

using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>How a task of the general page is answered, by whom, and what of that is refused.</summary>
public sealed class TaskFormTests
{
    private static readonly Vocabulary Office = Words with { PlainTasks = true, Candidates = new(["role:office", "drafter"], ["user:"]) };

    public static TheoryData<string, string> Bad => new()
    {
        { "bpmn.bad-field", Task("""<wf:field label="Không tên"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="1a"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" type="colour"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" requird="true"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a"/><wf:field name="a"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" type="choice"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" type="choice" options="x, x"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" options="x"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" type="number" min="3" max="2"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" type="number" min="few"/>""") },
        { "bpmn.bad-field", Task("""<wf:field name="a" type="date" max="2"/>""") },
        { "bpmn.bad-field", Task("""<wf:feild name="a"/>""") },
        { "bpmn.undeclared-outcome", Task("", """wf:candidates="drafter" wf:outcomes="a, a" """) },
        { "bpmn.undeclared-outcome", Task("", """wf:candidates="drafter" wf:outcomes="=Đồng ý" """) },
        { "bpmn.no-candidates", Task("", "") },
        { "bpmn.unknown-attribute", Task("", """wf:task="other" wf:candidates="drafter" wf:delegable="true" """) },
        { "bpmn.unknown-attribute", Task("""<wf:field name="a"/>""", """wf:task="other" wf:candidates="drafter" """) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_a_form_is_refused(string code, string task) =>
        Assert.Contains(BpmnReader.Read(Xml(Line(task)), Office).Findings, finding => finding.Code == code && finding.ElementId == "x" && finding.Line > 0);

    [Theory]
    [InlineData("role:nobody", true)]
    [InlineData("role:office, drafer", true)]
    [InlineData("office", true)]
    [InlineData("user:", true)]
    [InlineData("role:office, drafter, user:an", false)]
    [InlineData("role:${who}", false)]
    public void A_word_that_names_nobody_is_pointed_out(string candidates, bool isUnknown) =>
        Assert.Equal(isUnknown, BpmnReader.Read(Xml(Line(Task("", $"wf:candidates=\"{candidates}\""))), Office).Warnings.Any(finding => finding.Code == "bpmn.unknown-candidate" && finding.ElementId == "x"));

    [Fact]
    public void A_form_is_read_in_the_order_of_the_file()
    {
        var form = Form(Task(
            """<wf:field name="amount" label="Số tiền" type="money" required="true" max="50"/><wf:field name="kind" type="choice" options="a=Một, b"/><wf:field name="old" type="yes-no" readonly="1" hint="Đã có"/>""",
            """wf:candidates="drafter" wf:delegable="true" wf:outcomes="agree=Đồng ý cho mua, refuse" """));
        Assert.Equal([new TaskOutcome("agree", "Đồng ý cho mua"), new("refuse", "refuse")], form.Outcomes);
        Assert.True(form.IsDelegable);
        Assert.Equal(["amount Số tiền Money True False", "kind kind Choice False False", "old old YesNo False True"], form.Fields.Select(one => $"{one.Name} {one.Label} {one.Kind} {one.IsRequired} {one.IsShown}"));
        Assert.Equal((50m, "Một", "b", "Đã có"), (form.Fields[0].Max, form.Fields[1].Options[0].Label, form.Fields[1].Options[1].Label, form.Fields[2].Hint));
    }

    [Fact]
    public void Camundas_form_is_read_when_there_is_none_of_ours()
    {
        const string Camunda = """
            <camunda:formData xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <camunda:formField id="n" label="Số" type="long"><camunda:validation><camunda:constraint name="required"/><camunda:constraint name="min" config="1"/></camunda:validation></camunda:formField>
              <camunda:formField id="c" label="Chọn" type="enum"><camunda:value id="a" name="Một"/><camunda:value id="b" name="Hai"/></camunda:formField>
            </camunda:formData>
            """;
        var fields = Form(Task(Camunda)).Fields;
        Assert.Equal(("n", FieldKind.Number, true, 1m), (fields[0].Name, fields[0].Kind, fields[0].IsRequired, fields[0].Min));
        Assert.Equal(["a=Một", "b=Hai"], fields[1].Options.Select(option => $"{option.Key}={option.Label}"));
        Assert.Equal(["o"], Form(Task(Camunda + "<wf:field name=\"o\"/>")).Fields.Select(one => one.Name));
    }

    [Fact]
    public void A_process_says_who_begins_it()
    {
        string File(string attributes) => Xml(Line(Task(""))).Replace("isExecutable=\"true\"", "isExecutable=\"true\" " + attributes, StringComparison.Ordinal);
        Assert.Equal(["role:office", "drafter"], BpmnReader.Read(File("wf:starters=\"role:office, drafter\""), Office).Definition!.Starters);
        Assert.Contains(BpmnReader.Read(File("wf:starters=\"role:boss\""), Office).Warnings, finding => finding.Code == "bpmn.unknown-candidate" && finding.ElementId == "p");
        Assert.Contains(BpmnReader.Read(File("wf:starter=\"role:office\""), Office).Findings, finding => finding.Code == "bpmn.unknown-attribute" && finding.ElementId == "p");
    }

    private static TaskForm Form(string task) => (BpmnReader.Read(Xml(Line(task)), Office) is { Definition: { } definition } ? definition : throw new InvalidOperationException(string.Join('\n', BpmnReader.Read(Xml(Line(task)), Office).Findings))).FormOf("x")!;

    private static string Task(string extensions, string attributes = "wf:candidates=\"drafter\"") => $"""<bpmn:userTask id="x" {attributes}><bpmn:extensionElements>{extensions}</bpmn:extensionElements></bpmn:userTask>""";

    private static string Line(string task) => Start() + task + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e");
}

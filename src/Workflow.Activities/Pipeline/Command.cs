using System.Text.Json.Serialization;
using MediatR;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;

namespace Workflow.Activities.Pipeline;

/// <summary>What a person asks for. The id is made with the form: sent twice, it is done once and both get the same answer.</summary>
public interface ICommand : IRequest<Answer>
{
    /// <summary>Key of this act, unique in the database.</summary>
    Guid CommandId { get; }
}

/// <summary>
/// Keeps what nobody is bound by: work in progress that is saved every few seconds, that somebody has read a text. It leaves no line in the log; what
/// comes of the work does.
/// </summary>
public interface IQuietCommand : ICommand
{
}

/// <summary>A request about one draft.</summary>
public interface IOfDraft
{
    /// <summary>The draft.</summary>
    Guid DraftId { get; }
}

/// <summary>A question; changes nothing.</summary>
public interface IQuery<out T> : IRequest<T>
{
}

/// <summary>The answer to a command: a refusal, or what was recorded.</summary>
/// <param name="Refusal">The rule that said no; null when the act was recorded.</param>
/// <param name="Id">What the act made or changed.</param>
/// <param name="Text">What was recorded, one Vietnamese sentence.</param>
/// <param name="Receipt">Receipt number: the act's place in the log.</param>
public sealed record Answer(Refusal? Refusal, Guid Id, string Text, long Receipt = 0)
{
    /// <summary>What the act means for other matters: a line in the story of each.</summary>
    [JsonIgnore]
    public IReadOnlyList<(Guid SubjectId, string Text)> Also { get; init; } = [];

    /// <summary>The act is recorded.</summary>
    public static Answer Done(Guid id, string text) => new(null, id, text);

    /// <summary>A rule said no.</summary>
    public static Answer No(Refusal refusal) => new(refusal, Guid.Empty, "");

    /// <summary>A rule said no.</summary>
    public static Answer No(string code, string text) => No(new Refusal(code, text));
}

/// <summary>Who may send a command or a query: holders of these offices, or members of these bodies, on the day. Every request bears it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(params Office[] offices) : Attribute
{
    /// <summary>Offices that suffice.</summary>
    public IReadOnlyList<Office> Offices { get; } = offices;

    /// <summary>Bodies whose members suffice.</summary>
    public BodyKind[] Bodies { get; set; } = [];

    /// <summary>
    /// Who stands in for somebody on an open task may, too, for that task: office work alone. The handler judges by the task. Never on what is a vote, an
    /// opinion, a comment of a member or a signature.
    /// </summary>
    public bool StandsIn { get; set; }

    /// <summary>Everyone with an account of the organization; the handler still looks at what belongs to whom.</summary>
    public bool Everyone { get; set; }
}

/// <summary>Groups of offices that recur.</summary>
public static class Offices
{
    /// <summary>Who works on drafts and conferences in Văn phòng Đảng ủy: its head and staff, not the registry clerk.</summary>
    public static IReadOnlyList<Office> OfDesk { get; } = [Office.ChiefOfOffice, Office.OfficeStaff];

    /// <summary>Văn phòng Đảng ủy: its head, staff and registry clerk.</summary>
    public static IReadOnlyList<Office> OfPartyOffice { get; } = [Office.ChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk];
}

/// <summary>A query asked by someone who may not: 403.</summary>
public sealed class NotAllowedException() : Exception("not allowed");

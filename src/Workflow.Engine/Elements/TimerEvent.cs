using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>Timer: a duration, an instant or a cycle, computed once when it is set. A cycle that interrupts nothing comes again until it has come often enough.</summary>
internal sealed record TimerEvent(TimerExpression Timer) : EventTrigger
{
    public override Token Arm(StepBuilder step, Token draft)
    {
        var schedule = step.Compute(Timer, draft.Scope, draft.ElementId);
        var cycle = schedule.Every.Length > 0;
        var token = step.Rest(draft with { Wait = Wait.Timer, Due = cycle ? schedule.Due : null, Every = cycle ? schedule.Every : null, Times = cycle ? schedule.Times : null });
        step.Want(new Effect.SetTimer(token.Id, token.ElementId, schedule.Due));
        return token;
    }

    public override bool Again(StepBuilder step, Token token)
    {
        if (token.Due is not { } due || TimerExpression.Next(new Schedule(due, token.Every!, token.Times), step.At, step.Definition.Zone) is not { } next)
        {
            return false;
        }

        step.Change(token with { Due = next.Due, Times = next.Times });
        step.Want(new Effect.SetTimer(token.Id, token.ElementId, next.Due));
        return true;
    }
}

namespace Workflow.Activities.Lists;

/// <summary>Whether a line of a list came with the program or is the organization's own.</summary>
public enum ListSide
{
    /// <summary>As it came.</summary>
    Shipped,

    /// <summary>Written or changed by the organization.</summary>
    Own,
}

using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Review;

/// <summary>What is shown in a sheet's place without a line: a form without words, filled from what the device keeps. The same for everybody, so that it may be kept anywhere.</summary>
public sealed class OfflineModel : WorkflowPage;

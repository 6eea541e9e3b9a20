namespace Workflow.Host.Commands;
internal static class DemoCommand { public static Task<int> Run(string[] args) => Task.FromResult(args.Length); }

using Workflow.Activities.Administration;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.Definitions;

/// <summary>What a simulated case waits for and what happened in it, in plain words.</summary>
internal static class SimulationWords
{
    public static string What(SimulatedChoice open) => open.Wait switch
    {
        SimulatedWait.Person => "Việc của người",
        SimulatedWait.Machine => $"Việc của máy: {WorkWords.Activity(open.Detail)}",
        SimulatedWait.Timer => "Hẹn giờ",
        SimulatedWait.Message => $"Chờ thông điệp “{open.Detail}”",
        SimulatedWait.Signal => $"Chờ tín hiệu “{open.Detail}”",
        SimulatedWait.CalledCase => $"Chờ hồ sơ của quy trình “{open.Detail}”",
        _ => "Chờ được cho đi tiếp",
    };

    public static string Button(SimulatedWait wait, string outcome) => wait switch
    {
        SimulatedWait.Person or SimulatedWait.Machine => outcome.Length == 0 ? "Xong" : StoryWords.Outcome(outcome),
        SimulatedWait.Timer => "Đến hạn ngay",
        SimulatedWait.Message => "Thông điệp đến",
        SimulatedWait.Signal => "Tín hiệu phát ra",
        SimulatedWait.CalledCase => "Hồ sơ được gọi đã xong",
        _ => "Cho đi tiếp",
    };

    public static string Sentence(SimulatedLine line) => line.Wait switch
    {
        null when line.Element.Length == 0 => "Bắt đầu hồ sơ thử.",
        null => $"“{line.Element}”: {line.Detail}.",
        SimulatedWait.Signal when line.Element.Length == 0 => $"Nghe tín hiệu “{line.Detail}”.",
        SimulatedWait.Person or SimulatedWait.Machine => $"“{line.Element}”: {(line.Detail.Length == 0 ? "xong" : StoryWords.Outcome(line.Detail))}.",
        SimulatedWait.Timer => $"Đến hạn: “{line.Element}”.",
        SimulatedWait.Message => $"Nhận thông điệp tại “{line.Element}”.",
        SimulatedWait.CalledCase => $"Hồ sơ được gọi ở “{line.Element}” đã xong.",
        _ => $"“{line.Element}” đi tiếp.",
    };
}

namespace Workflow.Activities.Definitions;

/// <summary>What to do about a finding, for people who draw and do not read XML.</summary>
internal static class FindingAdvice
{
    public static string For(string code) => code switch
    {
        "bpmn.unknown-task" => "chọn phần tử, rồi chọn “Việc trong chương trình”.",
        "bpmn.unknown-activity" => "chọn phần tử, rồi chọn “Máy làm việc gì”.",
        "bpmn.no-candidates" => "chọn phần tử, rồi chọn “Giao cho”.",
        "bpmn.foreign-code" => "việc này gọi mã của phần mềm khác; thay bằng một việc có trong danh sách “Máy làm việc gì”.",
        "bpmn.unknown-element" => "thay bằng một loại phần tử mà trang vẽ có.",
        "bpmn.unknown-attribute" => "bỏ nội dung này ở phần tử.",
        "bpmn.gateway-not-covering" => "mỗi kết quả của việc phía trước cần một đường đi, hoặc chọn một đường mặc định.",
        "bpmn.gateway-without-default" => "chọn một đường làm đường mặc định, để luôn có lối đi.",
        "bpmn.undeclared-outcome" => "chọn đường đi, rồi chọn lại kết quả trong danh sách.",
        "bpmn.condition" => "chọn đường đi, rồi chọn kết quả hoặc ghi điều kiện.",
        "bpmn.condition-on-parallel" => "rẽ song song thì mọi đường đều đi: bỏ điều kiện, hoặc đổi thành rẽ một nhánh.",
        "bpmn.default-with-condition" => "đường mặc định không có điều kiện: bỏ một trong hai.",
        "bpmn.unreachable" => "nối một đường tới phần tử này, hoặc xóa nó.",
        "bpmn.implicit-end" => "nên nối tới một chỗ kết thúc để người xem biết hết ở đây.",
        "bpmn.one-start" => "quy trình cần đúng một chỗ bắt đầu thường.",
        "bpmn.bad-timer" => "ghi P3D (3 ngày), PT4H (4 giờ), hoặc một ngày giờ như 2026-12-31T17:00.",
        "bpmn.bad-expression" => "kiểm tra dấu ngoặc và tên biến trong ${…}.",
        "bpmn.no-name" => "chọn phần tử, rồi ghi tên thông điệp hoặc tín hiệu.",
        "bpmn.no-called-element" => "chọn phần tử, rồi ghi mã quy trình được gọi.",
        "bpmn.no-error-code" => "chọn phần tử, rồi ghi mã.",
        "bpmn.event-gateway" => "sau chỗ này cần từ hai sự kiện chờ trở lên, nối thẳng.",
        "bpmn.bad-loop" => "ghi danh sách, số lần, hoặc điều kiện lặp.",
        "bpmn.endless-loop" => "thêm một việc hoặc một chỗ hẹn giờ vào vòng lặp.",
        "bpmn.hears-itself" => "đặt tên khác cho sự kiện được phát bên trong, cho quy trình con theo sự kiện ngắt phần còn lại, hoặc thêm một việc hay một chỗ hẹn giờ trước khi phát.",
        "bpmn.duplicate-id" or "deploy.ships" => "đặt mã khác.",
        "bpmn.not-executable" => "trong tệp, đặt isExecutable=\"true\" cho quy trình cần chạy.",
        _ => "",
    };
}

namespace Workflow.Activities.Definitions;

/// <summary>Kinds of elements as people say them.</summary>
public static class ElementWords
{
    /// <summary>The words for an element's name in the file; that name itself for a rare one.</summary>
    public static string Of(string kind) => kind switch
    {
        "startEvent" => "bắt đầu",
        "endEvent" => "kết thúc",
        "userTask" => "việc của người",
        "serviceTask" or "sendTask" or "businessRuleTask" or "scriptTask" => "việc của máy",
        "task" or "manualTask" => "việc ghi chú",
        "receiveTask" => "chờ thông điệp",
        "exclusiveGateway" => "rẽ một nhánh",
        "parallelGateway" => "rẽ song song",
        "inclusiveGateway" => "rẽ nhiều nhánh",
        "eventBasedGateway" => "chờ việc đến trước",
        "intermediateCatchEvent" => "chờ sự kiện",
        "intermediateThrowEvent" => "phát sự kiện",
        "boundaryEvent" => "sự kiện gắn vào việc",
        "subProcess" => "quy trình con",
        "callActivity" => "gọi quy trình",
        "sequenceFlow" => "đường đi",
        _ => kind,
    };
}

namespace Workflow.Activities;

/// <summary>Who a task waits for, as people say it; what a definition may name in <c>wf:candidates</c>.</summary>
public static class CandidateWords
{
    /// <summary>The words; the key itself for one that is not ours.</summary>
    public static string Of(string candidates) => candidates switch
    {
        "drafter" => "người soạn thảo",
        "role:office" => "Văn phòng Đảng ủy",
        "role:registry-clerk" => "Văn thư",
        "body:standing-committee" => "các đồng chí Ban Thường vụ",
        "signer" => "người có thẩm quyền ký",
        "units" => "các đơn vị nhận văn bản",
        _ => candidates,
    };
}

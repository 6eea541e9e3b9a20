namespace Workflow.Domain.Conferences;

/// <summary>Works the result of a proof out anew and names every place where the paper does not agree with itself.</summary>
public static class ProofCheck
{
    /// <summary>What does not agree; empty when everything does. Vietnamese sentences.</summary>
    public static IReadOnlyList<string> Disagreements(AdoptionProof proof)
    {
        var found = new List<string>();
        void Must(bool holds, string otherwise)
        {
            if (!holds)
            {
                found.Add(otherwise);
            }
        }

        if (proof.Schema != AdoptionProof.CurrentSchema)
        {
            return [$"Không đọc được dạng {proof.Schema} của chứng cứ; chương trình này đọc dạng {AdoptionProof.CurrentSchema}."];
        }

        var (rules, said) = (proof.Rules, proof.Result);
        if (rules.QuorumDenominator <= 0 || rules.MajorityDenominator <= 0 || proof.Options.Count == 0 || proof.Seats < 1 || proof.Roll.Count == 0)
        {
            return ["Chứng cứ thiếu quy tắc, phương án hoặc danh sách thành viên nên không tính lại được."];
        }

        foreach (var twice in proof.Roll.GroupBy(one => one.Id).Where(group => group.Count() > 1))
        {
            found.Add($"Đồng chí {twice.First().Name} có tên hai lần trong danh sách.");
        }

        foreach (var member in proof.Roll.Where(one => one.From > proof.RollOf || one.To < proof.RollOf))
        {
            found.Add($"Đồng chí {member.Name} không phải thành viên vào ngày {proof.RollOf:dd/MM/yyyy}.");
        }

        Must(proof.RollOf == VietnamTime.DayOf(proof.OpenedAt), $"Danh sách lấy của ngày {proof.RollOf:dd/MM/yyyy}, nhưng biểu quyết mở ngày {VietnamTime.DayOf(proof.OpenedAt):dd/MM/yyyy}.");

        // Who was in the room when the vote opened, from who came and went.
        var inRoom = proof.Movements.Where(one => one.At <= proof.OpenedAt).GroupBy(one => one.MemberId).Where(group => group.MaxBy(one => one.Number)!.In).Select(group => group.Key).ToHashSet();
        foreach (var member in proof.Roll)
        {
            var standing = !inRoom.Contains(member.Id) ? Standing.NotPresent : member.Recusal.Length > 0 ? Standing.Recused : Standing.MayVote;
            Must(standing == member.Standing, $"Đồng chí {member.Name}: ghi “{Words(member.Standing)}”, nhưng theo điểm danh là “{Words(standing)}”.");
        }

        var incumbents = proof.Roll.Count;
        var present = proof.Roll.Count(one => inRoom.Contains(one.Id));
        var entitled = proof.Roll.Where(one => inRoom.Contains(one.Id) && one.Recusal.Length == 0).Select(one => one.Id).ToHashSet();
        var quorum = ((incumbents * rules.QuorumNumerator) + rules.QuorumDenominator - 1) / rules.QuorumDenominator;
        var required = (incumbents * rules.MajorityNumerator / rules.MajorityDenominator) + 1;
        Must(said.Incumbents == incumbents, $"Tổng số ủy viên ghi {said.Incumbents}, danh sách có {incumbents}.");
        Must(said.Present == present, $"Số có mặt ghi {said.Present}, tính lại là {present}.");
        Must(said.Entitled == entitled.Count, $"Số được biểu quyết ghi {said.Entitled}, tính lại là {entitled.Count}.");
        Must(said.QuorumRequired == quorum, $"Số tối thiểu phải có mặt ghi {said.QuorumRequired}, tính lại là {quorum}.");
        Must(present >= quorum || said.WithoutQuorum.Length > 0, $"Có mặt {present}, cần {quorum}, mà không ghi lý do vẫn biểu quyết.");
        Must(said.Required == required, $"Số phiếu cần ghi {said.Required}, tính lại là {required}.");

        var counts = Count(proof, entitled, found);
        if (counts is null)
        {
            return found;
        }

        var result = VoteResult.Of(counts, required, proof.Seats);
        Must(counts.SequenceEqual(said.Counts), $"Số phiếu ghi {Marks.Write(said.Counts)} (tán thành/không tán thành/không có ý kiến), tính lại là {Marks.Write(counts)}.");
        Must(result.Adopted == said.Adopted, $"Kết quả ghi {(said.Adopted ? "thông qua" : "không thông qua")}, tính lại là {(result.Adopted ? "thông qua" : "không thông qua")}.");
        var sentence = VoteResult.Sentence(proof.Subject, proof.Options, counts, incumbents, required, proof.Seats);
        Must(said.Sentence == sentence, $"Câu kết quả ghi “{said.Sentence}”, tính lại là “{sentence}”.");
        return found;
    }

    private static IReadOnlyList<OptionCount>? Count(AdoptionProof proof, HashSet<Guid> entitled, List<string> found)
    {
        var names = proof.Roll.GroupBy(one => one.Id).ToDictionary(group => group.Key, group => group.First().Name);
        string Name(Guid id) => names.GetValueOrDefault(id, "không có tên trong danh sách");
        bool Possible(string marks) => Marks.Refused(marks, proof.Options.Count, proof.Seats) is null;
        if (proof.Mode.IsOnDevices())
        {
            var voted = proof.Roll.Where(one => one.HasVoted).Select(one => one.Id).ToHashSet();
            foreach (var member in voted.Where(one => !entitled.Contains(one)))
            {
                found.Add($"Đồng chí {Name(member)} không được biểu quyết nhưng có ghi đã bỏ phiếu.");
            }

            var ballots = proof.Mode.IsSecret() ? proof.SecretBallots : [.. proof.Ballots.Select(one => one.Marks)];
            if (ballots.Any(one => !Possible(one)))
            {
                found.Add("Có phiếu không khớp với các phương án.");
                return null;
            }

            if (ballots.Count != voted.Count)
            {
                found.Add($"Có {ballots.Count} phiếu nhưng danh sách ghi {voted.Count} đồng chí đã bỏ phiếu.");
            }

            foreach (var ballot in proof.Ballots)
            {
                if (!voted.Contains(ballot.MemberId) || ballot.At < proof.OpenedAt || ballot.At > proof.ClosedAt)
                {
                    found.Add($"Phiếu của đồng chí {Name(ballot.MemberId)} không có trong danh sách đã bỏ phiếu hoặc ngoài thời gian biểu quyết.");
                }
            }

            foreach (var twice in proof.Ballots.GroupBy(one => one.MemberId).Where(group => group.Count() > 1))
            {
                found.Add($"Đồng chí {Name(twice.Key)} có {twice.Count()} phiếu.");
            }

            return Marks.Count(ballots, proof.Options.Count);
        }

        var entries = proof.Counts.Select(one => new CountEntry { Id = default, OrganizationId = default, VoteId = proof.VoteId, ById = one.ById, Number = one.Number, Counts = Marks.Write(one.Counts), Issued = one.Issued, Collected = one.Collected, Spoilt = one.Spoilt, At = one.At });
        if (CountEntry.Agreed(entries) is not { } agreed)
        {
            found.Add("Không có hai người kiểm đếm nhập kết quả khớp nhau.");
            return null;
        }

        if (agreed.Refused(proof.Options.Count, entitled.Count, proof.Mode == VoteMode.SecretPaper, proof.Seats) is { } refused)
        {
            found.Add(refused.Text);
        }

        return Marks.Read(agreed.Counts);
    }

    private static string Words(Standing standing) => standing switch
    {
        Standing.MayVote => "được biểu quyết",
        Standing.NotPresent => "không có mặt",
        Standing.Recused => "không tham gia biểu quyết",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}

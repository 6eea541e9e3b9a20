namespace Workflow.Domain.Conferences;

/// <summary>How a vote is taken. All are equal ways.</summary>
public enum VoteMode
{
    /// <summary>Giơ tay: two people count and enter independently.</summary>
    ShowOfHands,

    /// <summary>Each member on their own device, by name.</summary>
    Devices,

    /// <summary>Bỏ phiếu kín bằng giấy: three count.</summary>
    SecretPaper,

    /// <summary>Bỏ phiếu kín trên thiết bị: nothing ties a ballot to a person.</summary>
    SecretDevices,
}

/// <summary>What is voted on.</summary>
public enum VoteSubject
{
    /// <summary>The whole text: this one adopts.</summary>
    Whole,

    /// <summary>One clause of the text.</summary>
    Clause,

    /// <summary>An amendment moved at the conference.</summary>
    Amendment,

    /// <summary>Which of several variants.</summary>
    Variants,

    /// <summary>A question that is not in a text.</summary>
    Motion,

    /// <summary>Who is elected; always secret (Charter art. 12).</summary>
    Election,

    /// <summary>A vote of confidence; always secret.</summary>
    Confidence,
}

/// <summary>What follows from the kinds.</summary>
public static class VoteKinds
{
    /// <summary>Whether nobody may learn who voted what.</summary>
    public static bool IsSecret(this VoteMode mode) => mode is VoteMode.SecretPaper or VoteMode.SecretDevices;

    /// <summary>Whether members answer on their own devices.</summary>
    public static bool IsOnDevices(this VoteMode mode) => mode is VoteMode.Devices or VoteMode.SecretDevices;

    /// <summary>Whether only a secret vote will do.</summary>
    public static bool MustBeSecret(this VoteSubject subject) => subject is VoteSubject.Election or VoteSubject.Confidence;

    /// <summary>Whether several options stand beside each other.</summary>
    public static bool HasOptions(this VoteSubject subject) => subject is VoteSubject.Variants or VoteSubject.Election;
}

namespace SpyOptions.PaperGateway.Matching;

/// <summary>The account and its fees.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="StartingCash">Cash at the start, USD.</param>
internal sealed record BrokerTerms(string Account, decimal StartingCash)
{
    /// <summary>Commission of one option contract, USD.</summary>
    public const decimal CommissionPerContract = 0.65m;

    /// <summary>Commission of one share, USD.</summary>
    public const decimal CommissionPerShare = 0.005m;

    /// <summary>The commission of an execution, USD.</summary>
    /// <param name="isOption">Whether options were traded.</param>
    /// <param name="quantity">How many.</param>
    /// <returns>The commission.</returns>
    public static decimal Commission(bool isOption, decimal quantity) => quantity * (isOption ? CommissionPerContract : CommissionPerShare);
}

namespace SpyOptions.PaperGateway.Market;

/// <summary>An anomaly put into the quotes on purpose: the truth that detection is measured against.</summary>
/// <param name="Id">Running number from 1.</param>
/// <param name="Kind">What was done.</param>
/// <param name="ConId">The contract, and no other, that shows it.</param>
/// <param name="StartsAt">First moment, market time.</param>
/// <param name="EndsAt">First moment after it, market time.</param>
/// <param name="Size">
/// How much: volatility (0.01 = one point) for a bump, contracts for a burst, USD by which bid exceeds ask for a cross, times the usual
/// spread for a blow-out, seconds for a stale quote, the missing bid in USD for a zero bid.
/// </param>
internal sealed record AnomalyLabel(int Id, AnomalyKind Kind, int ConId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, double Size);

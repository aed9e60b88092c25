namespace SpyOptions.Contracts.Signals;

/// <summary>One listed option.</summary>
/// <param name="ConId">The broker's contract id, positive; the key.</param>
/// <param name="Underlying">Symbol of the underlying, for example <c>SPY</c>.</param>
/// <param name="Expiry">Last trading day, in the exchange's time zone.</param>
/// <param name="Strike">Strike price, USD.</param>
/// <param name="Right">Call or put.</param>
public sealed record OptionContract(int ConId, string Underlying, DateOnly Expiry, decimal Strike, OptionRight Right);

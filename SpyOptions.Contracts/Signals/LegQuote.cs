using System.Text.Json.Serialization;

namespace SpyOptions.Contracts.Signals;

/// <summary>The raw quote of one contract as the detector saw it. A missing side is null, never a sentinel.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Bid">Bid, USD.</param>
/// <param name="BidSize">Bid size, contracts.</param>
/// <param name="Ask">Ask, USD.</param>
/// <param name="AskSize">Ask size, contracts.</param>
/// <param name="ImpliedVolatility">Implied volatility, 0.20 = 20 % a year.</param>
/// <param name="AgeMs">Age of the quote when the detector saw it, milliseconds.</param>
public sealed record LegQuote(
    OptionContract Contract,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Bid,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? BidSize,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Ask,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? AskSize,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? ImpliedVolatility,
    double AgeMs);

namespace SpyOptions.Quant.Volatility;

/// <summary>A call and a put of one strike and expiry.</summary>
/// <param name="Strike">Strike, USD, above 0.</param>
/// <param name="CallMid">Mid of the call, USD, at least 0.</param>
/// <param name="PutMid">Mid of the put, USD, at least 0.</param>
public readonly record struct ParityPair(double Strike, double CallMid, double PutMid);

namespace SpyOptions.Quant.Pricing;

/// <summary>Sensitivities of one option on one unit of the underlying (no contract multiplier).</summary>
/// <param name="Delta">Change of the price per 1.00 of the underlying (spot, or forward for <see cref="Black76"/>).</param>
/// <param name="Gamma">Change of <paramref name="Delta"/> per 1.00 of the underlying.</param>
/// <param name="VegaPerPoint">Change of the price per 0.01 of volatility (one volatility point).</param>
/// <param name="ThetaPerDay">Change of the price per calendar day that passes (1/365 year); mostly negative.</param>
/// <param name="RhoPerPoint">Change of the price per 0.01 of interest rate, continuously compounded.</param>
public readonly record struct Greeks(double Delta, double Gamma, double VegaPerPoint, double ThetaPerDay, double RhoPerPoint);

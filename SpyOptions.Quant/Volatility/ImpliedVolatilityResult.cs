namespace SpyOptions.Quant.Volatility;

/// <summary>An implied volatility, or the reason why there is none.</summary>
public readonly record struct ImpliedVolatilityResult
{
    private ImpliedVolatilityResult(double? value, ImpliedVolatilityFailure failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>Volatility per square root of a year, 0.20 = 20 %; null when undefined.</summary>
    public double? Value { get; }

    /// <summary>Why <see cref="Value"/> is null; <see cref="ImpliedVolatilityFailure.None"/> when it is not.</summary>
    public ImpliedVolatilityFailure Failure { get; }

    internal static ImpliedVolatilityResult Of(double value) => new(value, ImpliedVolatilityFailure.None);

    internal static ImpliedVolatilityResult Undefined(ImpliedVolatilityFailure failure) => new(null, failure);
}

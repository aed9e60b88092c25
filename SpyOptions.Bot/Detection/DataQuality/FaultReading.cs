namespace SpyOptions.Bot.Detection.DataQuality;

/// <summary>One fault in numbers.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Measured">What was measured, in the fault's unit.</param>
/// <param name="Normal">What is usual, in the same unit.</param>
/// <param name="Limit">From where on it is a fault, in the same unit, above 0.</param>
internal readonly record struct FaultReading(DataFault Fault, double Measured, double Normal, double Limit)
{
    /// <summary>Largest ratio that one fault contributes.</summary>
    public const double RatioMax = 100;

    /// <summary>Measured over limit; at least 1 is a fault.</summary>
    public double Ratio => Math.Min(Measured / Limit, RatioMax);

    /// <summary>Whether it is a fault.</summary>
    public bool IsFault => Ratio >= 1;

    /// <summary>The fault's unit in words.</summary>
    public string Unit => Fault switch
    {
        DataFault.Stale => "spreads",
        DataFault.CorruptVolatility => "ln(ratio)",
        DataFault.Locked => "times",
        _ => "USD",
    };
}

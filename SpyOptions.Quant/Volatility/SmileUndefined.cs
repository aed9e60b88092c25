namespace SpyOptions.Quant.Volatility;

/// <summary>Why a fit has no answer.</summary>
public enum SmileUndefined
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>Fewer usable points than the fit needs.</summary>
    TooFewPoints,

    /// <summary>The points lie on too few different strikes, or nearly all on one side too far away.</summary>
    Singular,

    /// <summary>A number that is not finite or outside its domain.</summary>
    InvalidInput,
}

namespace SpyOptions.Quant.Volatility;

/// <summary>Why a price has no implied volatility.</summary>
public enum ImpliedVolatilityFailure
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>An input is NaN, infinite, or a forward, strike or discount that is not above 0.</summary>
    NotFinite,

    /// <summary>No time is left to expiry.</summary>
    NoTime,

    /// <summary>The price is at or below the discounted intrinsic value, where no volatility reaches.</summary>
    BelowIntrinsic,

    /// <summary>The price is at or above the discounted forward (call) or strike (put), which no finite volatility reaches.</summary>
    AboveBound,
}

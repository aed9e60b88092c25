namespace SpyOptions.Contracts.Signals;

/// <summary>The right that an option gives its holder.</summary>
public enum OptionRight
{
    /// <summary>The right to buy.</summary>
    Call,

    /// <summary>The right to sell.</summary>
    Put,
}

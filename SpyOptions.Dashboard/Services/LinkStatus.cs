namespace SpyOptions.Dashboard.Services;

/// <summary>State of one link of the dashboard.</summary>
public enum LinkState
{
    /// <summary>Not tried yet, or being tried.</summary>
    Connecting,

    /// <summary>Works.</summary>
    Up,

    /// <summary>Does not work; attempts go on for ever.</summary>
    Down,
}

/// <summary>A link with its state in words.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Detail">Why, in words; empty when nothing is wrong.</param>
public sealed record LinkStatus(LinkState State, DateTimeOffset Since, string Detail);

namespace SpyOptions.Bot.Telemetry;

/// <summary>Values of the label <c>reason</c> of <c>spy_bot_ticks_ignored_total</c>.</summary>
internal static class TickReasons
{
    /// <summary>A tick type that no quote has a place for, such as the day's high.</summary>
    public const string NotNeeded = "not-needed";

    /// <summary>A tick type that is not known at all.</summary>
    public const string UnknownType = "unknown-type";

    /// <summary>A value outside what the field can hold.</summary>
    public const string BadValue = "bad-value";

    /// <summary>A tick of a line that was released already.</summary>
    public const string ReleasedLine = "released-line";

    /// <summary>Every reason.</summary>
    public static readonly string[] All = [NotNeeded, UnknownType, BadValue, ReleasedLine];
}

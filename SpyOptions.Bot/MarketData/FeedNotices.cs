namespace SpyOptions.Bot.MarketData;

/// <summary>Whose line a notice is about.</summary>
internal enum FeedLine
{
    /// <summary>About no line in particular.</summary>
    None,

    /// <summary>The underlying's line.</summary>
    Underlying,

    /// <summary>An option's line.</summary>
    Option,
}

/// <summary>What a notice asks the state machine to do.</summary>
internal enum NoticeEffect
{
    /// <summary>Nothing more than remember it.</summary>
    None,

    /// <summary>Subscriptions are being restored from now on.</summary>
    Restoring,
}

/// <summary>Remembers the gateway's notices that bear on the feed until something takes them back.</summary>
internal sealed class FeedNotices
{
    private readonly HashSet<string> _brokenFarms = new(StringComparer.Ordinal);
    private readonly Dictionary<FeedLine, DateTimeOffset> _notEntitled = [];
    private readonly Dictionary<FeedLine, int> _dataTypes = [];

    /// <summary>When a competing session (10197) was last reported, UTC; null when none was.</summary>
    public DateTimeOffset? CompetingSince { get; private set; }

    /// <summary>When a line was last refused for want of an entitlement, UTC.</summary>
    public IReadOnlyDictionary<FeedLine, DateTimeOffset> NotEntitledSince => _notEntitled;

    /// <summary>A farm that was reported broken (2103) and not yet well (2104); null when there is none.</summary>
    public string? BrokenFarm => _brokenFarms.Min();

    /// <summary>What kind of data other than live is delivered, in words; null when all of it is live.</summary>
    public string? DelayedText => _dataTypes.Values.DefaultIfEmpty(1).Max() switch
    {
        2 => "frozen data: the last quotes of the session",
        3 => "delayed data: for show, never traded",
        4 => "delayed and frozen data: for show, never traded",
        _ => null,
    };

    /// <summary>Forgets everything: a new connection begins.</summary>
    public void Clear()
    {
        _brokenFarms.Clear();
        _notEntitled.Clear();
        _dataTypes.Clear();
        CompetingSince = null;
    }

    /// <summary>Takes in what kind of data a line delivers.</summary>
    public void TakeDataType(int type, FeedLine line)
    {
        if (line != FeedLine.None)
        {
            _dataTypes[line] = type;
        }
    }

    /// <summary>Takes in a notice.</summary>
    public NoticeEffect Take(int code, string text, FeedLine line, DateTimeOffset at)
    {
        switch (code)
        {
            case 10197:
                CompetingSince = at;
                return NoticeEffect.None;
            case 354 or 10089 or 10091 or 10168 or 10186:
                _notEntitled[line == FeedLine.None ? FeedLine.Underlying : line] = at;
                return NoticeEffect.None;
            case 10167:
                _dataTypes[line == FeedLine.None ? FeedLine.Underlying : line] = 3;
                return NoticeEffect.None;
            case 2103:
                _brokenFarms.Add(FarmName(text));
                return NoticeEffect.None;
            case 2104:
                return _brokenFarms.Remove(FarmName(text)) ? NoticeEffect.Restoring : NoticeEffect.None;
            case 1101 or 1102:
                _brokenFarms.Clear();
                return NoticeEffect.Restoring;
            default:
                return NoticeEffect.None;
        }
    }

    private static string FarmName(string text) => text[(text.LastIndexOf(':') + 1)..].Trim();
}

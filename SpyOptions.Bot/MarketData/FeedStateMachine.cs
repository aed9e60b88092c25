using SpyOptions.Contracts.Feed;

namespace SpyOptions.Bot.MarketData;

/// <summary>
/// Judges the feed from the connection, the gateway's notices, the kind of data and the age of the newest ticks. It holds no clock and
/// does nothing by itself. Ticks of the underlying decide about a stall, so that quiet options at lunch raise no false alarm.
/// </summary>
/// <param name="limits">Ages and grace periods.</param>
/// <param name="startedAt">Start of the process, UTC.</param>
internal sealed class FeedStateMachine(MarketDataOptions limits, DateTimeOffset startedAt)
{
    private readonly FeedNotices _notices = new();
    private FeedVerdict _current = new(FeedState.Reconciling, FeedCause.Starting, "starting", startedAt);
    private GatewayLink _link = GatewayLink.Starting;
    private DateTimeOffset? _restoringSince;

    /// <summary>The newest verdict.</summary>
    public FeedVerdict Current => _current;

    /// <summary>Takes in a notice of the gateway, about a line or about nothing in particular.</summary>
    /// <param name="code">Its code; texts vary between versions and only name the farm.</param>
    /// <param name="text">Its text.</param>
    /// <param name="line">Whose line it is about.</param>
    /// <param name="at">When it came, UTC.</param>
    public void OnNotice(int code, string text, FeedLine line, DateTimeOffset at)
    {
        if (_notices.Take(code, text, line, at) is NoticeEffect.Restoring)
        {
            _restoringSince = at;
        }
    }

    /// <summary>Takes in what kind of data a line delivers: 1 live, 2 frozen, 3 delayed, 4 delayed and frozen.</summary>
    public void OnDataType(int type, FeedLine line) => _notices.TakeDataType(type, line);

    /// <summary>Judges anew.</summary>
    public FeedVerdict Step(in FeedInputs inputs)
    {
        if (inputs.Link == GatewayLink.Ready && _link is not (GatewayLink.Ready or GatewayLink.BrokerLost))
        {
            _notices.Clear();
            _restoringSince = inputs.Now;
        }

        _link = inputs.Link;
        var (state, cause, text) = JudgeLink(inputs) ?? JudgeSession(inputs) ?? JudgeNotices(inputs) ?? JudgeTicks(inputs);
        if (state != _current.State || cause != _current.Cause)
        {
            _current = new FeedVerdict(state, cause, text, inputs.Now);
        }
        else if (text != _current.CauseText)
        {
            _current = _current with { CauseText = text };
        }

        return _current;
    }

    private static Judgement? JudgeLink(in FeedInputs inputs) => inputs.Link switch
    {
        GatewayLink.Ready => null,
        GatewayLink.Starting => new(FeedState.Reconciling, FeedCause.Starting, "connecting to the gateway"),
        GatewayLink.Silent => new(FeedState.Stale, FeedCause.NeedsLogin, "needs login: the gateway accepts connections and stays silent"),
        GatewayLink.ClientIdInUse => new(FeedState.Stale, FeedCause.ClientIdInUse, "client id in use by another connection"),
        GatewayLink.BrokerLost => new(FeedState.Stale, FeedCause.BrokerLinkDown, "the gateway lost its link to the broker"),
        _ => new(FeedState.Stale, FeedCause.GatewayUnreachable, inputs.LinkText is null ? "gateway unreachable" : "gateway unreachable: " + inputs.LinkText.TrimEnd('.')),
    };

    private static Judgement? JudgeSession(in FeedInputs inputs) => inputs.SessionOpen switch
    {
        null => new(FeedState.Reconciling, FeedCause.Starting, "waiting for the broker's clock"),
        false => new(FeedState.Closed, FeedCause.OutsideSession, "the exchange is closed"),
        _ => null,
    };

    private Judgement? JudgeNotices(in FeedInputs inputs)
    {
        if (_notices.CompetingSince is { } competing && !IsAfter(inputs.UnderlyingTickAt, competing))
        {
            return new(FeedState.Stale, FeedCause.CompetingSession, "competing session: another login of this user takes the data");
        }

        foreach (var (line, refusedAt) in _notices.NotEntitledSince)
        {
            if (!IsAfter(line == FeedLine.Underlying ? inputs.UnderlyingTickAt : inputs.OptionTickAt, refusedAt))
            {
                return new(FeedState.Stale, FeedCause.NoEntitlement, $"no entitlement for live data of the {(line == FeedLine.Underlying ? "underlying" : "options")}");
            }
        }

        return _notices.BrokenFarm is { } farm && inputs.Now - Older(inputs) > limits.FarmSilenceMax
            ? new(FeedState.Stale, FeedCause.FarmDown, $"market data farm down: {farm}")
            : null;
    }

    private Judgement JudgeTicks(in FeedInputs inputs)
    {
        if (_restoringSince is { } since)
        {
            if (IsAfter(inputs.UnderlyingTickAt, since))
            {
                _restoringSince = null;
            }
            else if (inputs.Now - since <= limits.RestoreMax)
            {
                var first = inputs.UnderlyingTickAt is null;
                return new(FeedState.Reconciling, first ? FeedCause.Starting : FeedCause.Resubscribing, first ? "waiting for the first tick" : "restoring subscriptions");
            }
        }

        if (inputs.UnderlyingTickAt is not { } underlyingAt)
        {
            return new(FeedState.Stale, FeedCause.NoTicks, "no tick of the underlying since the start");
        }

        if (inputs.Now - underlyingAt > limits.UnderlyingTickAgeMax)
        {
            return new(FeedState.Stale, FeedCause.NoTicks, $"no tick of the underlying for more than {limits.UnderlyingTickAgeMax.TotalSeconds:0.#} s");
        }

        if (inputs.OptionLines > 0 && inputs.OptionTickAt is { } optionAt && inputs.Now - optionAt > limits.OptionTickAgeMax)
        {
            return new(FeedState.Stale, FeedCause.NoTicks, $"no tick of any option for more than {limits.OptionTickAgeMax.TotalSeconds:0.#} s");
        }

        return _notices.DelayedText is { } delayed
            ? new(FeedState.Delayed, FeedCause.DelayedData, delayed)
            : new(FeedState.Live, FeedCause.None, "live");
    }

    private static bool IsAfter(DateTimeOffset? tickAt, DateTimeOffset moment) => tickAt > moment;

    private static DateTimeOffset Older(in FeedInputs inputs)
    {
        var underlying = inputs.UnderlyingTickAt ?? DateTimeOffset.MinValue;
        var option = inputs.OptionLines == 0 ? underlying : inputs.OptionTickAt ?? DateTimeOffset.MinValue;
        return underlying < option ? underlying : option;
    }

    private readonly record struct Judgement(FeedState State, FeedCause Cause, string Text);
}

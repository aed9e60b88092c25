using SpyOptions.Contracts.Feed;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Bot.MarketData;

/// <summary>Feeds the state machine with what is known and keeps its newest verdict. Safe from any thread.</summary>
/// <param name="gateway">The gateway.</param>
/// <param name="clock">The market's clock.</param>
/// <param name="pulse">When ticks last came.</param>
/// <param name="options">Ages and grace periods.</param>
/// <param name="time">The process's clock.</param>
/// <param name="logger">Log.</param>
internal sealed class FeedMonitor(
    IMarketGateway gateway, IMarketTime clock, FeedPulse pulse, MarketDataOptions options, TimeProvider time, ILogger<FeedMonitor> logger)
{
    private readonly Lock _gate = new();
    private readonly FeedStateMachine _machine = new(options, time.GetUtcNow());

    /// <summary>The newest verdict.</summary>
    public FeedVerdict Current
    {
        get
        {
            lock (_gate)
            {
                return _machine.Current;
            }
        }
    }

    /// <summary>Takes in a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="line">Whose line it is about.</param>
    public void OnNotice(ErrorNotice notice, FeedLine line)
    {
        lock (_gate)
        {
            _machine.OnNotice(notice.Code, notice.Text, line, time.GetUtcNow());
        }
    }

    /// <summary>Takes in what kind of data a line delivers.</summary>
    public void OnDataType(int type, FeedLine line)
    {
        lock (_gate)
        {
            _machine.OnDataType(type, line);
        }
    }

    /// <summary>Judges anew.</summary>
    /// <param name="optionLines">Option lines in use.</param>
    public FeedVerdict Step(int optionLines)
    {
        var status = gateway.Status;
        var inputs = new FeedInputs
        {
            Now = time.GetUtcNow(),
            Link = GatewayLinks.Of(status),
            LinkText = status.LastFailure?.Text,
            SessionOpen = clock.SessionOpen,
            UnderlyingTickAt = pulse.UnderlyingTickAt,
            OptionTickAt = pulse.OptionTickAt,
            OptionLines = optionLines,
        };
        lock (_gate)
        {
            var before = _machine.Current;
            var verdict = _machine.Step(inputs);
            if (verdict.State != before.State || verdict.Cause != before.Cause)
            {
                if (verdict.State == FeedState.Stale)
                {
                    MarketDataLog.FeedStale(logger, verdict.CauseText);
                }
                else
                {
                    MarketDataLog.FeedChanged(logger, verdict.State, verdict.CauseText);
                }
            }

            return verdict;
        }
    }
}

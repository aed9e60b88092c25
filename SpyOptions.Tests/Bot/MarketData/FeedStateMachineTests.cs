using SpyOptions.Bot.MarketData;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Tests.Bot.MarketData;

public sealed class FeedStateMachineTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 24, 14, 0, 0, TimeSpan.Zero);

    private readonly FeedStateMachine _machine = new(new MarketDataOptions(), Start);
    private DateTimeOffset _now = Start;
    private DateTimeOffset? _underlyingAt;
    private DateTimeOffset? _optionAt;

    [Theory]
    [InlineData(nameof(GatewayLink.Starting), FeedState.Reconciling, FeedCause.Starting)]
    [InlineData(nameof(GatewayLink.Unreachable), FeedState.Stale, FeedCause.GatewayUnreachable)]
    [InlineData(nameof(GatewayLink.Unsupported), FeedState.Stale, FeedCause.GatewayUnreachable)]
    [InlineData(nameof(GatewayLink.Silent), FeedState.Stale, FeedCause.NeedsLogin)]
    [InlineData(nameof(GatewayLink.ClientIdInUse), FeedState.Stale, FeedCause.ClientIdInUse)]
    [InlineData(nameof(GatewayLink.BrokerLost), FeedState.Stale, FeedCause.BrokerLinkDown)]
    public void A_link_that_is_not_ready_decides_alone(string link, FeedState state, FeedCause cause)
    {
        var verdict = _machine.Step(Inputs(Enum.Parse<GatewayLink>(link)));
        Assert.Equal((state, cause), (verdict.State, verdict.Cause));
        Assert.NotEmpty(verdict.CauseText);
    }

    [Fact]
    public void It_starts_reconciling_and_goes_live_with_the_first_tick()
    {
        Expect(FeedState.Reconciling, FeedCause.Starting, _machine.Step(Inputs(GatewayLink.Ready, sessionOpen: null)));
        Expect(FeedState.Reconciling, FeedCause.Starting, Step());
        After(1);
        Tick();
        Expect(FeedState.Live, FeedCause.None, Step());
        Assert.Equal(_now, _machine.Current.Since);
        After(5);
        Tick();
        Assert.Equal(_now.AddSeconds(-5), Step().Since);
    }

    [Fact]
    public void Without_a_first_tick_it_is_stale_after_the_grace_time()
    {
        Step();
        After(21);
        Expect(FeedState.Stale, FeedCause.NoTicks, Step());
    }

    [Fact]
    public void A_quiet_lunch_is_no_stall()
    {
        GoLive();
        for (var quiet = 0; quiet < 40; quiet++)
        {
            After(25);
            _underlyingAt = _now;
            Expect(FeedState.Live, FeedCause.None, _machine.Step(Inputs(GatewayLink.Ready, optionLines: 0)));
        }

        After(31);
        Expect(FeedState.Stale, FeedCause.NoTicks, Step());
        Tick();
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    [Fact]
    public void Options_that_all_went_silent_are_a_stall_although_the_underlying_ticks()
    {
        GoLive();
        After(61);
        _underlyingAt = _now;
        Expect(FeedState.Stale, FeedCause.NoTicks, Step());
        Assert.Contains("option", _machine.Current.CauseText, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_the_session_it_is_closed_and_silence_means_nothing()
    {
        GoLive();
        After(7200);
        Expect(FeedState.Closed, FeedCause.OutsideSession, _machine.Step(Inputs(GatewayLink.Ready, sessionOpen: false)));
    }

    [Theory]
    [InlineData(10197, FeedCause.CompetingSession)]
    [InlineData(354, FeedCause.NoEntitlement)]
    [InlineData(10089, FeedCause.NoEntitlement)]
    [InlineData(10091, FeedCause.NoEntitlement)]
    [InlineData(10168, FeedCause.NoEntitlement)]
    [InlineData(10186, FeedCause.NoEntitlement)]
    public void A_refusal_makes_it_stale_until_a_later_tick(int code, FeedCause cause)
    {
        GoLive();
        After(1);
        _machine.OnNotice(code, "words differ", FeedLine.Underlying, _now);
        Expect(FeedState.Stale, cause, Step());
        After(1);
        Tick();
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    [Fact]
    public void Options_without_entitlement_are_not_healed_by_the_underlying()
    {
        GoLive();
        After(1);
        _machine.OnNotice(354, "", FeedLine.Option, _now);
        After(1);
        _underlyingAt = _now;
        Expect(FeedState.Stale, FeedCause.NoEntitlement, Step());
        Tick();
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Data_that_is_not_live_is_delayed(int type)
    {
        GoLive();
        _machine.OnDataType(type, FeedLine.Option);
        Expect(FeedState.Delayed, FeedCause.DelayedData, Step());
        _machine.OnDataType(1, FeedLine.Option);
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    [Fact]
    public void The_warning_that_delayed_data_is_shown_makes_it_delayed()
    {
        GoLive();
        _machine.OnNotice(10167, "", FeedLine.Underlying, _now);
        Expect(FeedState.Delayed, FeedCause.DelayedData, Step());
    }

    [Fact]
    public void A_farm_that_is_down_matters_once_ticks_stop_and_its_return_is_a_restoration()
    {
        GoLive();
        _machine.OnNotice(2103, "Market data farm connection is broken:usopt", FeedLine.None, _now);
        Expect(FeedState.Live, FeedCause.None, Step());
        After(4);
        Expect(FeedState.Stale, FeedCause.FarmDown, Step());
        Assert.Contains("usopt", _machine.Current.CauseText, StringComparison.Ordinal);

        _machine.OnNotice(2104, "Market data farm connection is OK:usopt", FeedLine.None, _now);
        Expect(FeedState.Reconciling, FeedCause.Resubscribing, Step());
        After(1);
        Tick();
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    [Fact]
    public void The_farm_notices_of_a_connect_are_no_restoration()
    {
        GoLive();
        _machine.OnNotice(2104, "Market data farm connection is OK:usfarm", FeedLine.None, _now);
        _machine.OnNotice(2106, "HMDS data farm connection is OK:ushmds", FeedLine.None, _now);
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    [Theory]
    [InlineData(1101)]
    [InlineData(1102)]
    public void The_brokers_return_is_a_restoration(int code)
    {
        GoLive();
        Expect(FeedState.Stale, FeedCause.BrokerLinkDown, _machine.Step(Inputs(GatewayLink.BrokerLost)));
        After(2);
        _machine.OnNotice(code, "", FeedLine.None, _now);
        Expect(FeedState.Reconciling, FeedCause.Resubscribing, Step());
        After(21);
        Expect(FeedState.Stale, FeedCause.NoTicks, Step(tickless: true));
    }

    [Fact]
    public void A_reconnect_forgets_the_notices_of_the_old_connection()
    {
        GoLive();
        _machine.OnNotice(10197, "", FeedLine.Option, _now);
        _machine.OnNotice(2103, "broken:usfarm", FeedLine.None, _now);
        Expect(FeedState.Stale, FeedCause.GatewayUnreachable, _machine.Step(Inputs(GatewayLink.Unreachable)));
        After(3);
        Expect(FeedState.Reconciling, FeedCause.Resubscribing, Step());
        After(1);
        Tick();
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    private static void Expect(FeedState state, FeedCause cause, FeedVerdict verdict) => Assert.Equal((state, cause), (verdict.State, verdict.Cause));

    private void GoLive()
    {
        Step();
        After(1);
        Tick();
        Expect(FeedState.Live, FeedCause.None, Step());
    }

    private void After(double seconds) => _now = _now.AddSeconds(seconds);

    private void Tick() => (_underlyingAt, _optionAt) = (_now, _now);

    private FeedVerdict Step(bool tickless = false)
    {
        if (tickless)
        {
            _underlyingAt = null;
        }

        return _machine.Step(Inputs(GatewayLink.Ready));
    }

    private FeedInputs Inputs(GatewayLink link, bool? sessionOpen = true, int optionLines = 90) => new()
    {
        Now = _now,
        Link = link,
        SessionOpen = sessionOpen,
        UnderlyingTickAt = _underlyingAt,
        OptionTickAt = _optionAt,
        OptionLines = optionLines,
    };
}

using SpyOptions.Quant.Statistics;

namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>The volume of one contract: increments of its cumulative figure, the last minute's sum, and its own usual minute.</summary>
internal sealed class VolumeHistory
{
    private const int Slots = 6;
    private const double HalfLifeMinutes = 120;
    private const double OwnMinutesMax = 60;
    private const double BucketMinutes = 3;
    private static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(10);

    private readonly long[] _window = new long[Slots];
    private Ewma _rate = Ewma.WithHalfLife(HalfLifeMinutes);
    private double _minutes;
    private long? _cumulative;
    private long _slot;
    private DateTimeOffset _caughtUpAt;
    private double _caughtUpMinutes = 1;

    /// <summary>Market time of the first observation.</summary>
    public DateTimeOffset FirstAt { get; private set; }

    /// <summary>Market time of the newest observation.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Market time of the newest increment, or of the first observation.</summary>
    public DateTimeOffset TradedAt { get; private set; }

    /// <summary>Market time at which the interval that is being counted began.</summary>
    public DateTimeOffset IntervalFrom { get; private set; }

    /// <summary>Contracts in the interval that is being counted.</summary>
    public long IntervalContracts { get; private set; }

    /// <summary>Contracts in the last minute.</summary>
    public long WindowContracts { get; private set; }

    /// <summary>Whether anything was observed yet.</summary>
    public bool HasStarted => _cumulative is not null;

    /// <summary>Takes the cumulative figure. The first one and one that fell (a reset) only set the count.</summary>
    /// <returns>Contracts traded since the last observation.</returns>
    public long Observe(long cumulative, DateTimeOffset marketAt)
    {
        var first = _cumulative is null || marketAt < SeenAt;
        var increment = !first && cumulative > _cumulative ? cumulative - _cumulative.GetValueOrDefault() : 0;
        _cumulative = cumulative;
        SeenAt = marketAt;
        if (first)
        {
            FirstAt = TradedAt = marketAt;
            Restart(marketAt);
        }

        Slide(marketAt);
        if (increment > 0)
        {
            _window[_slot % Slots] += increment;
            WindowContracts += increment;
            IntervalContracts += increment;
        }

        return increment;
    }

    /// <summary>Notes that an increment was judged.</summary>
    public void MarkTraded(DateTimeOffset marketAt) => TradedAt = marketAt;

    /// <summary>Contracts to expect in an average minute: its own past, and its bucket's while that is short.</summary>
    public double ExpectedRate(double bucketRate)
    {
        var own = Math.Min(_minutes, OwnMinutesMax);
        return ((own * _rate.Mean) + (BucketMinutes * bucketRate)) / (own + BucketMinutes);
    }

    /// <summary>Share of its own past in what is expected of it, from 0 (none yet) towards 1.</summary>
    public double OwnShare => Math.Min(_minutes, OwnMinutesMax) / (Math.Min(_minutes, OwnMinutesMax) + BucketMinutes);

    /// <summary>Minutes that the last minute's sum stands for: 1, or the length of a pause whose volume came at once and is still in it.</summary>
    public double WindowMinutes(DateTimeOffset marketAt) => marketAt - _caughtUpAt < Slots * SlotLength ? _caughtUpMinutes : 1;

    /// <summary>Notes that the volume of a whole pause came at once.</summary>
    public void MarkCaughtUp(DateTimeOffset marketAt, double minutes)
    {
        if (minutes > WindowMinutes(marketAt))
        {
            (_caughtUpAt, _caughtUpMinutes) = (marketAt, minutes);
        }
    }

    /// <summary>Ends the interval and learns its rate.</summary>
    /// <param name="rate">Contracts in an average minute, bounded by the caller.</param>
    /// <param name="minutes">Its length.</param>
    /// <param name="next">Where the next one begins, market time.</param>
    public void Close(double rate, double minutes, DateTimeOffset next)
    {
        _rate.Add(rate);
        _minutes += minutes;
        IntervalFrom = next;
        IntervalContracts = 0;
    }

    private void Restart(DateTimeOffset marketAt)
    {
        Array.Clear(_window);
        WindowContracts = 0;
        IntervalContracts = 0;
        IntervalFrom = marketAt;
        _slot = marketAt.Ticks / SlotLength.Ticks;
    }

    private void Slide(DateTimeOffset marketAt)
    {
        var slot = marketAt.Ticks / SlotLength.Ticks;
        for (var passed = 0; _slot < slot && passed < Slots; passed++)
        {
            _slot++;
            WindowContracts -= _window[_slot % Slots];
            _window[_slot % Slots] = 0;
        }

        _slot = slot;
    }
}

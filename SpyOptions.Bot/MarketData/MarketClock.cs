using SpyOptions.Quant.Calendars;

namespace SpyOptions.Bot.MarketData;

/// <summary>
/// The broker's clock, kept running between its replies. Replies carry whole seconds, so rate and offset are fitted over the last ones;
/// a replay at 60 times the speed, a pause or a seek shows as a new rate or a jump. Time never runs back except when the broker's
/// clock itself was set back by more than <see cref="BackStepMin"/> (times the rate), and is unknown until the first reply. Thread-safe.
/// </summary>
/// <param name="time">The process's clock; only its timestamps are used.</param>
internal sealed class MarketClock(TimeProvider time) : IMarketTime
{
    /// <summary>Steps back that are smaller than this are waited out, larger ones are followed.</summary>
    public static readonly TimeSpan BackStepMin = TimeSpan.FromSeconds(5);

    private const int SamplesMax = 32;
    private const double QuantumSeconds = 1.0;
    private const double ResidualMaxSeconds = 1.5;
    private const double RealTimeTolerance = 0.03;

    private readonly Lock _gate = new();
    private readonly List<Sample> _samples = new(SamplesMax);
    private readonly long _origin = time.GetTimestamp();
    private double _rate = 1;
    private double _base;
    private double _floor = double.NegativeInfinity;

    /// <summary>Market seconds per second of our own: 1 in real time, 60 in a replay at 60 times the speed.</summary>
    public double Rate
    {
        get
        {
            lock (_gate)
            {
                return _rate;
            }
        }
    }

    /// <summary>Jumps and changes of rate that were followed since start.</summary>
    public int Steps { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? Now
    {
        get
        {
            lock (_gate)
            {
                return _samples.Count == 0 ? null : FromSeconds(ReadForward(Local(time.GetTimestamp())));
            }
        }
    }

    /// <inheritdoc />
    public bool? SessionOpen => Now is { } now ? ExchangeCalendar.IsOpen(now) : null;

    /// <inheritdoc />
    public DateTimeOffset? SessionClosesAt => Now is { } now ? ExchangeCalendar.ClosesAt(ExchangeCalendar.CurrentOrNextSession(now)) : null;

    /// <summary>Date of the session that runs, or of the next one; null before the market time is known.</summary>
    public DateOnly? SessionDate => Now is { } now ? ExchangeCalendar.CurrentOrNextSession(now) : null;

    /// <inheritdoc />
    public double? YearsToExpiry(DateOnly expiry) => Now is { } now ? ExchangeCalendar.YearsToExpiry(now, expiry) : null;

    /// <summary>Takes in a reply of the broker's clock.</summary>
    /// <param name="reported">The time it told, cut to whole seconds.</param>
    /// <param name="sentTimestamp">Timestamp of the request.</param>
    /// <param name="receivedTimestamp">Timestamp of the reply.</param>
    public void OnCurrentTime(DateTimeOffset reported, long sentTimestamp, long receivedTimestamp)
    {
        lock (_gate)
        {
            var sample = new Sample((Local(sentTimestamp) + Local(receivedTimestamp)) / 2, Seconds(reported) + (QuantumSeconds / 2));
            if (_samples.Count > 0 && Math.Abs(sample.Market - Predict(sample.Local)) > Tolerance(sample.Local - _samples[^1].Local))
            {
                // Only the last reply and this one belong to the new regime; with one reply of it the rate is a guess, with two a measurement.
                _samples.RemoveRange(0, _samples.Count - 1);
                Steps++;
            }
            else if (_samples.Count == SamplesMax)
            {
                _samples.RemoveAt(0);
            }

            _samples.Add(sample);
            Fit();
            var local = Local(receivedTimestamp);
            if (Predict(local) < _floor - (BackStepMin.TotalSeconds * Math.Max(1, Math.Abs(_rate))))
            {
                _floor = double.NegativeInfinity;
                _samples.RemoveRange(0, _samples.Count - 1);
                _rate = 1;
                _base = sample.Market - sample.Local;
            }
        }
    }

    /// <summary>Takes in the time of a trade: the market time is at least that. Ignored before the first reply of the clock.</summary>
    public void OnTradeTime(DateTimeOffset tradedAt, long receivedTimestamp)
    {
        lock (_gate)
        {
            var ahead = Seconds(tradedAt) - Predict(Local(receivedTimestamp));
            if (_samples.Count > 0 && ahead > 0 && ahead < Tolerance(1))
            {
                _floor = Math.Max(_floor, Seconds(tradedAt));
            }
        }
    }

    private void Fit()
    {
        var meanLocal = _samples.Average(sample => sample.Local);
        var meanMarket = _samples.Average(sample => sample.Market);
        var spread = _samples.Sum(sample => (sample.Local - meanLocal) * (sample.Local - meanLocal));
        var first = _samples[0];
        var last = _samples[^1];
        var drift = Math.Abs(last.Market - first.Market - (last.Local - first.Local));
        var slope = spread > 0 ? _samples.Sum(sample => (sample.Local - meanLocal) * (sample.Market - meanMarket)) / spread : 1;
        _rate = drift <= ResidualMaxSeconds || Math.Abs(slope - 1) < RealTimeTolerance ? 1 : slope;
        _base = meanMarket - (_rate * meanLocal);
    }

    private double Predict(double local) => _base + (_rate * local);

    private double ReadForward(double local) => _floor = Math.Max(_floor, Predict(local));

    private double Tolerance(double elapsed) => ResidualMaxSeconds + (0.1 * Math.Max(1, Math.Abs(_rate)) * Math.Min(1, Math.Max(0, elapsed)));

    private double Local(long timestamp) => time.GetElapsedTime(_origin, timestamp).TotalSeconds;

    private static double Seconds(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).TotalSeconds;

    private static DateTimeOffset FromSeconds(double seconds) => DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));

    private readonly record struct Sample(double Local, double Market);
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SpyOptions.Bot.Telemetry;

/// <summary>A counter with one label whose known values are served from the start, as 0. Counting a known value allocates nothing.</summary>
internal sealed class CounterFamily
{
    private readonly ConcurrentDictionary<string, Cell> _cells = new(StringComparer.Ordinal);

    /// <summary>Defines the counter on a meter.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="name">Name of the metric.</param>
    /// <param name="label">Name of the label.</param>
    /// <param name="description">What is counted.</param>
    /// <param name="values">Values of the label that are served from the start.</param>
    public CounterFamily(Meter meter, string name, string label, string description, params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            _cells[value] = new Cell(label, value);
        }

        Label = label;
        meter.CreateObservableCounter(name, () => _cells.Values.Select(cell => new Measurement<long>(Volatile.Read(ref cell.Count), cell.Tag)), null, description);
    }

    /// <summary>Name of the label.</summary>
    public string Label { get; }

    /// <summary>Counts one, or more, under a value of the label.</summary>
    public void Add(string value, long count = 1) => Interlocked.Add(ref _cells.GetOrAdd(value, static (key, label) => new Cell(label, key), Label).Count, count);

    /// <summary>What was counted under a value so far.</summary>
    public long Read(string value) => _cells.TryGetValue(value, out var cell) ? Volatile.Read(ref cell.Count) : 0;

    private sealed class Cell(string label, string value)
    {
        public readonly KeyValuePair<string, object?> Tag = new(label, value);
        public long Count;
    }
}

using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace SpyOptions.ServiceDefaults.Metrics;

/// <summary>All series of one instrument: one collector for each set of tag names that its measurements carry.</summary>
internal sealed class PrometheusSeries(Instrument instrument, Func<string[], RecordMeasurement> createCollector, ILogger logger)
{
    private readonly Lock _growing = new();
    private volatile Shape[] _shapes = [];
    private Action? _withdraw;

    /// <summary>Serves the instrument at zero until its first measurement, so that a dashboard or an alert finds it from the start.</summary>
    /// <param name="announce">Serves the zero and answers how to take it back, for when the measurements turn out to carry tags.</param>
    public void Announce(Func<Action?> announce)
    {
        try
        {
            _withdraw = announce();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            MetricsLog.Refused(logger, instrument.Name, exception);
        }
    }

    /// <summary>Records one measurement. Never throws: it runs inside the code that measures.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => ShapeOf(tags).Record(value, tags);

    private Shape ShapeOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var shape in _shapes)
        {
            if (shape.Matches(tags))
            {
                return shape;
            }
        }

        lock (_growing)
        {
            if (!tags.IsEmpty)
            {
                _withdraw?.Invoke();
                _withdraw = null;
            }

            var added = new Shape(tags, Create(Shape.LabelsOf(tags)));
            _shapes = [.. _shapes, added];
            return added;
        }
    }

    private RecordMeasurement Create(string[] labels)
    {
        try
        {
            return createCollector(labels);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            MetricsLog.Refused(logger, instrument.Name, exception);
            return static (_, _) => { };
        }
    }

    private sealed class Shape(ReadOnlySpan<KeyValuePair<string, object?>> tags, RecordMeasurement record)
    {
        private readonly string[] _names = NamesOf(tags);
        private readonly int[] _places = PlacesOf(tags);

        /// <summary>The label names in alphabetical order: the order in which code names its tags means nothing.</summary>
        public static string[] LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            [.. NamesOf(tags).Order(StringComparer.Ordinal).Select(PrometheusName.Of)];

        public bool Matches(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.Length != _names.Length)
            {
                return false;
            }

            for (var index = 0; index < tags.Length; index++)
            {
                if (!string.Equals(tags[index].Key, _names[index], StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }

        public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string[] labels = tags.IsEmpty ? [] : new string[tags.Length];
            for (var index = 0; index < labels.Length; index++)
            {
                labels[_places[index]] = Convert.ToString(tags[index].Value, CultureInfo.InvariantCulture) ?? "";
            }

            record(labels, value);
        }

        private static int[] PlacesOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var names = NamesOf(tags);
            var sorted = names.Order(StringComparer.Ordinal).ToArray();
            return Array.ConvertAll(names, name => Array.IndexOf(sorted, name));
        }

        private static string[] NamesOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var names = new string[tags.Length];
            for (var index = 0; index < names.Length; index++)
            {
                names[index] = tags[index].Key;
            }

            return names;
        }
    }
}

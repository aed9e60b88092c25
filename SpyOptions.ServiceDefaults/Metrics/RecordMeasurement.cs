namespace SpyOptions.ServiceDefaults.Metrics;

/// <summary>Records a measurement under label values, which are in the order of the collector's label names.</summary>
internal delegate void RecordMeasurement(string[] labels, double value);

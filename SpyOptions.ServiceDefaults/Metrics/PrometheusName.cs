namespace SpyOptions.ServiceDefaults.Metrics;

/// <summary>Names as Prometheus allows them.</summary>
internal static class PrometheusName
{
    /// <summary>The name itself when it is allowed, else with an underscore for every character that is not.</summary>
    public static string Of(string name) =>
        string.Create(name.Length, name, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                var letter = source[index];
                var allowed = char.IsAsciiLetter(letter) || letter == '_' || (index > 0 && char.IsAsciiDigit(letter));
                target[index] = allowed ? letter : '_';
            }
        });
}

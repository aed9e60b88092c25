using System.Globalization;

namespace SpyOptions.Bot.Detection.VolumeSurge;

/// <summary>Says why a neighbour of a volume surge did not fire.</summary>
internal static class VolumeReasons
{
    /// <summary>The reason in words.</summary>
    public static string Of(long contracts, double expected, double score, VolumeSurgeOptions options)
    {
        if (contracts < options.ContractsMin)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{contracts:#,0} contracts in the last minute are fewer than the {options.ContractsMin:#,0} that can fire");
        }

        return score < options.Threshold
            ? string.Create(CultureInfo.InvariantCulture, $"{contracts:#,0} contracts in the last minute where {expected:#,0.#} are usual")
            : "surges by itself and is claimed apart";
    }
}

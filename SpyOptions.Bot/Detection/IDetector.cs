using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Bot.Detection.Scoring;

namespace SpyOptions.Bot.Detection;

/// <summary>One detector. It keeps its own state per contract and is stepped by one thread.</summary>
internal interface IDetector
{
    /// <summary>Looks at an expiry of which something changed.</summary>
    /// <param name="frame">The expiry now.</param>
    /// <param name="at">Time since the process started, by the monotonic clock.</param>
    /// <param name="findings">Where claims go.</param>
    void Step(ExpiryFrame frame, TimeSpan at, IFindings findings);

    /// <summary>Forgets the contracts that are no longer listed.</summary>
    void Retain(IReadOnlySet<int> conIds);
}

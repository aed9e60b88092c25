using SpyOptions.Bot.Detection.Frames;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Scoring;

/// <summary>What a detector hands over when it fires.</summary>
/// <param name="Option">The culprit.</param>
/// <param name="Evidence">The numbers.</param>
/// <param name="NearMisses">Neighbours that did not fire, and why.</param>
internal sealed record Finding(OptionFrame Option, Evidence Evidence, IReadOnlyList<NearMiss> NearMisses);

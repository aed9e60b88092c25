using System.Net.ServerSentEvents;

namespace SpyOptions.Api.Live;

/// <summary>One server-sent event.</summary>
/// <param name="Sequence">Sequence of the signal it carries; null when it carries none.</param>
/// <param name="Item">The event.</param>
internal sealed record StreamEvent(long? Sequence, SseItem<string> Item);

using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Publishing;

/// <summary>A signal that waits.</summary>
/// <param name="Position">Its place in the order of detection.</param>
/// <param name="Signal">The signal, with the time of its first attempt when there was one.</param>
/// <param name="Attempted">Whether it was handed to the API before.</param>
internal sealed record OutboxRow(long Position, Signal Signal, bool Attempted);

/// <summary>A signal that will not be sent again.</summary>
/// <param name="Id">The signal's id.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Body">The signal as JSON.</param>
internal sealed record DeadLetter(string Id, string Reason, string Body);

using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection;

/// <summary>Where finished signals go. The publishing stage implements it.</summary>
internal interface ISignalSink
{
    /// <summary>Takes a signal. Never blocks and never throws.</summary>
    void Emit(Signal signal);
}

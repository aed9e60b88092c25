using System.Diagnostics.Metrics;
using SpyOptions.Bot.Telemetry;

namespace SpyOptions.Bot.Publishing;

/// <summary>Metrics of the publishing stage alone; those that the whole bot shares are in <see cref="BotMetrics"/>.</summary>
internal sealed class PublishingMetrics
{
    /// <summary>The outbox holds as many signals as it may.</summary>
    public const string OutboxFull = "outbox-full";

    /// <summary>The queue to the outbox holds as many signals as it may.</summary>
    public const string QueueFull = "queue-full";

    /// <summary>The signal cannot be written as JSON.</summary>
    public const string Unwritable = "unwritable";

    /// <summary>The process stopped while the file could not be used.</summary>
    public const string FileFailed = "file-failed";

    /// <summary>The API refused the signal itself.</summary>
    public const string Poison = "poison";

    /// <summary>The signal waited longer than allowed.</summary>
    public const string TooOld = "too-old";

    /// <summary>Defines the metrics.</summary>
    public PublishingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(BotTracing.Name);
        Refused = new CounterFamily(meter, "spy_bot_outbox_refused_total", "reason", "Signals that did not enter the outbox.", OutboxFull, QueueFull, Unwritable, FileFailed);
        Dead = new CounterFamily(meter, "spy_bot_outbox_dead_letters_total", "reason", "Signals moved to the dead letters.", Poison, TooOld);
    }

    /// <summary>Signals that did not enter the outbox, by reason.</summary>
    public CounterFamily Refused { get; }

    /// <summary>Signals moved to the dead letters, by reason.</summary>
    public CounterFamily Dead { get; }
}

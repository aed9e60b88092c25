using System.ComponentModel.DataAnnotations;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Client;

/// <summary>Settings of the connection to IB Gateway, TWS or the paper gateway. Checked by <see cref="Validate"/> before the first attempt.</summary>
public sealed class TwsClientOptions
{
    /// <summary>Host name or address of the gateway. Default <c>127.0.0.1</c>.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>TCP port of the gateway's API. Default 4002; from 1 to 65,535.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 4002;

    /// <summary>The client id, unique among the gateway's connections. Default 7; from 0 to 999,999.</summary>
    [Range(0, 999_999)]
    public int ClientId { get; set; } = 7;

    /// <summary>Lowest protocol version accepted. Default 176; from 176 to 178.</summary>
    [Range(ServerVersionRange.Lowest, ServerVersionRange.Highest)]
    public int VersionMin { get; set; } = ServerVersionRange.Lowest;

    /// <summary>Highest protocol version asked for. Default 178; from 176 to 178, the newest whose layouts are known.</summary>
    [Range(ServerVersionRange.Lowest, ServerVersionRange.Highest)]
    public int VersionMax { get; set; } = ServerVersionRange.Highest;

    /// <summary>Longest wait for the TCP connection. Default 10 s; from 10 ms to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TcpTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the gateway's version once the socket is open. Default 10 s; from 10 ms to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan VersionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the next valid order id and the accounts once the version is known. Default 20 s; from 10 ms to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan IdsTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait for the whole answer to one request. Default 30 s; from 10 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between heartbeats. Default 10 s; from 10 ms to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for a sign of life after a heartbeat. Default 5 s; from 10 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HeartbeatTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>First wait before connecting again; it doubles with every failed attempt. Default 500 ms; from 1 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BackoffMin { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait before connecting again. Default 30 s; from 1 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BackoffMax { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most messages sent in any second, of every kind together. Default 45; from 1 to 50, IBKR's limit for 100 market-data lines.</summary>
    [Range(1, 50)]
    public int RequestsPerSecondMax { get; set; } = 45;

    /// <summary>Most messages waiting to be sent, for each priority. Default 2,048; from 1 to 65,536.</summary>
    [Range(1, 65_536)]
    public int QueueLengthMax { get; set; } = 2_048;

    /// <summary>Most market data subscriptions held at once. Default 1,024; from 1 to 16,384.</summary>
    [Range(1, 16_384)]
    public int SubscriptionsMax { get; set; } = 1_024;

    /// <summary>Most replies and notices waiting for the handlers; reading from the socket pauses beyond it. Default 8,192; from 16 to 1,048,576.</summary>
    [Range(16, 1_048_576)]
    public int EventQueueLengthMax { get; set; } = 8_192;

    /// <summary>Silence after which a stream is subscribed again while the market is open. Default 60 s; from 10 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SilenceMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Time a stream has to speak again after its data farm recovered. Default 5 s; from 10 ms to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FarmRecoveryGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time between two looks at the silence of the streams. Default 1 s; from 5 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.005", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Checks every bound.</summary>
    /// <exception cref="ValidationException">A setting is out of its bounds; the message names it.</exception>
    public void Validate()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        if (VersionMax < VersionMin)
        {
            throw new ValidationException($"{nameof(VersionMax)} ({VersionMax}) must not be below {nameof(VersionMin)} ({VersionMin}).");
        }

        if (BackoffMax < BackoffMin)
        {
            throw new ValidationException($"{nameof(BackoffMax)} ({BackoffMax}) must not be below {nameof(BackoffMin)} ({BackoffMin}).");
        }
    }
}

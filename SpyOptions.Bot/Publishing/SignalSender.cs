using System.Diagnostics;
using System.Net;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Publishing;

/// <summary>Posts batches of signals to the API.</summary>
/// <param name="clients">Makes HTTP clients.</param>
internal sealed class SignalSender(IHttpClientFactory clients)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "api-signals";

    private const string KeyHeader = "X-Api-Key";
    private const int DetailMax = 1_000;

    /// <summary>Configures the client to the API.</summary>
    public static void Configure(PublishingOptions options, HttpClient client)
    {
        client.BaseAddress = options.ApiAddress;
        client.DefaultRequestHeaders.Add(KeyHeader, options.ApiKey);
    }

    /// <summary>Posts one batch. Never throws unless it is stopped.</summary>
    public async Task<SendOutcome> SendAsync(IReadOnlyList<Signal> signals, CancellationToken stop)
    {
        var activities = signals.Select(signal => BotTracing.Source.StartActivity("publish", ActivityKind.Producer, signal.TraceParent)).ToArray();
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.PostAsJsonAsync("signals", new SignalBatch(signals), ContractsJson.Default.SignalBatch, stop);
            return await ReadAsync(response, stop);
        }
#pragma warning disable CA1031 // Handlers of the client may throw anything; every failure means the same: keep and retry.
        catch (Exception exception) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new SendOutcome(SendOutcomeKind.Failed, exception.Message.TrimEnd('.'));
        }
        finally
        {
            foreach (var activity in activities)
            {
                activity?.Dispose();
            }
        }
    }

    private static async Task<SendOutcome> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        if (response.IsSuccessStatusCode)
        {
            return new SendOutcome(SendOutcomeKind.Acknowledged);
        }

        var kind = response.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => SendOutcomeKind.Invalid,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SendOutcomeKind.KeyRefused,
            _ => SendOutcomeKind.Failed,
        };
        var body = await response.Content.ReadAsStringAsync(stop);
        return new SendOutcome(kind, $"HTTP {(int)response.StatusCode} {(body.Length > DetailMax ? body[..DetailMax] : body)}", (int)response.StatusCode);
    }
}

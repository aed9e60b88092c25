using System.Diagnostics.Metrics;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>What the gateway counts.</summary>
internal sealed class GatewayMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "SpyOptions.PaperGateway";

    private readonly Counter<long> requests;
    private readonly Counter<long> malformed;
    private readonly Counter<long> unknown;
    private readonly Counter<long> conflated;
    private readonly Counter<long> messages;
    private readonly Counter<long> ticks;
    private readonly Counter<long> disconnected;
    private readonly Counter<long> refused;
    private readonly Counter<long> executions;
    private readonly UpDownCounter<long> clients;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">The factory of this process.</param>
    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        requests = meter.CreateCounter<long>("paper_gateway_requests_total", description: "Requests of clients, by type.");
        malformed = meter.CreateCounter<long>("paper_gateway_malformed_total", description: "Messages of clients that could not be read, by field.");
        unknown = meter.CreateCounter<long>("paper_gateway_unknown_total", description: "Messages of clients with an unknown id.");
        conflated = meter.CreateCounter<long>("paper_gateway_ticks_conflated_total", description: "Ticks that a newer one replaced before they were sent.");
        messages = meter.CreateCounter<long>("paper_gateway_replies_total", description: "Messages sent to clients, ticks not among them.");
        ticks = meter.CreateCounter<long>("paper_gateway_ticks_total", description: "Ticks sent to clients.");
        disconnected = meter.CreateCounter<long>("paper_gateway_disconnected_total", description: "Clients disconnected by the gateway, by reason.");
        refused = meter.CreateCounter<long>("paper_gateway_refused_total", description: "Requests refused, by error code.");
        executions = meter.CreateCounter<long>("paper_gateway_executions_total", description: "Executions of orders.");
        clients = meter.CreateUpDownCounter<long>("paper_gateway_clients", description: "Clients that are connected now.");
    }

    public void Request(string type) => requests.Add(1, new KeyValuePair<string, object?>("type", type));

    public void Malformed(string field) => malformed.Add(1, new KeyValuePair<string, object?>("field", field));

    public void Unknown() => unknown.Add(1);

    public void Conflated(int count) => conflated.Add(count);

    public void Sent(int replies, int tickCount)
    {
        messages.Add(replies);
        ticks.Add(tickCount);
    }

    public void Disconnected(string reason) => disconnected.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Refused(int code) => refused.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Executed() => executions.Add(1);

    public void ClientCame() => clients.Add(1);

    public void ClientWent() => clients.Add(-1);
}

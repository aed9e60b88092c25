using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Answers requests about the session itself.</summary>
internal sealed class SessionRequests(
    ClientDirectory directory, IMarket market, PaperBroker broker, IOptions<GatewayOptions> options, ILogger<SessionRequests> logger)
{
    private static readonly (int Code, string Text)[] FarmNotices =
    [
        (2104, "Market data farm connection is OK:usfarm"),
        (2104, "Market data farm connection is OK:usopt"),
        (2106, "HMDS data farm connection is OK:ushmds"),
        (2158, "Sec-def data farm connection is OK:secdefnj"),
    ];

    /// <summary>Starts a client, or turns it away when its id is in use.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    public void Start(ClientSession client, StartApiRequest request)
    {
        if (client.ClientId is not null)
        {
            return;
        }

        if (directory.All.Count() >= options.Value.ClientsMax)
        {
            client.Refuse(ErrorNotice.NoId, 326, $"Unable to connect: at most {options.Value.ClientsMax} clients may be connected.");
            client.End("too many clients");
            return;
        }

        if (!directory.TryAdd(request.ClientId, client))
        {
            GatewayLog.ClientIdInUse(logger, client.Name, request.ClientId);
            client.Refuse(ErrorNotice.NoId, 326, "Unable to connect as the client id is already in use. Retry with a unique client id.");
            client.End("client id in use");
            return;
        }

        GatewayLog.Started(logger, request.ClientId, client.Name);
        TellAccounts(client);
        TellNextOrderId(client);
        foreach (var (code, text) in FarmNotices)
        {
            client.Notify(code, text);
        }
    }

    /// <summary>Tells the market's time.</summary>
    /// <param name="client">The client.</param>
    public void TellTime(ClientSession client) => client.Send(new CurrentTime(market.Clock.Now.ToUnixTimeSeconds()));

    /// <summary>Tells the lowest order id that the client may use.</summary>
    /// <param name="client">The client.</param>
    public void TellNextOrderId(ClientSession client) => client.Send(new NextValidId(broker.NextOrderId(client.ClientId ?? 0)));

    /// <summary>Tells the account.</summary>
    /// <param name="client">The client.</param>
    public void TellAccounts(ClientSession client) => client.Send(new ManagedAccounts([options.Value.Account]));
}

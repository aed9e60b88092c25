namespace SpyOptions.Tws.Client;

/// <summary>What a notice says about the gateway's own link to IBKR.</summary>
internal enum BrokerLinkChange
{
    None,

    /// <summary>The gateway lost IBKR; the socket to us stays open and so does every order.</summary>
    Lost,

    /// <summary>The link is back and every subscription is lost.</summary>
    BackWithoutSubscriptions,

    /// <summary>The link is back and the subscriptions are said to be kept.</summary>
    BackWithSubscriptions,

    /// <summary>A data farm that was broken is back; streams may have died without a word.</summary>
    FarmRecovered,
}

/// <summary>Follows the gateway's link to IBKR and its data farms by the codes of its notices; texts differ between versions.</summary>
internal sealed class BrokerLink
{
    private readonly HashSet<string> brokenFarms = new(StringComparer.Ordinal);

    /// <summary>Takes in a notice that belongs to no request.</summary>
    public BrokerLinkChange Handle(int code, string text)
    {
        switch (code)
        {
            case 1100 or 2110:
                return BrokerLinkChange.Lost;
            case 1101:
                brokenFarms.Clear();
                return BrokerLinkChange.BackWithoutSubscriptions;
            case 1102:
                brokenFarms.Clear();
                return BrokerLinkChange.BackWithSubscriptions;
            case 2103:
                brokenFarms.Add(FarmName(text));
                return BrokerLinkChange.None;
            case 2104 when brokenFarms.Remove(FarmName(text)):
                return BrokerLinkChange.FarmRecovered;
            default:
                return BrokerLinkChange.None;
        }
    }

    private static string FarmName(string text) => text[(text.LastIndexOf(':') + 1)..].Trim();
}

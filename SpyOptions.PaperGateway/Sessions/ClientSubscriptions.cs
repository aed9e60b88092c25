namespace SpyOptions.PaperGateway.Sessions;

/// <summary>What a client subscribed to besides market data. Changed by its read loop, read by other threads.</summary>
internal sealed class ClientSubscriptions
{
    private volatile bool positions;
    private volatile bool account;

    /// <summary>Whether it hears of every change of a position.</summary>
    public bool Positions
    {
        get => positions;
        set => positions = value;
    }

    /// <summary>Whether it hears of every change of the account.</summary>
    public bool Account
    {
        get => account;
        set => account = value;
    }
}

namespace SpyOptions.PaperGateway;

/// <summary>Where the TWS server of a running paper gateway listens.</summary>
public sealed class PaperGatewayAddress
{
    /// <summary>The bound TCP port; 0 until the gateway has started.</summary>
    public int Port { get; internal set; }
}

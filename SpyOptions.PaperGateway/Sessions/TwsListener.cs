using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>The listener for TWS clients; it knows the port that was taken once it is bound.</summary>
internal sealed class TwsListener
{
    /// <summary>The listener; null until the server is configured.</summary>
    public ListenOptions? Options { get; set; }
}

namespace SpyOptions.AppHost.Resources;

/// <summary>The TWS server that the bot talks to.</summary>
/// <param name="Resource">The resource to wait for.</param>
/// <param name="Tws">Its TWS endpoint.</param>
internal sealed record Gateway(IResourceBuilder<IResource> Resource, EndpointReference Tws);

/// <summary>Adds the gateway: the paper gateway, or IB Gateway itself when credentials are given.</summary>
internal static class GatewayResources
{
    private const string UserKey = "ibkr-user";
    private const string PasswordKey = "ibkr-password";

    /// <summary>
    /// Adds the paper gateway, unless <c>Parameters:ibkr-user</c> and <c>Parameters:ibkr-password</c> are configured (user secrets,
    /// environment): then the container <c>ghcr.io/gnzsnz/ib-gateway</c> in paper mode.
    /// </summary>
    public static Gateway AddGateway(this IDistributedApplicationBuilder builder, string name) =>
        string.IsNullOrEmpty(builder.Configuration[$"Parameters:{UserKey}"]) || string.IsNullOrEmpty(builder.Configuration[$"Parameters:{PasswordKey}"])
            ? builder.AddPaperGateway(name)
            : builder.AddIbGateway(name);

    private static Gateway AddPaperGateway(this IDistributedApplicationBuilder builder, string name)
    {
        var gateway = builder.AddProject<Projects.SpyOptions_PaperGateway>(name, options => options.ExcludeLaunchProfile = true)
            .WithEndpoint(name: "tws", scheme: "tcp", env: "Gateway__Port")
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/alive");
        foreach (var key in (string[])["session", "speed", "seed"])
        {
            if (builder.Configuration[key] is { Length: > 0 } value)
            {
                gateway.WithArgs($"--{key}", key == "session" ? Path.GetFullPath(value) : value);
            }
        }

        return new Gateway(gateway, gateway.GetEndpoint("tws"));
    }

    private static Gateway AddIbGateway(this IDistributedApplicationBuilder builder, string name)
    {
        // 4004 is where the image republishes the paper port; 4002 listens on loopback inside the container only.
        var gateway = builder.AddContainer(name, "ghcr.io/gnzsnz/ib-gateway", "stable")
            .WithEndpoint(name: "tws", scheme: "tcp", targetPort: 4004)
            .WithEnvironment("TWS_USERID", builder.AddParameter(UserKey, secret: true))
            .WithEnvironment("TWS_PASSWORD", builder.AddParameter(PasswordKey, secret: true))
            .WithEnvironment("TRADING_MODE", "paper")
            .WithEnvironment("READ_ONLY_API", "no")
            .WithEnvironment("TWS_SETTINGS_PATH", "/home/ibgateway/tws_settings")
            .WithVolume("ibkr-data", "/home/ibgateway/tws_settings");
        return new Gateway(gateway, gateway.GetEndpoint("tws"));
    }
}

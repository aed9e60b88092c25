namespace SpyOptions.AppHost.Resources;

/// <summary>Adds the bot and wires it to the gateway and the API.</summary>
internal static class BotResources
{
    /// <summary>Adds the bot.</summary>
    public static IResourceBuilder<ProjectResource> AddBot(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject<Projects.SpyOptions_Bot>(name, options => options.ExcludeLaunchProfile = true)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/ready");

    /// <summary>Points the bot at a gateway.</summary>
    public static IResourceBuilder<ProjectResource> WithGateway(this IResourceBuilder<ProjectResource> bot, Gateway gateway) => bot
        .WithEnvironment("Bot__Gateway__Host", gateway.Tws.Property(EndpointProperty.Host))
        .WithEnvironment("Bot__Gateway__Port", gateway.Tws.Property(EndpointProperty.Port))
        .WaitFor(gateway.Resource);

    /// <summary>Points the bot at the API.</summary>
    public static IResourceBuilder<ProjectResource> WithApi(
        this IResourceBuilder<ProjectResource> bot,
        IResourceBuilder<ProjectResource> api,
        IResourceBuilder<ParameterResource> writerKey) => bot
        .WithEnvironment("Bot__Publishing__ApiAddress", api.GetEndpoint("http"))
        .WithEnvironment("Bot__Publishing__ApiKey", writerKey)
        .WaitFor(api);
}

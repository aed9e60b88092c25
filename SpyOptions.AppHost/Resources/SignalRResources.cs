using Aspire.Hosting.Azure;

namespace SpyOptions.AppHost.Resources;

/// <summary>SignalR: inside the API when run locally, Azure SignalR Service when published.</summary>
internal static class SignalRResources
{
    /// <summary>Adds Azure SignalR Service to what is published; null in a local run, where the API's own hub serves.</summary>
    public static IResourceBuilder<AzureSignalRResource>? AddSignalRService(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsPublishMode ? builder.AddAzureSignalR(name, AzureSignalRServiceMode.Serverless) : null;

    /// <summary>Lets the API broadcast through Azure SignalR Service where there is one.</summary>
    public static IResourceBuilder<ProjectResource> WithSignalRService(
        this IResourceBuilder<ProjectResource> api,
        IResourceBuilder<AzureSignalRResource>? signalR) =>
        signalR is null ? api : api.WithReference(signalR);
}

namespace SpyOptions.AppHost.Resources;

/// <summary>Adds the dashboard.</summary>
internal static class DashboardResources
{
    /// <summary>Adds the dashboard.</summary>
    public static IResourceBuilder<ProjectResource> AddDashboard(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject<Projects.SpyOptions_Dashboard>(name, options => options.ExcludeLaunchProfile = true)
            .WithHttpEndpoint(port: 5090)
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/ready");

    /// <summary>Points the dashboard at the API.</summary>
    public static IResourceBuilder<ProjectResource> WithApi(this IResourceBuilder<ProjectResource> dashboard, IResourceBuilder<ProjectResource> api) => dashboard
        .WithEnvironment("Dashboard__ApiAddress", api.GetEndpoint("http"))
        .WaitFor(api);
}

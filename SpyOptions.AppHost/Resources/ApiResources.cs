namespace SpyOptions.AppHost.Resources;

/// <summary>Adds the API and gives other resources what they need to reach it.</summary>
internal static class ApiResources
{
    /// <summary>Adds the API.</summary>
    public static IResourceBuilder<ProjectResource> AddApi(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject<Projects.SpyOptions_Api>(name, options => options.ExcludeLaunchProfile = true)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/ready");

    /// <summary>Adds the key that writers of the API send; generated once and kept in the user's secrets.</summary>
    public static IResourceBuilder<ParameterResource> AddWriterKey(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

    /// <summary>Gives the API the key that it asks writers for.</summary>
    public static IResourceBuilder<ProjectResource> WithWriterKey(
        this IResourceBuilder<ProjectResource> api,
        IResourceBuilder<ParameterResource> writerKey) =>
        api.WithEnvironment("Api__WriterKey", writerKey);
}

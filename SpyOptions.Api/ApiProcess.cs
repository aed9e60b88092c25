using SpyOptions.ServiceDefaults;

namespace SpyOptions.Api;

/// <summary>Composes the API as one web application with its own container.</summary>
public static class ApiProcess
{
    /// <summary>Builds the application; nothing runs until it is started.</summary>
    /// <param name="options">Arguments, environment and content root of the process.</param>
    public static WebApplication Build(WebApplicationOptions options)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.AddServiceDefaults("SpyOptions.Api");
        var app = builder.Build();
        app.MapServiceDefaults();
        return app;
    }
}

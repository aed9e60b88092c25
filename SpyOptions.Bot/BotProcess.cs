using SpyOptions.ServiceDefaults;

namespace SpyOptions.Bot;

/// <summary>Composes the bot as one web application with its own container.</summary>
public static class BotProcess
{
    /// <summary>Builds the application; nothing runs until it is started.</summary>
    /// <param name="options">Arguments, environment and content root of the process.</param>
    public static WebApplication Build(WebApplicationOptions options)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.AddServiceDefaults("SpyOptions.Bot");
        var app = builder.Build();
        app.MapServiceDefaults();
        return app;
    }
}

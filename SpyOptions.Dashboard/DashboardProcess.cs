using Microsoft.Extensions.Options;
using MudBlazor.Services;
using SpyOptions.Dashboard.Components;
using SpyOptions.Dashboard.Services;
using SpyOptions.ServiceDefaults;

namespace SpyOptions.Dashboard;

/// <summary>Composes the dashboard as one web application with its own container.</summary>
public static class DashboardProcess
{
    /// <summary>Builds the application; nothing runs until it is started.</summary>
    /// <param name="options">Arguments, environment and content root of the process.</param>
    public static WebApplication Build(WebApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = options.Args,
            EnvironmentName = options.EnvironmentName,
            ContentRootPath = options.ContentRootPath ?? AppContext.BaseDirectory,
            // The static web assets are found by this name, also when another program hosts the dashboard.
            ApplicationName = typeof(DashboardProcess).Assembly.GetName().Name,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.AddServiceDefaults(DashboardTelemetry.Name);
        AddServices(builder.Services);

        var app = builder.Build();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapServiceDefaults();
        ExportEndpoint.Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DashboardOptions, DashboardOptionsValidator>().BindConfiguration(DashboardOptions.Section);
        services.AddHttpClient(SignalsClient.ClientName, (provider, client) =>
        {
            var options = provider.GetRequiredService<IOptions<DashboardOptions>>().Value;
            client.BaseAddress = options.ApiAddress;
            if (options.OperatorKey is { } key)
            {
                client.DefaultRequestHeaders.Add("X-Api-Key", key);
            }
        });
        services.AddSingleton<SignalsClient>().AddSingleton<DashboardTelemetry>().AddSingleton<LiveFeed>().AddSingleton<ChainWatches>();
        services.AddHostedService<HubLink>().AddHostedService<ApiProbe>();
        services.AddScoped<RenderClock>().AddScoped<Preferences>().AddScoped<Snoozes>();
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents();
    }
}

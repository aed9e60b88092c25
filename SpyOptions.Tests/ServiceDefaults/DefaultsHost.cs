using Microsoft.AspNetCore.Builder;
using SpyOptions.ServiceDefaults;

namespace SpyOptions.Tests.ServiceDefaults;

/// <summary>A bare process with the defaults on a free loopback port.</summary>
internal static class DefaultsHost
{
    public static async Task<WebApplication> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"] });
        builder.AddServiceDefaults("SpyOptions.Sample");
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    public static async Task<string> GetAsync(WebApplication app, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

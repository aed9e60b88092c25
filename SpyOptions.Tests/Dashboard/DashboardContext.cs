using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Tests.Dashboard;

/// <summary>Renders the dashboard's components with its own state and a clock that a test moves.</summary>
public abstract class DashboardContext : BunitContext
{
    protected DashboardContext()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 18, 30, 0, TimeSpan.Zero));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMetrics().AddHttpClient().AddMudServices();
        Services.AddSingleton<TimeProvider>(Time).AddSingleton(Options.Create(new DashboardOptions()));
        Services.AddSingleton<DashboardTelemetry>().AddSingleton<LiveFeed>().AddSingleton<SignalsClient>().AddSingleton<ChainWatches>();
        Services.AddScoped<RenderClock>().AddScoped<Preferences>().AddScoped<Snoozes>();
    }

    protected FakeTimeProvider Time { get; }

    private protected LiveFeed Feed => Services.GetRequiredService<LiveFeed>();

    protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Lets the circuit's timer beat once.</summary>
    protected void Beat() => Time.Advance(TimeSpan.FromMilliseconds(250));
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SpyOptions.Tests.ServiceDefaults;

public sealed class DefaultLevelsTests
{
    [Theory]
    [InlineData("Polly")]
    [InlineData("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService")]
    public async Task Attempts_and_probes_are_quiet_until_somebody_asks_for_them(string category)
    {
        await using var quiet = await DefaultsHost.StartAsync();
        Assert.False(LoggerOf(quiet.Services, category).IsEnabled(LogLevel.Critical));
        Assert.True(LoggerOf(quiet.Services, "SpyOptions.Bot").IsEnabled(LogLevel.Information));

        await using var loud = await DefaultsHost.StartAsync(builder => builder.Configuration[$"Logging:LogLevel:{category}"] = "Debug");
        Assert.True(LoggerOf(loud.Services, category).IsEnabled(LogLevel.Debug));
    }

    private static ILogger LoggerOf(IServiceProvider services, string category) => services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
}

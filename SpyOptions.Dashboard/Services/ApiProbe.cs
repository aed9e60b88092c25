using Microsoft.Extensions.Options;

namespace SpyOptions.Dashboard.Services;

/// <summary>Asks the API at a steady pace for the expiries of the chain: shows whether it answers and keeps the list fresh.</summary>
internal sealed class ApiProbe(IOptions<DashboardOptions> options, LiveFeed feed, SignalsClient client, TimeProvider time) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.ProbeIntervalMs), time);
        try
        {
            do
            {
                await ProbeAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task ProbeAsync(CancellationToken stop)
    {
        try
        {
            feed.OnExpiries(await client.GetExpiriesAsync(stop));
            feed.OnApi(LinkState.Up, "");
        }
        catch (ApiProblemException problem)
        {
            feed.OnApi(LinkState.Down, problem.Message);
        }
    }
}

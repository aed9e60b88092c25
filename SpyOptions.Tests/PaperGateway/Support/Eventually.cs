namespace SpyOptions.Tests.PaperGateway.Support;

/// <summary>Waits for something that another thread brings about.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        while (!condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}

namespace SpyOptions.Tests.EndToEnd;

/// <summary>The platform on the seeded market with plenty of anomalies; started once for the tests that only look at it.</summary>
public sealed class SyntheticSession : IAsyncLifetime
{
    public Platform Platform { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Platform = await Platform.StartAsync("--seed", "7", "--Gateway:AnomaliesPerMinute=60");

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}

namespace SpyOptions.Tests.Browser;

/// <summary>One dashboard with a played session for the browser tests that only look at it; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDashboard : IAsyncLifetime, ICollectionFixture<SharedDashboard>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "Browser";

    internal DashboardUnderTest Dashboard { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Dashboard = await DashboardUnderTest.StartAsync();
        await Dashboard.PlaySessionAsync(60);
        await Dashboard.PlayVarietyAsync();
    }

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}

using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using SpyOptions.Contracts.Feed;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Dashboard.Panels;

/// <summary>The bar on every page: what the feed is worth, what is connected, and how much of the session is left.</summary>
public partial class StatusBar
{
    [Inject]
    private IOptions<DashboardOptions> Options { get; set; } = default!;

    private FeedStatus? Status => Feed.Status;

    private FeedView View => FeedView.Of(Status, Feed.Hub, Now, TimeSpan.FromMilliseconds(Options.Value.ReportAgeMsMax));

    private string StateWord => View.State.ToString().ToUpperInvariant();

    private string Cause => string.Equals(View.CauseText, View.State.ToString(), StringComparison.OrdinalIgnoreCase) ? "" : Show.Sentence(View.CauseText);

    private string MarketName => Feed.Pace.IsSimulated ? $"New York, {Show.NewYorkTime(Status?.MarketAt, "d MMM")}" : "New York";

    private string MarketTitle => Feed.Pace.IsSimulated
        ? $"{Show.NewYorkTime(Status?.MarketAt, "d MMMM yyyy")}, as the broker's clock shows it: a recorded or synthetic session, not the market of this moment"
        : "Market time as the broker's clock shows it";

    private string StateIcon => View.State switch
    {
        FeedState.Live => Icons.Material.Filled.Bolt,
        FeedState.Delayed => Icons.Material.Filled.Schedule,
        FeedState.Closed => Icons.Material.Filled.Nightlight,
        FeedState.Reconciling => Icons.Material.Filled.Sync,
        _ => Icons.Material.Filled.WarningAmber,
    };

    private LinkState Gateway => Status switch
    {
        _ when Feed.Hub.State == LinkState.Down => LinkState.Connecting,
        null => LinkState.Connecting,
        { GatewayConnected: true } => LinkState.Up,
        _ => LinkState.Down,
    };

    private string GatewayDetail => Status is { GatewayConnected: true } status ? $"Server version {status.ServerVersion}" : "";

    private string AccountWord => Status switch { null => "NO ACCOUNT", { PaperAccount: true } => "PAPER", _ => "NOT PAPER" };

    private TimeSpan? ToClose => Status?.SessionClosesAt - Status?.MarketAt;

    private TimeSpan? ToCutoff => ToClose - TimeSpan.FromMinutes(Options.Value.ZeroDteCutoffMinutes);

    private string CutoffTitle => $"{Options.Value.ZeroDteCutoffMinutes} minutes before the close";

    private static string Left(TimeSpan? span) => span is { } left ? Show.Countdown(left) : Show.Unknown;

    private static string Urgency(TimeSpan? span) => span is { TotalMinutes: > 0 and < 15 } ? "fact-urgent" : "";
}

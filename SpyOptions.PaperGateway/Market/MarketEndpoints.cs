using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpyOptions.PaperGateway.Market;

/// <summary>The HTTP side of the market: what was put into it, and the control of its time.</summary>
internal static class MarketEndpoints
{
    /// <summary>
    /// Maps <c>GET /labels</c>, <c>GET /control/status</c> and <c>POST /control/pause</c>, <c>/resume</c>, <c>/seek?at=</c> (an instant,
    /// UTC unless it has an offset) and <c>/speed?value=</c>; each answers the status, or 400 with the field that is wrong.
    /// </summary>
    /// <param name="app">The application.</param>
    public static void MapMarket(this IEndpointRouteBuilder app)
    {
        app.MapGet("/labels", (IMarket market) => market.Labels);
        var control = app.MapGroup("/control");
        control.MapGet("/status", MarketStatus.Of);
        control.MapPost("/pause", (IMarket market) => After(market, market.Clock.Pause));
        control.MapPost("/resume", (IMarket market) => After(market, market.Clock.Resume));
        control.MapPost("/seek", (IMarket market, string? at) => Seek(market, at));
        control.MapPost("/speed", (IMarket market, string? value) => SetSpeed(market, value));
    }

    private static MarketStatus After(IMarket market, Action change)
    {
        change();
        return MarketStatus.Of(market);
    }

    private static Results<Ok<MarketStatus>, ValidationProblem> Seek(IMarket market, string? at) =>
        DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant >= market.Clock.StartsAt && instant <= market.Clock.EndsAt
            ? TypedResults.Ok(After(market, () => market.Clock.Seek(instant)))
            : Wrong(nameof(at), $"Must be an instant from {market.Clock.StartsAt:O} to {market.Clock.EndsAt:O}.");

    private static Results<Ok<MarketStatus>, ValidationProblem> SetSpeed(IMarket market, string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is >= MarketClock.SpeedMin and <= MarketClock.SpeedMax
            ? TypedResults.Ok(After(market, () => market.Clock.SetSpeed(speed)))
            : Wrong(nameof(value), string.Create(CultureInfo.InvariantCulture, $"Must lie from {MarketClock.SpeedMin} to {MarketClock.SpeedMax}."));

    private static ValidationProblem Wrong(string field, string reason) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [reason] });
}

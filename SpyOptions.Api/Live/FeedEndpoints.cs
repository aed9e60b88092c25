using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Security;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts.Feed;

namespace SpyOptions.Api.Live;

/// <summary>The state of the edge over HTTP.</summary>
internal static class FeedEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapFeed(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<ApiOptions>>().Value;
        var feed = app.MapGroup("/").WithTags("Feed").ProducesProblem(StatusCodes.Status429TooManyRequests);
        feed.MapPost("/feed", Post).RequireAuthorization(ApiPolicies.Writer).RequireRateLimiting(ApiPolicies.Writes)
            .WithMetadata(new RequestSizeLimitAttribute(options.FeedBodyBytesMax))
            .WithSummary("Report the state of the edge")
            .WithDescription("Replaces what was reported before; at most 64 chains. A report older than the last of its source changes nothing.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        feed.MapGet("/feed", Get).RequireRateLimiting(ApiPolicies.Reads)
            .WithSummary("The newest state of the edge").ProducesProblem(StatusCodes.Status404NotFound);
        feed.MapGet("/chains", (FeedStore store) => TypedResults.Ok(store.Expiries())).RequireRateLimiting(ApiPolicies.Reads)
            .WithSummary("Expiries that have a chain snapshot");
        feed.MapGet("/chains/{expiry}", GetChain).RequireRateLimiting(ApiPolicies.Reads)
            .WithSummary("The newest chain snapshot of an expiry, yyyy-MM-dd").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<NoContent, ProblemHttpResult> Post(
        FeedReport report, FeedValidator validator, FeedStore store, FeedBroadcaster broadcaster, ApiMetrics metrics)
    {
        var errors = validator.Check(report);
        if (errors.Count > 0)
        {
            return ApiProblems.Invalid(ProblemCodes.FeedInvalid, errors);
        }

        metrics.FeedReported();
        if (store.Take(report))
        {
            broadcaster.Enqueue(report);
        }

        return TypedResults.NoContent();
    }

    private static Results<Ok<FeedStatus>, ProblemHttpResult> Get(FeedStore store) => store.Status is { } status
        ? TypedResults.Ok(status)
        : ApiProblems.Of(StatusCodes.Status404NotFound, ProblemCodes.NotFound, "The edge has not reported yet.");

    private static Results<Ok<ChainSnapshot>, ProblemHttpResult> GetChain(string expiry, FeedStore store)
    {
        if (!DateOnly.TryParseExact(expiry, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return ApiProblems.Invalid(ProblemCodes.QueryInvalid, [new FieldError("expiry", "must be a date, yyyy-MM-dd.")]);
        }

        return store.Chain(date) is { } chain
            ? TypedResults.Ok(chain)
            : ApiProblems.Of(StatusCodes.Status404NotFound, ProblemCodes.NotFound, $"No chain snapshot of {expiry} is known.");
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Live;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Security;
using SpyOptions.Api.Storage;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Api.Signals;

/// <summary>The signals over HTTP.</summary>
internal static class SignalEndpoints
{
    private const int PageDefault = 100;
    private const int PageMax = 500;
    private const int AcknowledgeBytesMax = 4096;

    /// <summary>Maps the endpoints.</summary>
    public static void MapSignals(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<ApiOptions>>().Value;
        var signals = app.MapGroup("/signals").WithTags("Signals").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        signals.MapPost("/", PostAsync).RequireAuthorization(ApiPolicies.Writer).RequireRateLimiting(ApiPolicies.Writes)
            .WithMetadata(new RequestSizeLimitAttribute(options.SignalsBodyBytesMax))
            .WithSummary("Store signals")
            .WithDescription("From 1 to 200 signals, stored whole or not at all, idempotent by id. A refusal names every bad signal by its index, for example signals[3].score.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        signals.MapGet("/", Get).RequireRateLimiting(ApiPolicies.Reads)
            .WithSummary("Signals, newest first").WithDescription("All filters combine. Later pages are not disturbed by signals stored meanwhile.");
        signals.MapGet("/export", SignalExport.Get).RequireRateLimiting(ApiPolicies.Reads)
            .WithSummary("Signals as a file").WithDescription("The filters of GET /signals, at most 10,000 signals, as csv or json.");
        signals.MapGet("/{id:guid}", Find).RequireRateLimiting(ApiPolicies.Reads)
            .WithSummary("One signal").ProducesProblem(StatusCodes.Status404NotFound);
        signals.MapPost("/{id:guid}/acknowledge", AcknowledgeAsync).RequireAuthorization(ApiPolicies.Operator).RequireRateLimiting(ApiPolicies.Reads)
            .WithMetadata(new RequestSizeLimitAttribute(AcknowledgeBytesMax))
            .WithSummary("Acknowledge the episode of a signal")
            .WithDescription("The first acknowledgement of an episode stays. Needs the operator's key when one is configured.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<Results<Ok<SignalBatchResult>, ProblemHttpResult>> PostAsync(
        SignalBatch batch, SignalValidator validator, SignalIngest ingest, ILogger<SignalIngest> logger, CancellationToken cancellationToken)
    {
        var errors = validator.Check(batch);
        if (errors.Count > 0)
        {
            ApiLog.BatchRefused(logger, batch.Signals.Count, errors[0].Field, errors[0].Message);
            return ApiProblems.Invalid(ProblemCodes.SignalInvalid, errors);
        }

        return TypedResults.Ok(await ingest.TakeAsync(batch, cancellationToken));
    }

    private static Results<Ok<SignalPage>, ProblemHttpResult> Get([AsParameters] SignalQuery query, SignalReader reader)
    {
        var queryReader = new SignalQueryReader();
        var filter = queryReader.ReadFilter(query);
        var limit = queryReader.ReadLimit(query.Limit, PageDefault, PageMax);
        if (queryReader.Errors.Count > 0)
        {
            return ApiProblems.Invalid(ProblemCodes.QueryInvalid, queryReader.Errors);
        }

        if (string.IsNullOrEmpty(query.Cursor))
        {
            return TypedResults.Ok(reader.Page(filter, limit, null));
        }

        return SignalCursor.TryParse(query.Cursor, out var cursor)
            ? TypedResults.Ok(reader.Page(filter, limit, cursor))
            : ApiProblems.Invalid(ProblemCodes.CursorInvalid, [new FieldError("cursor", "must be the nextCursor of an earlier page.")]);
    }

    private static Results<Ok<StoredSignal>, ProblemHttpResult> Find(Guid id, SignalReader reader) =>
        reader.Find(id) is { } stored ? TypedResults.Ok(stored) : NotFound(id);

    private static async Task<Results<Ok<SignalAcknowledgement>, ProblemHttpResult>> AcknowledgeAsync(
        Guid id, AcknowledgeRequest request, SignalStore store, SignalBroadcaster broadcaster, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.By) || request.By.Length > AcknowledgeRequest.ByLengthMax)
        {
            return ApiProblems.Invalid(
                ProblemCodes.AcknowledgementInvalid, [new FieldError("by", $"must have from 1 to {AcknowledgeRequest.ByLengthMax} characters.")]);
        }

        if (await store.AcknowledgeAsync(id, request.By.Trim(), cancellationToken) is not { } acknowledgement)
        {
            return NotFound(id);
        }

        broadcaster.Enqueue(acknowledgement);
        return TypedResults.Ok(acknowledgement);
    }

    private static ProblemHttpResult NotFound(Guid id) =>
        ApiProblems.Of(StatusCodes.Status404NotFound, ProblemCodes.NotFound, $"No signal has the id {id}.");
}

using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using SpyOptions.Api.Telemetry;

namespace SpyOptions.Api.Problems;

/// <summary>Turns what a handler or the framework threw into a problem: a body that is no JSON names the field where reading stopped.</summary>
internal sealed class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var problem = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => ApiProblems.Invalid(ProblemCodes.JsonMalformed, [FieldOf(json)]),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } when httpContext.Request.ContentLength == 0 =>
                ApiProblems.Invalid(ProblemCodes.JsonMalformed, [new FieldError("body", "must not be empty.")]),
            BadHttpRequestException refused => ApiProblems.Of(refused.StatusCode, ProblemCodes.ForStatus(refused.StatusCode), refused.Message),
            _ => Unexpected(httpContext, exception),
        };
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static FieldError FieldOf(JsonException json)
    {
        var path = json.Path is null or "$" ? "body" : json.Path.StartsWith("$.", StringComparison.Ordinal) ? json.Path[2..] : json.Path;
        return new FieldError(path, json.Message);
    }

    private ProblemHttpResult Unexpected(HttpContext context, Exception exception)
    {
        ApiLog.RequestFailed(logger, context.Request.Method, context.Request.Path, exception);
        return ApiProblems.Of(
            StatusCodes.Status500InternalServerError, ProblemCodes.InternalError, "The request failed here; the log has the cause under this trace id.");
    }
}

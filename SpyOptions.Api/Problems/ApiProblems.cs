using Microsoft.AspNetCore.Http.HttpResults;
using SpyOptions.Api.Telemetry;

namespace SpyOptions.Api.Problems;

/// <summary>Every refusal is a ProblemDetails with a <c>code</c>, and is counted under it.</summary>
internal static class ApiProblems
{
    private const string CodeKey = "code";

    /// <summary>Most field errors that one answer lists.</summary>
    public const int ErrorsMax = 50;

    /// <summary>A refusal that names fields: status 400.</summary>
    public static ProblemHttpResult Invalid(string code, IReadOnlyList<FieldError> errors) =>
        Of(StatusCodes.Status400BadRequest, code, $"{errors[0].Field}: {errors[0].Message}", errors);

    /// <summary>A refusal.</summary>
    public static ProblemHttpResult Of(int status, string code, string detail, IReadOnlyList<FieldError>? errors = null)
    {
        var extensions = new Dictionary<string, object?> { [CodeKey] = code };
        if (errors is not null)
        {
            extensions["errors"] = errors.Take(ErrorsMax).ToArray();
            extensions["errorCount"] = errors.Count;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }

    /// <summary>Adds problem answers: the code of the status where an answer brings none, and the counter.</summary>
    public static IServiceCollection AddApiProblems(this IServiceCollection services) =>
        services.AddExceptionHandler<ApiExceptionHandler>().AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            var extensions = context.ProblemDetails.Extensions;
            if (!extensions.TryGetValue(CodeKey, out var code))
            {
                extensions[CodeKey] = code = ProblemCodes.ForStatus(context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode);
            }

            context.HttpContext.RequestServices.GetRequiredService<ApiMetrics>().Refused((string)code!);
        });
}

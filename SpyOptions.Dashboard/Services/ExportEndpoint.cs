namespace SpyOptions.Dashboard.Services;

/// <summary>Hands the API's export through, so that a browser needs no access to the API.</summary>
internal static class ExportEndpoint
{
    /// <summary>Maps <c>GET /export/signals.csv</c> and <c>.json</c>; the query is that of the tape.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/export/signals.{format:regex(^(csv|json)$)}", ExportAsync);

    private static async Task ExportAsync(string format, HttpContext context, SignalsClient client)
    {
        try
        {
            using var answer = await client.ExportAsync(SignalFilter.Parse(context.Request.QueryString.Value ?? ""), format, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString() ?? (format == "csv" ? "text/csv" : "application/json");
            context.Response.Headers.ContentDisposition = $"attachment; filename=signals.{format}";
            await CopyAsync(answer.Content, context);
        }
        catch (ApiProblemException problem)
        {
            await Results.Problem(problem.Message, statusCode: StatusCodes.Status502BadGateway, title: "The export is not available.").ExecuteAsync(context);
        }
    }

    private static async Task CopyAsync(HttpContent content, HttpContext context)
    {
        try
        {
            await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            // A file that broke off must not look whole.
            context.Abort();
        }
    }
}

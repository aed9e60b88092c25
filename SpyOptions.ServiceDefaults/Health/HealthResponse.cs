using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpyOptions.ServiceDefaults.Health;

/// <summary>The JSON answer of a health endpoint: the whole status, and each check with its words and data.</summary>
internal static class HealthResponse
{
    /// <summary>Writes the report.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var checks = report.Entries.Select(entry => new
        {
            name = entry.Key,
            status = entry.Value.Status.ToString(),
            description = entry.Value.Description ?? entry.Value.Exception?.Message,
            data = entry.Value.Data,
        });
        return context.Response.WriteAsJsonAsync(
            new { status = report.Status.ToString(), checks }, JsonSerializerOptions.Web, context.RequestAborted);
    }
}

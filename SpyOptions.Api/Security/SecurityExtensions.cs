using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Telemetry;

namespace SpyOptions.Api.Security;

/// <summary>Keys, origins and rate limits.</summary>
internal static class SecurityExtensions
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddApiSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(ApiKeyHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(ApiPolicies.Writer, policy => policy.RequireRole(ApiPolicies.Writer))
            .AddPolicy(ApiPolicies.Operator, policy => policy.RequireAssertion(context => IsOperator(context.User, context.Resource)));
        services.AddSingleton<OriginPolicy>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<OriginPolicy>((cors, origins) => cors.AddDefaultPolicy(policy =>
            policy.SetIsOriginAllowed(origins.Allows).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                await ApiProblems.Of(StatusCodes.Status429TooManyRequests, ProblemCodes.RateLimited, "Too many requests; try again in a second.")
                    .ExecuteAsync(context.HttpContext);
            };
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ApiOptions>>((limiter, api) => limiter
            .AddPolicy(ApiPolicies.Writes, context => PerAddress(context, api.Value.WritesPerSecondMax))
            .AddPolicy(ApiPolicies.Reads, context => PerAddress(context, api.Value.ReadsPerSecondMax)));
        return services;
    }

    /// <summary>
    /// Refuses a page of a foreign origin. Browsers enforce CORS on the answer only, and not at all on WebSockets; this refuses before anything runs.
    /// </summary>
    public static void UseOriginAllowList(this WebApplication app) => app.Use(async (context, next) =>
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || context.RequestServices.GetRequiredService<OriginPolicy>().Allows(origin))
        {
            await next(context);
            return;
        }

        ApiLog.OriginRefused(app.Logger, origin);
        await ApiProblems.Of(StatusCodes.Status403Forbidden, ProblemCodes.OriginRefused, "Origin: pages of this origin may not call.").ExecuteAsync(context);
    });

    private static bool IsOperator(System.Security.Claims.ClaimsPrincipal user, object? resource) =>
        user.IsInRole(ApiPolicies.Operator)
        || (resource is HttpContext context && context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.OperatorKey is null);

    private static RateLimitPartition<string> PerAddress(HttpContext context, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromSeconds(1), QueueLimit = 0 });
}

using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SpyOptions.Api.Problems;
using SpyOptions.Api.Telemetry;

namespace SpyOptions.Api.Security;

/// <summary>Knows a caller by the key in <c>X-Api-Key</c>. Keys are compared in a time that does not depend on them.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemeOptions, ILoggerFactory loggers, UrlEncoder encoder, IOptions<ApiOptions> options)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemeOptions, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "ApiKey";

    /// <summary>Header that carries the key.</summary>
    public const string Header = "X-Api-Key";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 } given])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var isWriter = Matches(given, options.Value.WriterKey);
        var isOperator = options.Value.OperatorKey is { } operatorKey && Matches(given, operatorKey);
        if (!isWriter && !isOperator)
        {
            return Task.FromResult(AuthenticateResult.Fail("The key is not known."));
        }

        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(identity.RoleClaimType, isWriter ? ApiPolicies.Writer : ApiPolicies.Operator));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        RefuseAsync(StatusCodes.Status401Unauthorized, $"{Header}: a valid key is needed.");

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RefuseAsync(StatusCodes.Status403Forbidden, $"{Header}: this key does not allow this.");

    private Task RefuseAsync(int status, string detail)
    {
        ApiLog.KeyRefused(Logger, Request.Method, Request.Path, Context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        return ApiProblems.Of(status, ProblemCodes.ApiKeyInvalid, detail).ExecuteAsync(Context);
    }

    private static bool Matches(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}

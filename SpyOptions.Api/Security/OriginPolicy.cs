using Microsoft.Extensions.Options;

namespace SpyOptions.Api.Security;

/// <summary>Which pages may call: those of loopback, those listed in <see cref="ApiOptions.Origins"/>, and the API's own.</summary>
internal sealed class OriginPolicy(IOptions<ApiOptions> options)
{
    private readonly HashSet<string> _listed = new(options.Value.Origins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether pages of an origin may call.</summary>
    public bool Allows(string origin) =>
        _listed.Contains(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && address is { IsLoopback: true, Scheme: "http" or "https" });
}

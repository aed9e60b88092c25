using System.ComponentModel.DataAnnotations;

namespace SpyOptions.Dashboard.Services;

/// <summary>Accepts an absolute http or https address.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ApiAddressAttribute : ValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public ApiAddressAttribute()
        : base("{0} must be an absolute http or https address, for example http://127.0.0.1:5080.")
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is Uri { IsAbsoluteUri: true } address && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}

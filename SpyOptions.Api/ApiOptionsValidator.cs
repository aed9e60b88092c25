using Microsoft.Extensions.Options;

namespace SpyOptions.Api;

/// <summary>Checks <see cref="ApiOptions"/> against the bounds that its properties name.</summary>
[OptionsValidator]
internal sealed partial class ApiOptionsValidator : IValidateOptions<ApiOptions>;

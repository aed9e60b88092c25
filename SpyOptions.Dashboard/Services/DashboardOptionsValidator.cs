using Microsoft.Extensions.Options;

namespace SpyOptions.Dashboard.Services;

/// <summary>Checks the settings before the host runs.</summary>
[OptionsValidator]
internal sealed partial class DashboardOptionsValidator : IValidateOptions<DashboardOptions>;

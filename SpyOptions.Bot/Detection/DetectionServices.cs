using Microsoft.Extensions.Options;
using SpyOptions.Bot.Detection.DataQuality;
using SpyOptions.Bot.Detection.SmileResidual;
using SpyOptions.Bot.Detection.VolumeSurge;

namespace SpyOptions.Bot.Detection;

/// <summary>Puts the detection stage into a container.</summary>
internal static class DetectionServices
{
    /// <summary>Adds the detectors and their loop. Needs the market data stage, the bot's telemetry and an <see cref="ISignalSink"/>.</summary>
    public static IServiceCollection AddDetection(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DetectionOptions, DetectionOptionsValidator>().BindConfiguration(DetectionOptions.Section);
        services.AddOptionsWithValidateOnStart<DataQualityOptions, DataQualityOptionsValidator>().BindConfiguration(DataQualityOptions.Section);
        services.AddOptionsWithValidateOnStart<SmileResidualOptions, SmileResidualOptionsValidator>().BindConfiguration(SmileResidualOptions.Section);
        services.AddOptionsWithValidateOnStart<VolumeSurgeOptions, VolumeSurgeOptionsValidator>().BindConfiguration(VolumeSurgeOptions.Section);
        services.AddSingleton<DataQualityDetector>();
        services.AddSingleton<SmileResidualDetector>();
        services.AddSingleton<VolumeSurgeDetector>();
        services.AddSingleton<DetectionMetrics>();
        services.AddSingleton<DetectionPipeline>();
        services.AddHostedService<DetectionLoop>();
        return services;
    }
}

/// <summary>Checks the bounds of <see cref="DetectionOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class DetectionOptionsValidator : IValidateOptions<DetectionOptions>;

/// <summary>Checks the bounds of <see cref="DataQualityOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class DataQualityOptionsValidator : IValidateOptions<DataQualityOptions>;

/// <summary>Checks the bounds of <see cref="SmileResidualOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class SmileResidualOptionsValidator : IValidateOptions<SmileResidualOptions>;

/// <summary>Checks the bounds of <see cref="VolumeSurgeOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class VolumeSurgeOptionsValidator : IValidateOptions<VolumeSurgeOptions>;

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SpyOptions.Standalone;

/// <summary>Where the embedded platform listens and keeps its data. Configuration section <c>Standalone</c>.</summary>
public sealed class StandaloneOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Standalone";

    /// <summary>Loopback port of the paper gateway's TWS server. Default 4002; 0 takes any free port; up to 65,535.</summary>
    [Range(0, 65_535)]
    public int GatewayPort { get; set; } = 4002;

    /// <summary>Loopback port of the paper gateway's health, metrics and control. Default 4080; 0 takes any free port; up to 65,535.</summary>
    [Range(0, 65_535)]
    public int GatewayControlPort { get; set; } = 4080;

    /// <summary>Loopback port of the bot's health and metrics. Default 8080; 0 takes any free port; up to 65,535.</summary>
    [Range(0, 65_535)]
    public int BotPort { get; set; } = 8080;

    /// <summary>Loopback port of the API. Default 5080; 0 takes any free port; up to 65,535.</summary>
    [Range(0, 65_535)]
    public int ApiPort { get; set; } = 5080;

    /// <summary>Loopback port of the dashboard. Default 5090; 0 takes any free port; up to 65,535.</summary>
    [Range(0, 65_535)]
    public int DashboardPort { get; set; } = 5090;

    /// <summary>
    /// Folder of the signal database and the bot's outbox; the command adds a folder per market to it. Default: <c>SpyOptions</c> in the user's local application data.
    /// </summary>
    [Required]
    public string DataPath { get; set; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "SpyOptions");
}

/// <summary>Checks <see cref="StandaloneOptions"/> before anything starts.</summary>
[OptionsValidator]
internal sealed partial class StandaloneOptionsValidator : IValidateOptions<StandaloneOptions>;

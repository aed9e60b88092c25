using Microsoft.Extensions.Logging.Console;

namespace SpyOptions.ServiceDefaults.Logging;

/// <summary>What every log line says about where it comes from.</summary>
internal sealed class JsonLineOptions : ConsoleFormatterOptions
{
    /// <summary>Name of the process.</summary>
    public string Service { get; set; } = "";

    /// <summary>Kubernetes pod, from <c>POD_NAME</c>; none outside a cluster.</summary>
    public string? Pod { get; set; }

    /// <summary>Kubernetes namespace, from <c>POD_NAMESPACE</c>; none outside a cluster.</summary>
    public string? Namespace { get; set; }
}

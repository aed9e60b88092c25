using System.ComponentModel.DataAnnotations;
using SpyOptions.Tws.Client;

namespace SpyOptions.Tests.Tws.Client;

public sealed class TwsClientOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => new TwsClientOptions().Validate();

    public static TheoryData<string, Action<TwsClientOptions>> BadOptions() => new()
    {
        { nameof(TwsClientOptions.Host), options => options.Host = "" },
        { nameof(TwsClientOptions.Port), options => options.Port = 0 },
        { nameof(TwsClientOptions.ClientId), options => options.ClientId = -1 },
        { nameof(TwsClientOptions.VersionMax), options => options.VersionMax = 179 },
        { nameof(TwsClientOptions.VersionMax), options => (options.VersionMin, options.VersionMax) = (178, 177) },
        { nameof(TwsClientOptions.TcpTimeout), options => options.TcpTimeout = TimeSpan.Zero },
        { nameof(TwsClientOptions.HeartbeatTimeout), options => options.HeartbeatTimeout = TimeSpan.FromHours(1) },
        { nameof(TwsClientOptions.BackoffMax), options => (options.BackoffMin, options.BackoffMax) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)) },
        { nameof(TwsClientOptions.RequestsPerSecondMax), options => options.RequestsPerSecondMax = 51 },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_setting_out_of_bounds_is_named(string setting, Action<TwsClientOptions> spoil)
    {
        var options = new TwsClientOptions();
        spoil(options);
        Assert.Contains(setting, Assert.Throws<ValidationException>(options.Validate).Message, StringComparison.Ordinal);
    }
}

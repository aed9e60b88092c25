using System.ComponentModel.DataAnnotations;
using SpyOptions.Tws.Wire;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>How the gateway serves TWS clients. Section <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Gateway";

    /// <summary>The address that TWS clients connect to. Default <c>127.0.0.1</c>: the protocol has neither login nor encryption.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port that TWS clients connect to. Default 4002; 0 takes any free port; at most 65,535.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; } = 4002;

    /// <summary>The newest server version that is answered. Default 178; from 176 to 178, whose layouts are verified.</summary>
    [Range(ServerVersionRange.Lowest, 178)]
    public int VersionMax { get; set; } = 178;

    /// <summary>The one account of the gateway. Default <c>DU1234567</c>; letters and digits, at most 16.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9]{1,16}$")]
    public string Account { get; set; } = "DU1234567";

    /// <summary>The cash of the account at the start, USD. Default 100,000; from 0 to 1,000,000,000.</summary>
    [Range(0, 1_000_000_000)]
    public decimal StartingCash { get; set; } = 100_000m;

    /// <summary>Market data lines of one client. Default 100, as IB gives; from 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int LinesMax { get; set; } = 100;

    /// <summary>Messages a second of one client, in bursts of up to twice as many. Default 50, as IB allows; from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int MessagesPerSecondMax { get; set; } = 50;

    /// <summary>Times that a client may exceed the message rate before it is disconnected. Default 3; from 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int RateStrikesMax { get; set; } = 3;

    /// <summary>Connected clients. Default 32, as a gateway allows; from 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int ClientsMax { get; set; } = 32;

    /// <summary>Order and account messages that may wait for a slow client before it is disconnected. Default 50,000; from 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int OutgoingMessagesMax { get; set; } = 50_000;

    /// <summary>Time for a client to say hello and to start, seconds. Default 30; from 1 to 600.</summary>
    [Range(1, 600)]
    public double HandshakeSecondsMax { get; set; } = 30;
}

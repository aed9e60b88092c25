using System.Buffers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SpyOptions.Tests.Support;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Client;

public sealed class RandomInputTests
{
    private static readonly string[] Values =
        ["", "0", "1", "-1", "2", "6", "100", "321", "326", "1100", "1101", "1102", "1000000000", "1000000001", "2147483647", "-2147483648", "9223372036854775807",
         "1.7976931348623157E308", "NaN", "1e400", "SPY", "OPT", "None", "Legal ones for (STK) are: 100(", "\\u12", "20261016", "DU1,DU2,", "ÿþ"];

    [Fact]
    public void Random_messages_of_every_id_never_stop_the_loop()
    {
        var random = new Random(20_260_904);
        using var context = new ClientContext(
            new TwsClientOptions(), TimeProvider.System, NullLogger.Instance, new TwsClientMetrics(null), static _ => { }, static _ => { }, static _ => { });
        context.Pacer.Open();
        context.Subscriptions.Connected();
        context.Subscriptions.Add(new Contract { ConId = 1 }, "100,101", 1, new RecordingMarketDataHandler());
        context.Subscriptions.Add(new Contract { ConId = 2 }, "100,101", 2, new RecordingMarketDataHandler());
        var router = new ReplyRouter(context, static (_, _) => { });
        var decoder = new ReplyDecoder(context.Metrics.Wire);
        for (var round = 0; round < 20_000; round++)
        {
            var fields = Enumerable.Range(0, random.Next(20)).Select(_ => Values[random.Next(Values.Length)]);
            var payload = Encoding.Latin1.GetBytes(string.Join('\0', [$"{random.Next(110)}", .. fields]));
            byte[] frame = [0, 0, (byte)(payload.Length >> 8), (byte)payload.Length, .. payload];
            var buffer = new ReadOnlySequence<byte>(frame);
            Assert.Equal(1, decoder.DispatchAll(ref buffer, 178, router));
        }

        Assert.Equal(20_000, context.Metrics.Wire.Frames);
        Assert.True(context.Metrics.Wire.MalformedMessages > 0);
    }
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpyOptions.Tests.PaperGateway.Support;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.PaperGateway.Sessions;

public sealed class BadInputTests
{
    [Fact]
    public async Task Names_the_field_of_a_request_that_cannot_be_read_and_goes_on()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var counter = new Counted(gateway, "paper_gateway_malformed_total");
        using var client = await gateway.ConnectAsync();
        await client.SendFieldsAsync("1", "11", "3", "abc", "SPY");
        var error = await client.UntilErrorAsync(-1);
        Assert.Equal(320, error.Code);
        Assert.Contains("conId", error.Text, StringComparison.Ordinal);
        await AssertLivesAsync(client);
        Assert.Equal(1, counter.Total);
    }

    [Fact]
    public async Task Counts_an_unknown_message_and_goes_on()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var counter = new Counted(gateway, "paper_gateway_unknown_total");
        using var client = await gateway.ConnectAsync();
        await client.SendFieldsAsync("4711", "1", "x");
        await AssertLivesAsync(client);
        Assert.Equal(1, counter.Total);
    }

    [Fact]
    public async Task Disconnects_a_stream_that_cannot_be_cut_into_frames()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var counter = new Counted(gateway, "paper_gateway_disconnected_total");
        using var client = await gateway.ConnectAsync();
        await client.SendAsync([0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]);
        Assert.True(await client.IsClosedAsync());
        await Eventually.HoldsAsync(() => counter.Total == 1);
    }

    [Fact]
    public async Task Asks_for_start_api_first()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var client = await RawClient.OpenAsync(gateway.Port);
        await client.SendAsync([.. RawClient.Hello("v176..178"), .. RawClient.Frame("61", "1")]);
        await client.ReadHelloAsync();
        Assert.Contains("startApi", (await client.UntilErrorAsync(-1)).Text, StringComparison.Ordinal);
        await client.SendFieldsAsync("71", "2", "7", "");
        await client.UntilAsync<NextValidId>();
    }

    [Fact]
    public async Task Warns_of_too_many_messages_and_disconnects_at_the_last_strike()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("--Gateway:MessagesPerSecondMax=1", "--Gateway:RateStrikesMax=1");
        using var counter = new Counted(gateway, "paper_gateway_disconnected_total");
        using var client = await gateway.ConnectAsync();
        await client.SendAsync([.. Enumerable.Range(0, 20).SelectMany(_ => RawClient.Frame("49", "1"))]);
        Assert.Equal(100, (await client.UntilErrorAsync(-1)).Code);
        Assert.True(await client.IsClosedAsync());
        await Eventually.HoldsAsync(() => counter.Total == 1);
    }

    [Theory]
    [InlineData("--port=70000", "Port")]
    [InlineData("--port=abc", "Gateway:Port")]
    [InlineData("--speed=0", "Speed")]
    [InlineData("--Gateway:VersionMax=201", "VersionMax")]
    [InlineData("--Gateway:Address=nowhere", "Gateway:Address")]
    public async Task Names_the_option_that_is_out_of_bounds(string argument, string name)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => GatewayUnderTest.StartAsync(argument));
        Assert.True(failure is OptionsValidationException or InvalidOperationException, failure.GetType().Name);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }

    private static async Task AssertLivesAsync(RawClient client)
    {
        await client.SendAsync(new CurrentTimeRequest());
        await client.UntilAsync<CurrentTime>();
    }

    private sealed class Counted : IDisposable
    {
        private readonly MeterListener listener = new();
        private long total;

        public Counted(GatewayUnderTest gateway, string name)
        {
            var factory = gateway.Services.GetRequiredService<IMeterFactory>();
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == name && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref total, value));
            listener.Start();
        }

        public long Total => Interlocked.Read(ref total);

        public void Dispose() => listener.Dispose();
    }
}

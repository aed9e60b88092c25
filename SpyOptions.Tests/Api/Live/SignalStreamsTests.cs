using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SpyOptions.Api;
using SpyOptions.Api.Live;
using SpyOptions.Api.Telemetry;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api.Live;

public sealed class SignalStreamsTests
{
    [Fact]
    public async Task A_slow_viewer_is_cut_off_and_the_others_go_on()
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<ApiMetrics>().BuildServiceProvider();
        var streams = new SignalStreams(
            Options.Create(new ApiOptions { StreamBacklogMax = 2 }), services.GetRequiredService<ApiMetrics>(), NullLogger<SignalStreams>.Instance);
        var slow = streams.TryOpen()!;
        var quick = streams.TryOpen()!;
        var seen = new List<long?>();
        for (var number = 1; number <= 5; number++)
        {
            streams.Publish(new StoredSignal(number, Samples.Signal(number), TimeProvider.System.GetUtcNow(), null, null));
            Assert.True(quick.Reader.TryRead(out var next));
            seen.Add(next.Sequence);
        }

        Assert.Equal([1L, 2, 3, 4, 5], seen);
        Assert.True(slow.Reader.TryRead(out _));
        Assert.True(slow.Reader.TryRead(out var last));
        Assert.Equal(2, last.Sequence);
        Assert.False(await slow.Reader.WaitToReadAsync(TestContext.Current.CancellationToken));
    }
}

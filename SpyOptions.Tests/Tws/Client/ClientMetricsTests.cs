using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SpyOptions.Tests.Support;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Tws.Client;

public sealed class ClientMetricsTests
{
    [Fact]
    public async Task The_instruments_carry_the_platforms_names_and_follow_the_connection()
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var values = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => values[Named(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => values[Named(instrument, tags)] = value);
        listener.Start();
        using var gateway = new ScriptedGateway();
        await using var test = new ClientUnderTest(gateway.Port, meters: meters);
        listener.RecordObservableInstruments();
        Assert.Equal(0, values["ibkr_connection_status"]);
        using var connection = await test.ConnectAsync(gateway);
        listener.RecordObservableInstruments();
        Assert.Equal(1, values["ibkr_connection_status"]);
        Assert.Equal(1, values["ibkr_requests_total{StartApiRequest}"]);
        connection.AnswersHeartbeats = false;
        var asking = test.Client.RequestCurrentTimeAsync(test.Deadline);
        await connection.ReadRequestAsync<CurrentTimeRequest>(test.Deadline);
        await connection.SendAsync(new CurrentTime(1), new ErrorNotice(-1, 1100, "lost"));
        await asking;
        await test.NextNoticeAsync();
        Assert.InRange(values["ibkr_api_response_time_seconds{CurrentTimeRequest}"], 0, 10);
        listener.RecordObservableInstruments();
        Assert.Equal(0, values["ibkr_connection_status"]);
        Assert.True(values["ibkr_frames_total"] >= 4);
    }

    private static string Named(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.IsEmpty ? instrument.Name : $"{instrument.Name}{{{tags[0].Value}}}";
}

using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Bot.Detection.VolumeSurge;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Bot.Detection;

public sealed class VolumeSurgeTests
{
    private readonly Dictionary<int, long> _volumes = [];
    private readonly Random _random = new(11);

    [Fact]
    public void A_burst_names_its_contract_and_explains_itself()
    {
        using var bench = new DetectionBench();
        var culprit = bench.Option(752, OptionRight.Call);
        Trade(bench, minutes: 6);
        Assert.Empty(bench.Signals);
        Trade(bench, minutes: 1, burst: culprit.Contract.ConId, burstContracts: 3_000);
        var signal = bench.Signals[0];
        Assert.All(bench.Signals, made => Assert.Equal((SignalKind.VolumeSurge, culprit.Contract), (made.Kind, made.Contract)));
        Assert.Equal(signal.Score, Evidence.Rebuild(signal).Score);
        Assert.Equal(signal.Contributions, Evidence.Rebuild(signal).Contributions);
        Assert.Contains(signal.Inputs, input => input.Name == "premium" && input.Value > 100_000);
        Assert.All(signal.NearMisses, miss => Assert.False(string.IsNullOrWhiteSpace(miss.Reason)));
    }

    [Fact]
    public void The_first_figure_and_a_reset_are_no_surge()
    {
        using var bench = new DetectionBench();
        var big = bench.Option(752, OptionRight.Call).Contract.ConId;
        _volumes[big] = 500_000;
        Trade(bench, minutes: 4);
        _volumes[big] = 10;
        Trade(bench, minutes: 4);
        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void A_busy_expiry_raises_what_is_expected_of_all_its_contracts()
    {
        using var bench = new DetectionBench();
        Trade(bench, minutes: 4);
        Trade(bench, minutes: 2, intensity: 30);
        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void The_volume_of_a_pause_is_judged_against_the_whole_pause()
    {
        using var bench = new DetectionBench();
        for (var i = 0; i < 12; i++)
        {
            bench.Advance(300);
            foreach (var option in bench.Chain.Expiries[0].Options)
            {
                _volumes[option.Contract.ConId] = _volumes.GetValueOrDefault(option.Contract.ConId) + _random.Next(50, 200);
            }

            bench.Tick((option, quote) => quote with { Volume = _volumes[option.Contract.ConId] });
        }

        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void The_shape_of_a_session_averages_one_and_is_a_u()
    {
        var mean = Enumerable.Range(0, 390).Average(minute => SessionShape.Factor(minute + 0.5));
        Assert.Equal(1, mean, 0.05);
        Assert.True(SessionShape.Factor(1) > 2 * SessionShape.Factor(200));
        Assert.True(SessionShape.Factor(389) > 1.5 * SessionShape.Factor(200));
    }

    private void Trade(DetectionBench bench, int minutes, double intensity = 1, int burst = 0, int burstContracts = 0)
    {
        for (var step = 0; step < minutes * 12; step++)
        {
            bench.Tick(
                (option, quote) =>
                {
                    var conId = option.Contract.ConId;
                    _volumes[conId] = _volumes.GetValueOrDefault(conId) + _random.Next(0, (int)(4 * intensity)) + (conId == burst && step == 6 ? burstContracts : 0);
                    return quote with { Volume = _volumes[conId] };
                },
                seconds: 5);
        }
    }
}

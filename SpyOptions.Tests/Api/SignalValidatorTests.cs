using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpyOptions.Api;
using SpyOptions.Api.Signals;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Tests.Api;

public sealed class SignalValidatorTests
{
    private static readonly SignalValidator Validator = new(
        Options.Create(new ApiOptions()), new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 15, 0, 1, TimeSpan.Zero)));

    public static TheoryData<string, Func<Signal, Signal>> Faults() => new()
    {
        { "id", signal => signal with { Id = Guid.Empty } },
        { "episodeId", signal => signal with { EpisodeId = Guid.Empty } },
        { "repeatCount", signal => signal with { RepeatCount = 0 } },
        { "kind", signal => signal with { Kind = (SignalKind)99 } },
        { "severity", signal => signal with { Severity = (SignalSeverity)(-1) } },
        { "contract.conId", signal => signal with { Contract = signal.Contract with { ConId = 0 } } },
        { "contract.strike", signal => signal with { Contract = signal.Contract with { Strike = 0 } } },
        { "contract.underlying", signal => signal with { Contract = signal.Contract with { Underlying = "" } } },
        { "summary", signal => signal with { Summary = new string('x', 1001) } },
        { "scoreUnit", signal => signal with { ScoreUnit = " " } },
        { "score", signal => signal with { Score = 5.5001 } },
        { "score", signal => signal with { Score = double.PositiveInfinity } },
        { "score", signal => signal with { Threshold = 6 } },
        { "baseline", signal => signal with { Baseline = double.NegativeInfinity } },
        { "spot", signal => signal with { Spot = 0 } },
        { "delta", signal => signal with { Delta = 1.01 } },
        { "inputs", signal => signal with { Inputs = [.. Enumerable.Repeat(signal.Inputs[0], 129)] } },
        { "inputs[0].value", signal => signal with { Inputs = [signal.Inputs[0] with { Value = double.NaN }] } },
        { "contributions", signal => signal with { Contributions = [] } },
        { "contributions[1].amount", signal => signal with { Contributions = [signal.Contributions[0], signal.Contributions[1] with { Amount = double.NaN }] } },
        { "legs", signal => signal with { Legs = [.. Enumerable.Repeat(signal.Legs[0], 33)] } },
        { "legs[0].impliedVolatility", signal => signal with { Legs = [signal.Legs[0] with { ImpliedVolatility = double.NaN }] } },
        { "nearMisses[0].reason", signal => signal with { NearMisses = [signal.NearMisses[0] with { Reason = "" }] } },
        { "marketAt", signal => signal with { MarketAt = signal.MarketAt.AddYears(-30) } },
        { "observedAt", signal => signal with { ObservedAt = signal.ObservedAt.ToOffset(TimeSpan.FromHours(1)) } },
        { "detectedAt", signal => signal with { DetectedAt = signal.DetectedAt.AddHours(1) } },
        { "detectedAt", signal => signal with { DetectedAt = signal.ObservedAt.AddSeconds(-1) } },
        { "publishedAt", signal => signal with { PublishedAt = signal.DetectedAt.AddHours(1) } },
        { "expiresAt", signal => signal with { ExpiresAt = signal.MarketAt } },
        { "traceParent", signal => signal with { TraceParent = "00-00000000000000000000000000000000-b7ad6b7169203331-01" } },
        { "source", signal => signal with { Source = "" } },
    };

    [Fact]
    public void A_valid_signal_has_no_error() => Assert.Empty(Validator.Check(new SignalBatch([Samples.Signal()])));

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_fault_is_named_by_its_path(string field, Func<Signal, Signal> spoil)
    {
        var errors = Validator.Check(new SignalBatch([Samples.Signal(1), spoil(Samples.Signal(2))]));
        Assert.Equal($"signals[1].{field}", errors[0].Field);
        Assert.All(errors, error => Assert.StartsWith("signals[1].", error.Field, StringComparison.Ordinal));
    }

    [Fact]
    public void A_batch_holds_from_1_to_200_signals()
    {
        Assert.Equal("signals", Assert.Single(Validator.Check(new SignalBatch([]))).Field);
        Assert.Equal("signals", Assert.Single(Validator.Check(new SignalBatch([.. Enumerable.Repeat(Samples.Signal(), 201)]))).Field);
    }
}

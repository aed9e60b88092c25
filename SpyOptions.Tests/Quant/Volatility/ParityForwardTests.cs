using CsCheck;
using SpyOptions.Quant.Volatility;

namespace SpyOptions.Tests.Quant.Volatility;

public sealed class ParityForwardTests
{
    [Fact]
    public void Finds_the_forward_of_the_vix_white_paper()
    {
        // Cboe VIX white paper (2019), near term: strike 1965 has the smallest difference, call 21.05, put 23.15; R1 = 0.0305 %, T1 = 0.0683486.
        var discount = Math.Exp(-0.000305 * 0.0683486);
        var fit = Find([new ParityPair(1965, 21.05, 23.15)], discount, pairsMin: 1);
        Assert.Equal(1962.89996, fit.Forward, 1e-4);
    }

    [Fact]
    public void One_wrong_quote_does_not_move_it() =>
        Gen.Select(Gen.Double[600, 800], Gen.Int[0, 20], Gen.Double[-20, 20], Gen.Double[0.9, 1]).Sample((forward, wrong, error, discount) =>
        {
            var pairs = Enumerable.Range(0, 21).Select(i =>
            {
                var strike = Math.Round(forward) - 10 + i;
                var value = discount * (forward - strike);
                return new ParityPair(strike, 25 + value + (i == wrong ? error : 0), 25);
            }).ToArray();
            var fit = Find(pairs, discount, pairsMin: 3);
            return fit.IsDefined && Math.Abs(fit.Forward - forward) < 1e-6;
        });

    [Fact]
    public void Bad_input_is_undefined_with_its_reason()
    {
        Assert.Equal(SmileUndefined.TooFewPoints, Find([], 1, 1).Reason);
        Assert.Equal(SmileUndefined.TooFewPoints, Find([new ParityPair(700, 5, 5)], 1, 3).Reason);
        Assert.Equal(SmileUndefined.TooFewPoints, Find([new ParityPair(700, double.NaN, 5), new ParityPair(-1, 1, 1)], 1, 1).Reason);
        Assert.Equal(SmileUndefined.InvalidInput, Find([new ParityPair(700, 5, 5)], double.NaN, 1).Reason);
        Assert.Equal(SmileUndefined.InvalidInput, Find([new ParityPair(700, 5, 5)], 0, 1).Reason);
        Assert.Equal(SmileUndefined.InvalidInput, Find([new ParityPair(1, 0, 5)], 1, 1).Reason);
    }

    private static ParityForwardFit Find(ReadOnlySpan<ParityPair> pairs, double discount, int pairsMin) =>
        ParityForward.Find(pairs, discount, pairsMin, ParityForward.PairsDefault, new double[2 * ParityForward.PairsDefault]);
}

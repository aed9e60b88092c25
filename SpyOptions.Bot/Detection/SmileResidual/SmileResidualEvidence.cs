using System.Globalization;
using SpyOptions.Bot.Detection.Scoring;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.SmileResidual;

/// <summary>How far an option's implied volatility lies from what its neighbours say, in units of its own bid-ask width.</summary>
internal sealed record SmileResidualEvidence : Evidence
{
    /// <summary>Implied volatility of the mid.</summary>
    public required double MidVolatility { get; init; }

    /// <summary>Volatility that the neighbours imply.</summary>
    public required double FittedVolatility { get; init; }

    /// <summary>Half of ask IV less bid IV, not below its floor.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>Standard error of the fit at this option, from the neighbours.</summary>
    public required double FitUncertainty { get; init; }

    /// <summary>Scatter of the expiry about its fit, in half widths.</summary>
    public required double Scatter { get; init; }

    /// <summary>Standard errors allowed for.</summary>
    public required double UncertaintyFactor { get; init; }

    /// <summary>ln(strike / forward).</summary>
    public required double Moneyness { get; init; }

    /// <summary>Forward of the expiry, USD.</summary>
    public required double Forward { get; init; }

    /// <summary>Years to expiry.</summary>
    public required double YearsToExpiry { get; init; }

    /// <summary>Points of the fit.</summary>
    public required int Points { get; init; }

    /// <inheritdoc />
    public override SignalKind Kind => SignalKind.SmileResidual;

    /// <inheritdoc />
    public override double Baseline => Scatter / 2;

    /// <inheritdoc />
    public override string ScoreUnit => "bid-ask widths of implied volatility";

    /// <summary>Signed distance from the fit, in volatility.</summary>
    public double Residual => MidVolatility - FittedVolatility;

    /// <inheritdoc />
    public override IReadOnlyList<ScoreContribution> Contributions =>
    [
        new("distance from the smile", Distance(Residual, HalfWidth)),
        new("allowance for the smile's uncertainty", Allowance(FitUncertainty, Scatter, HalfWidth, UncertaintyFactor)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<SignalInput> Inputs =>
    [
        new("impliedVolatility", MidVolatility, "1/year"),
        new("fittedVolatility", FittedVolatility, "1/year"),
        new("halfWidth", HalfWidth, "1/year"),
        new("fitUncertainty", FitUncertainty, "1/year"),
        new("scatter", Scatter, "half widths"),
        new("uncertaintyFactor", UncertaintyFactor, "standard errors"),
        new("moneyness", Moneyness, "ln(strike/forward)"),
        new("forward", Forward, "USD"),
        new("yearsToExpiry", YearsToExpiry, "years"),
        new("points", Points, "options"),
        new("threshold", Threshold, ScoreUnit),
    ];

    /// <summary>The score, without making evidence of it.</summary>
    public static double ScoreOf(double residual, double halfWidth, double fitUncertainty, double scatter, double uncertaintyFactor) =>
        Distance(residual, halfWidth) + Allowance(fitUncertainty, scatter, halfWidth, uncertaintyFactor);

    /// <inheritdoc />
    public override string Summarize(OptionContract contract) => string.Create(
        CultureInfo.InvariantCulture,
        $"IV {MidVolatility * 100:0.0}% is {Math.Abs(Residual) * 100:0.00} points {(Residual > 0 ? "above" : "below")} its neighbours' smile ({FittedVolatility * 100:0.0}%)");

    /// <summary>Rebuilds the evidence from a signal's inputs.</summary>
    public static SmileResidualEvidence From(SignalInputs inputs) => new()
    {
        MidVolatility = inputs["impliedVolatility"],
        FittedVolatility = inputs["fittedVolatility"],
        HalfWidth = inputs["halfWidth"],
        FitUncertainty = inputs["fitUncertainty"],
        Scatter = inputs["scatter"],
        UncertaintyFactor = inputs["uncertaintyFactor"],
        Moneyness = inputs["moneyness"],
        Forward = inputs["forward"],
        YearsToExpiry = inputs["yearsToExpiry"],
        Points = (int)inputs["points"],
        Threshold = inputs["threshold"],
    };

    private static double Distance(double residual, double halfWidth) => Math.Abs(residual) / (2 * halfWidth);

    private static double Allowance(double fitUncertainty, double scatter, double halfWidth, double factor) =>
        -factor * Math.Sqrt((fitUncertainty * fitUncertainty) + (scatter * scatter * halfWidth * halfWidth)) / (2 * halfWidth);
}

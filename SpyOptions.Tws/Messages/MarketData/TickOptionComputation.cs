using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.MarketData;

/// <summary>
/// TWS message 21, <c>tickOptionComputation</c>, as it is on the wire: a value that was not computed is a marker.
/// Example: <c>21|3|13|0|0.1534|0.5021|3.4512|0.0|0.0521|0.2134|-0.1523|590.25</c>
/// </summary>
/// <param name="RequestId">The stream.</param>
/// <param name="TickType">One of <see cref="MarketData.TickType"/> or a number unknown here.</param>
/// <param name="Attribute">0 return based, 1 price based.</param>
/// <param name="ImpliedVolatility">0.20 is 20 % a year; or <see cref="ValueNotComputed"/>.</param>
/// <param name="Delta">Per 1.00 of the underlying; or <see cref="GreekNotComputed"/>.</param>
/// <param name="OptionPrice">USD; or <see cref="ValueNotComputed"/>.</param>
/// <param name="DividendPresentValue">USD until expiry; or <see cref="ValueNotComputed"/>.</param>
/// <param name="Gamma">Change of delta per 1.00 of the underlying; or <see cref="GreekNotComputed"/>.</param>
/// <param name="Vega">USD per 0.01 of volatility; or <see cref="GreekNotComputed"/>.</param>
/// <param name="Theta">USD per day; or <see cref="GreekNotComputed"/>.</param>
/// <param name="UnderlyingPrice">USD; or <see cref="ValueNotComputed"/>.</param>
public readonly record struct TickOptionComputation(
    int RequestId,
    int TickType,
    int Attribute,
    double ImpliedVolatility,
    double Delta,
    double OptionPrice,
    double DividendPresentValue,
    double Gamma,
    double Vega,
    double Theta,
    double UnderlyingPrice) : IReply, IReadable<TickOptionComputation>
{
    /// <summary>The marker in place of a volatility, price or dividend.</summary>
    public const double ValueNotComputed = -1;

    /// <summary>The marker in place of a greek.</summary>
    public const double GreekNotComputed = -2;

    internal const int MessageId = 21;

    /// <inheritdoc />
    public static TickOptionComputation Read(ref FieldReader reader) => new(
        RequestId: reader.ReadInt("reqId"),
        TickType: reader.ReadInt("tickType"),
        Attribute: reader.ReadInt("tickAttrib"),
        ImpliedVolatility: reader.ReadDouble("impliedVol", ValueNotComputed),
        Delta: reader.ReadDouble("delta", GreekNotComputed),
        OptionPrice: reader.ReadDouble("optPrice", ValueNotComputed),
        DividendPresentValue: reader.ReadDouble("pvDividend", ValueNotComputed),
        Gamma: reader.ReadDouble("gamma", GreekNotComputed),
        Vega: reader.ReadDouble("vega", GreekNotComputed),
        Theta: reader.ReadDouble("theta", GreekNotComputed),
        UnderlyingPrice: reader.ReadDouble("undPrice", ValueNotComputed));

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer
        .WriteInt(MessageId)
        .WriteInt(RequestId)
        .WriteInt(TickType)
        .WriteInt(Attribute)
        .WriteDouble(ImpliedVolatility)
        .WriteDouble(Delta)
        .WriteDouble(OptionPrice)
        .WriteDouble(DividendPresentValue)
        .WriteDouble(Gamma)
        .WriteDouble(Vega)
        .WriteDouble(Theta)
        .WriteDouble(UnderlyingPrice);
}

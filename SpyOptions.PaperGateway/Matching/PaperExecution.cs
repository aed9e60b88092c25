using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.PaperGateway.Matching;

/// <summary>One execution of an order; a combo has one of its own and one for each leg.</summary>
/// <param name="ExecId">Its number, unique in the account.</param>
/// <param name="Order">The order after it.</param>
/// <param name="Contract">What was traded.</param>
/// <param name="IsBuy">Whether it was bought.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">At what price, USD per unit.</param>
/// <param name="At">When, market time.</param>
/// <param name="Commission">What it cost, USD; null for a combo as a whole, whose legs pay.</param>
/// <param name="RealizedPnl">What it won, USD; null when it closed nothing.</param>
internal sealed record PaperExecution(
    string ExecId,
    PaperOrder Order,
    Contract Contract,
    bool IsBuy,
    decimal Quantity,
    decimal Price,
    DateTimeOffset At,
    decimal? Commission,
    decimal? RealizedPnl);

using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// Everything about an order but its id, its contract and what the server adds. The defaults make a plain order: a limit order needs
/// action, quantity, type, limit and time in force. <see cref="PlaceOrderRequest"/> and <see cref="OpenOrder"/> each have their own wire order.
/// </summary>
public sealed record Order
{
    /// <summary><c>BUY</c> or <c>SELL</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>How many; for a combo how many of the whole.</summary>
    public decimal TotalQuantity { get; init; }

    /// <summary><c>LMT</c>, <c>MKT</c> and others.</summary>
    public string OrderType { get; init; } = "";

    /// <summary>USD; the net price for a combo, which may be zero or negative.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>The stop price or offset, USD.</summary>
    public decimal? AuxPrice { get; init; }

    /// <summary><c>DAY</c>, <c>GTC</c> and others.</summary>
    public string TimeInForce { get; init; } = "";

    /// <summary>The group in which one fill cancels the others.</summary>
    public string OcaGroup { get; init; } = "";

    /// <summary>Whose; may be empty for a single account.</summary>
    public string Account { get; init; } = "";

    /// <summary><c>O</c>, <c>C</c>, or empty.</summary>
    public string OpenClose { get; init; } = "";

    /// <summary>0 for a customer.</summary>
    public int Origin { get; init; }

    /// <summary>The client's own reference, which comes back with every fill.</summary>
    public string OrderRef { get; init; } = "";

    /// <summary>Whether to send it on rather than keep it at the gateway.</summary>
    public bool Transmit { get; init; } = true;

    /// <summary>The order id of the parent; 0 for none.</summary>
    public int ParentId { get; init; }

    /// <summary>Whether it is a block order.</summary>
    public bool BlockOrder { get; init; }

    /// <summary>Whether it sweeps the exchanges.</summary>
    public bool SweepToFill { get; init; }

    /// <summary>How much is shown.</summary>
    public int? DisplaySize { get; init; }

    /// <summary>Which price triggers a stop; 0 for the default.</summary>
    public int TriggerMethod { get; init; }

    /// <summary>Whether it works outside regular hours.</summary>
    public bool OutsideRegularHours { get; init; }

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; init; }

    /// <summary>A field that clients must leave empty and gateways fill.</summary>
    public string SharesAllocation { get; init; } = "";

    /// <summary>How far beyond the limit it may go, USD.</summary>
    public decimal DiscretionaryAmount { get; init; }

    /// <summary>When it starts.</summary>
    public string GoodAfterTime { get; init; } = "";

    /// <summary>When it ends.</summary>
    public string GoodTillDate { get; init; } = "";

    /// <summary>An advisor's group.</summary>
    public string FaGroup { get; init; } = "";

    /// <summary>An advisor's allocation method.</summary>
    public string FaMethod { get; init; } = "";

    /// <summary>An advisor's percentage.</summary>
    public string FaPercentage { get; init; } = "";

    /// <summary>An advisor's profile; only on the wire before server version 177.</summary>
    public string FaProfile { get; init; } = "";

    /// <summary>A model portfolio.</summary>
    public string ModelCode { get; init; } = "";

    /// <summary>0 for a retail customer.</summary>
    public int ShortSaleSlot { get; init; }

    /// <summary>Where shares for a short sale are held.</summary>
    public string DesignatedLocation { get; init; } = "";

    /// <summary>-1 for none.</summary>
    public int ExemptCode { get; init; } = -1;

    /// <summary>How the group of <see cref="OcaGroup"/> reacts.</summary>
    public int OcaType { get; init; }

    /// <summary>The kind of customer.</summary>
    public string Rule80A { get; init; } = "";

    /// <summary>The settling firm.</summary>
    public string SettlingFirm { get; init; } = "";

    /// <summary>Whether it fills wholly or not at all.</summary>
    public bool AllOrNone { get; init; }

    /// <summary>The least quantity of a fill.</summary>
    public int? MinQuantity { get; init; }

    /// <summary>The offset of a relative order, as a fraction.</summary>
    public decimal? PercentOffset { get; init; }

    /// <summary>Refused by the server when set.</summary>
    public bool ETradeOnly { get; init; }

    /// <summary>Refused by the server when set.</summary>
    public bool FirmQuoteOnly { get; init; }

    /// <summary>Refused by the server when set.</summary>
    public decimal? NbboPriceCap { get; init; }

    /// <summary>The strategy in an auction; 0 for none.</summary>
    public int AuctionStrategy { get; init; }

    /// <summary>USD, for auctions.</summary>
    public decimal? StartingPrice { get; init; }

    /// <summary>USD, for pegged option orders.</summary>
    public decimal? StockReferencePrice { get; init; }

    /// <summary>Of the option, for pegged option orders.</summary>
    public double? Delta { get; init; }

    /// <summary>USD.</summary>
    public decimal? StockRangeLower { get; init; }

    /// <summary>USD.</summary>
    public decimal? StockRangeUpper { get; init; }

    /// <summary>Whether price checks are overridden.</summary>
    public bool OverridePercentageConstraints { get; init; }

    /// <summary>For volatility orders, percent a year.</summary>
    public double? Volatility { get; init; }

    /// <summary>1 daily, 2 annual.</summary>
    public int? VolatilityType { get; init; }

    /// <summary>The hedge order of a volatility order.</summary>
    public DeltaNeutralTerms DeltaNeutral { get; init; } = DeltaNeutralTerms.None;

    /// <summary>1 to follow the underlying.</summary>
    public int ContinuousUpdate { get; init; }

    /// <summary>1 the average of bid and ask, 2 the nearer of them.</summary>
    public int? ReferencePriceType { get; init; }

    /// <summary>USD, for trailing stops.</summary>
    public decimal? TrailStopPrice { get; init; }

    /// <summary>Percent, for trailing stops.</summary>
    public decimal? TrailingPercent { get; init; }

    /// <summary>How a scale order is spread.</summary>
    public ScaleTerms Scale { get; init; } = ScaleTerms.None;

    /// <summary>A manual table for scale orders.</summary>
    public string ScaleTable { get; init; } = "";

    /// <summary>The start of a scale order.</summary>
    public string ActiveStartTime { get; init; } = "";

    /// <summary>The end of a scale order.</summary>
    public string ActiveStopTime { get; init; } = "";

    /// <summary>What an attached order hedges.</summary>
    public HedgeTerms Hedge { get; init; } = HedgeTerms.None;

    /// <summary>Whether smart routing is off.</summary>
    public bool OptOutSmartRouting { get; init; }

    /// <summary>The true beneficiary.</summary>
    public string ClearingAccount { get; init; } = "";

    /// <summary><c>IB</c>, <c>Away</c> or <c>PTA</c>.</summary>
    public string ClearingIntent { get; init; } = "";

    /// <summary>Whether the broker has discretion.</summary>
    public bool NotHeld { get; init; }

    /// <summary>The broker's algorithm.</summary>
    public AlgoTerms Algo { get; init; } = AlgoTerms.None;

    /// <summary>The id of an algorithm.</summary>
    public string AlgoId { get; init; } = "";

    /// <summary>Whether only the margins are asked for and nothing is placed.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Tags and values, <c>tag=value;</c> repeated.</summary>
    public string MiscOptions { get; init; } = "";

    /// <summary>Whether it was solicited.</summary>
    public bool Solicited { get; init; }

    /// <summary>Whether the size is randomised.</summary>
    public bool RandomizeSize { get; init; }

    /// <summary>Whether the price is randomised.</summary>
    public bool RandomizePrice { get; init; }

    /// <summary>The reference of a <c>PEG BENCH</c> order.</summary>
    public PegBenchmarkTerms PegBenchmark { get; init; } = PegBenchmarkTerms.None;

    /// <summary>A price per leg of a combo, USD; usually none.</summary>
    public IReadOnlyList<decimal?> ComboLegPrices { get; init; } = [];

    /// <summary>Routing tags of a combo, for instance <c>NonGuaranteed</c>.</summary>
    public IReadOnlyList<TagValue> SmartComboRouting { get; init; } = [];

    /// <summary>What must hold before it works.</summary>
    public OrderConditions Conditions { get; init; } = OrderConditions.None;

    /// <summary>The type that a stop becomes.</summary>
    public string AdjustedOrderType { get; init; } = "";

    /// <summary>When it does, USD.</summary>
    public decimal? TriggerPrice { get; init; }

    /// <summary>The offset of the limit, USD.</summary>
    public decimal? LimitPriceOffset { get; init; }

    /// <summary>USD.</summary>
    public decimal? AdjustedStopPrice { get; init; }

    /// <summary>USD.</summary>
    public decimal? AdjustedStopLimitPrice { get; init; }

    /// <summary>USD or percent.</summary>
    public decimal? AdjustedTrailingAmount { get; init; }

    /// <summary>0 for an amount, 100 for percent.</summary>
    public int AdjustableTrailingUnit { get; init; }

    /// <summary>The operator, for futures.</summary>
    public string ExtOperator { get; init; } = "";

    /// <summary>A soft dollar tier.</summary>
    public SoftDollarTier SoftDollarTier { get; init; } = SoftDollarTier.None;

    /// <summary>An amount instead of a quantity, USD.</summary>
    public decimal? CashQuantity { get; init; }

    /// <summary>Who decided, for MiFID II.</summary>
    public string Mifid2DecisionMaker { get; init; } = "";

    /// <summary>What decided, for MiFID II.</summary>
    public string Mifid2DecisionAlgo { get; init; } = "";

    /// <summary>Who executed, for MiFID II.</summary>
    public string Mifid2ExecutionTrader { get; init; } = "";

    /// <summary>What executed, for MiFID II.</summary>
    public string Mifid2ExecutionAlgo { get; init; } = "";

    /// <summary>Whether hedge orders are not priced automatically.</summary>
    public bool DontUseAutoPriceForHedge { get; init; }

    /// <summary>Whether it is a container of an order management system.</summary>
    public bool IsOmsContainer { get; init; }

    /// <summary>For relative orders.</summary>
    public bool DiscretionaryUpToLimitPrice { get; init; }

    /// <summary>Null for the account's default.</summary>
    public bool? UsePriceManagementAlgo { get; init; }

    /// <summary>For dark orders, seconds.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>For dark orders.</summary>
    public int? PostToAts { get; init; }

    /// <summary>Whether the parent goes when this is cancelled.</summary>
    public bool AutoCancelParent { get; init; }

    /// <summary>Reject codes to override.</summary>
    public string AdvancedErrorOverride { get; init; } = "";

    /// <summary>When a human placed it.</summary>
    public string ManualOrderTime { get; init; } = "";

    /// <summary>For exchange <c>IBKRATS</c>.</summary>
    public int? MinTradeQuantity { get; init; }

    /// <summary>For <c>PEG BEST</c>.</summary>
    public int? MinCompeteSize { get; init; }

    /// <summary>For <c>PEG BEST</c>, USD; infinity means up to the mid.</summary>
    public double? CompeteAgainstBestOffset { get; init; }

    /// <summary>For <c>PEG MID</c>, and <c>PEG BEST</c> up to the mid, USD.</summary>
    public decimal? MidOffsetAtWhole { get; init; }

    /// <summary>For <c>PEG MID</c>, and <c>PEG BEST</c> up to the mid, USD.</summary>
    public decimal? MidOffsetAtHalf { get; init; }

    internal bool IsPegBenchmark => OrderType is "PEG BENCH" or "PEGBENCH";

    internal bool IsPegBest => OrderType is "PEG BEST" or "PEGBEST";

    internal bool IsPegMid => OrderType is "PEG MID" or "PEGMID";

    internal bool IsPegBestUpToMid => IsPegBest && CompeteAgainstBestOffset is double.PositiveInfinity;
}

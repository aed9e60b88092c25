using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// TWS message 5, <c>openOrder</c>: an order as the server has it, sent at every change. Example at 178 (135 fields):
/// <c>5|100|700001|SPY|OPT|20261016|590.0|C|100|SMART|USD|SPY   261016C00590000|SPY|BUY|1|LMT|3.45|0.0|DAY||DU1234567||0|ref-1|7|1377295418|0|0|0||1377295418.0/DU1234567/100|||||||||0||-1|0||||||2147483647|0|0|0||3|0|0||0|0||0|None||0||||?|0|0||0|0||||||0|0|0|2147483647|2147483647|||0||IB|0|0||0|0|PreSubmitted|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308||||||0|0|0|None|1.7976931348623157E308|4.45|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|1.7976931348623157E308|0||||0|1|0|0|0|||0|||||</c>
/// </summary>
/// <param name="OrderId">The client's number of the order; 0 when it was entered elsewhere.</param>
/// <param name="Contract">What is traded.</param>
/// <param name="Order">How.</param>
/// <param name="State">What the server adds.</param>
public sealed record OpenOrder(int OrderId, Contract Contract, Order Order, OrderState State) : IReply, IReadable<OpenOrder>
{
    internal const int MessageId = 5;

    /// <summary>Who placed it.</summary>
    public int ClientId { get; init; }

    /// <summary>The broker's number of the order, unique in the account.</summary>
    public long PermId { get; init; }

    /// <summary>The trail stop price as placed, USD. The message has that field twice; the later one is in <see cref="Order.TrailStopPrice"/>.</summary>
    public decimal? PlacedTrailStopPrice { get; init; }

    /// <summary>For exchanges for physicals.</summary>
    public decimal? BasisPoints { get; init; }

    /// <summary>For exchanges for physicals.</summary>
    public int? BasisPointsType { get; init; }

    /// <summary>The legs of a combo as text, for instance <c>700001|1,700002|-1</c>.</summary>
    public string ComboLegsDescription { get; init; } = "";

    /// <inheritdoc />
    public static OpenOrder Read(ref FieldReader reader)
    {
        var orderId = reader.ReadInt("orderId");
        var contract = Contract.ReadReply(ref reader);
        var order = ReadHead(ref reader);
        var clientId = reader.ReadInt("clientId");
        var permId = reader.ReadLong("permId");
        order = ReadTerms(order, ref reader);
        var placedTrailStopPrice = reader.ReadOptionalDecimal("trailStopPrice");
        order = order with { TrailingPercent = reader.ReadOptionalDecimal("trailingPercent") };
        var basisPoints = reader.ReadOptionalDecimal("basisPoints");
        var basisPointsType = reader.ReadOptionalInt("basisPointsType");
        var comboLegsDescription = reader.ReadText("comboLegsDescrip");
        var combo = ComboTerms.Read(ref reader);
        order = ReadAttachments(order, combo, ref reader);
        contract = contract with { ComboLegs = combo.Legs, DeltaNeutral = DeltaNeutralContract.ReadOptional(ref reader) };
        order = ReadAlgo(order, ref reader);
        var state = OrderState.Read(ref reader);
        return new(orderId, contract, ReadTail(order, ref reader), state)
        {
            ClientId = clientId,
            PermId = permId,
            PlacedTrailStopPrice = placedTrailStopPrice,
            BasisPoints = basisPoints,
            BasisPointsType = basisPointsType,
            ComboLegsDescription = comboLegsDescription,
        };
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(OrderId);
        Contract.WriteReply(writer);
        writer
            .WriteText(Order.Action)
            .WriteDecimal(Order.TotalQuantity)
            .WriteText(Order.OrderType)
            .WriteOptionalDecimal(Order.LimitPrice)
            .WriteOptionalDecimal(Order.AuxPrice)
            .WriteText(Order.TimeInForce)
            .WriteText(Order.OcaGroup)
            .WriteText(Order.Account)
            .WriteText(Order.OpenClose)
            .WriteInt(Order.Origin)
            .WriteText(Order.OrderRef)
            .WriteInt(ClientId)
            .WriteLong(PermId)
            .WriteBool(Order.OutsideRegularHours)
            .WriteBool(Order.Hidden)
            .WriteDecimal(Order.DiscretionaryAmount)
            .WriteText(Order.GoodAfterTime)
            .WriteText(Order.SharesAllocation)
            .WriteText(Order.FaGroup)
            .WriteText(Order.FaMethod)
            .WriteText(Order.FaPercentage);
        if (TwsFeature.HasFaProfile(writer.ServerVersion))
        {
            writer.WriteText(Order.FaProfile);
        }

        writer
            .WriteText(Order.ModelCode)
            .WriteText(Order.GoodTillDate)
            .WriteText(Order.Rule80A)
            .WriteOptionalDecimal(Order.PercentOffset)
            .WriteText(Order.SettlingFirm)
            .WriteInt(Order.ShortSaleSlot)
            .WriteText(Order.DesignatedLocation)
            .WriteInt(Order.ExemptCode)
            .WriteInt(Order.AuctionStrategy)
            .WriteOptionalDecimal(Order.StartingPrice)
            .WriteOptionalDecimal(Order.StockReferencePrice)
            .WriteOptionalDouble(Order.Delta)
            .WriteOptionalDecimal(Order.StockRangeLower)
            .WriteOptionalDecimal(Order.StockRangeUpper)
            .WriteIntOrMaximum(Order.DisplaySize)
            .WriteBool(Order.BlockOrder)
            .WriteBool(Order.SweepToFill)
            .WriteBool(Order.AllOrNone)
            .WriteOptionalInt(Order.MinQuantity)
            .WriteInt(Order.OcaType)
            .WriteBool(Order.ETradeOnly)
            .WriteBool(Order.FirmQuoteOnly)
            .WriteOptionalDecimal(Order.NbboPriceCap)
            .WriteInt(Order.ParentId)
            .WriteInt(Order.TriggerMethod)
            .WriteOptionalDouble(Order.Volatility)
            .WriteOptionalInt(Order.VolatilityType);
        Order.DeltaNeutral.Write(writer);
        writer
            .WriteInt(Order.ContinuousUpdate)
            .WriteOptionalInt(Order.ReferencePriceType)
            .WriteOptionalDecimal(PlacedTrailStopPrice)
            .WriteOptionalDecimal(Order.TrailingPercent)
            .WriteOptionalDecimal(BasisPoints)
            .WriteOptionalInt(BasisPointsType)
            .WriteText(ComboLegsDescription);
        new ComboTerms(Contract.ComboLegs, Order.ComboLegPrices, Order.SmartComboRouting).Write(writer);
        Order.Scale.WriteReply(writer);
        Order.Hedge.Write(writer);
        writer
            .WriteBool(Order.OptOutSmartRouting)
            .WriteText(Order.ClearingAccount)
            .WriteText(Order.ClearingIntent)
            .WriteBool(Order.NotHeld);
        DeltaNeutralContract.WriteOptional(writer, Contract.DeltaNeutral);
        Order.Algo.Write(writer);
        writer
            .WriteBool(Order.Solicited)
            .WriteBool(Order.WhatIf);
        State.Write(writer);
        writer
            .WriteBool(Order.RandomizeSize)
            .WriteBool(Order.RandomizePrice);
        if (Order.IsPegBenchmark)
        {
            Order.PegBenchmark.Write(writer);
        }

        Order.Conditions.Write(writer);
        writer
            .WriteText(Order.AdjustedOrderType)
            .WriteDecimalOrMaximum(Order.TriggerPrice)
            .WriteOptionalDecimal(Order.TrailStopPrice)
            .WriteDecimalOrMaximum(Order.LimitPriceOffset)
            .WriteDecimalOrMaximum(Order.AdjustedStopPrice)
            .WriteDecimalOrMaximum(Order.AdjustedStopLimitPrice)
            .WriteDecimalOrMaximum(Order.AdjustedTrailingAmount)
            .WriteInt(Order.AdjustableTrailingUnit)
            .WriteText(Order.SoftDollarTier.Name)
            .WriteText(Order.SoftDollarTier.Value)
            .WriteText(Order.SoftDollarTier.DisplayName)
            .WriteOptionalDecimal(Order.CashQuantity)
            .WriteBool(Order.DontUseAutoPriceForHedge)
            .WriteBool(Order.IsOmsContainer)
            .WriteBool(Order.DiscretionaryUpToLimitPrice)
            .WriteOptionalBool(Order.UsePriceManagementAlgo)
            .WriteOptionalInt(Order.DurationSeconds)
            .WriteOptionalInt(Order.PostToAts)
            .WriteBool(Order.AutoCancelParent)
            .WriteOptionalInt(Order.MinTradeQuantity)
            .WriteOptionalInt(Order.MinCompeteSize)
            .WriteOptionalDouble(Order.CompeteAgainstBestOffset)
            .WriteOptionalDecimal(Order.MidOffsetAtWhole)
            .WriteOptionalDecimal(Order.MidOffsetAtHalf);
    }

    private static Order ReadHead(ref FieldReader reader) => new()
    {
        Action = reader.ReadText("action"),
        TotalQuantity = reader.ReadDecimal("totalQuantity"),
        OrderType = reader.ReadText("orderType"),
        LimitPrice = reader.ReadOptionalDecimal("lmtPrice"),
        AuxPrice = reader.ReadOptionalDecimal("auxPrice"),
        TimeInForce = reader.ReadText("tif"),
        OcaGroup = reader.ReadText("ocaGroup"),
        Account = reader.ReadText("account"),
        OpenClose = reader.ReadText("openClose"),
        Origin = reader.ReadInt("origin"),
        OrderRef = reader.ReadText("orderRef"),
    };

    private static Order ReadTerms(Order order, ref FieldReader reader) => order with
    {
        OutsideRegularHours = reader.ReadBool("outsideRth"),
        Hidden = reader.ReadBool("hidden"),
        DiscretionaryAmount = reader.ReadDecimal("discretionaryAmt"),
        GoodAfterTime = reader.ReadText("goodAfterTime"),
        SharesAllocation = reader.ReadText("sharesAllocation"),
        FaGroup = reader.ReadText("faGroup"),
        FaMethod = reader.ReadText("faMethod"),
        FaPercentage = reader.ReadText("faPercentage"),
        FaProfile = TwsFeature.HasFaProfile(reader.ServerVersion) ? reader.ReadText("faProfile") : "",
        ModelCode = reader.ReadText("modelCode"),
        GoodTillDate = reader.ReadText("goodTillDate"),
        Rule80A = reader.ReadText("rule80A"),
        PercentOffset = reader.ReadOptionalDecimal("percentOffset"),
        SettlingFirm = reader.ReadText("settlingFirm"),
        ShortSaleSlot = reader.ReadInt("shortSaleSlot"),
        DesignatedLocation = reader.ReadText("designatedLocation"),
        ExemptCode = reader.ReadInt("exemptCode"),
        AuctionStrategy = reader.ReadInt("auctionStrategy"),
        StartingPrice = reader.ReadOptionalDecimal("startingPrice"),
        StockReferencePrice = reader.ReadOptionalDecimal("stockRefPrice"),
        Delta = reader.ReadOptionalDouble("delta"),
        StockRangeLower = reader.ReadOptionalDecimal("stockRangeLower"),
        StockRangeUpper = reader.ReadOptionalDecimal("stockRangeUpper"),
        DisplaySize = reader.ReadOptionalInt("displaySize"),
        BlockOrder = reader.ReadBool("blockOrder"),
        SweepToFill = reader.ReadBool("sweepToFill"),
        AllOrNone = reader.ReadBool("allOrNone"),
        MinQuantity = reader.ReadOptionalInt("minQty"),
        OcaType = reader.ReadInt("ocaType"),
        ETradeOnly = reader.ReadBool("eTradeOnly"),
        FirmQuoteOnly = reader.ReadBool("firmQuoteOnly"),
        NbboPriceCap = reader.ReadOptionalDecimal("nbboPriceCap"),
        ParentId = reader.ReadInt("parentId"),
        TriggerMethod = reader.ReadInt("triggerMethod"),
        Volatility = reader.ReadOptionalDouble("volatility"),
        VolatilityType = reader.ReadOptionalInt("volatilityType"),
        DeltaNeutral = DeltaNeutralTerms.Read(ref reader),
        ContinuousUpdate = reader.ReadInt("continuousUpdate"),
        ReferencePriceType = reader.ReadOptionalInt("referencePriceType"),
    };

    private static Order ReadAttachments(Order order, ComboTerms combo, ref FieldReader reader) => order with
    {
        ComboLegPrices = combo.LegPrices,
        SmartComboRouting = combo.SmartRouting,
        Scale = ScaleTerms.Read(ref reader),
        Hedge = HedgeTerms.Read(ref reader),
        OptOutSmartRouting = reader.ReadBool("optOutSmartRouting"),
        ClearingAccount = reader.ReadText("clearingAccount"),
        ClearingIntent = reader.ReadText("clearingIntent"),
        NotHeld = reader.ReadBool("notHeld"),
    };

    private static Order ReadAlgo(Order order, ref FieldReader reader) => order with
    {
        Algo = AlgoTerms.Read(ref reader),
        Solicited = reader.ReadBool("solicited"),
        WhatIf = reader.ReadBool("whatIf"),
    };

    private static Order ReadTail(Order order, ref FieldReader reader) => order with
    {
        RandomizeSize = reader.ReadBool("randomizeSize"),
        RandomizePrice = reader.ReadBool("randomizePrice"),
        PegBenchmark = PegBenchmarkTerms.ReadWhen(order.IsPegBenchmark, ref reader),
        Conditions = OrderConditions.Read(ref reader),
        AdjustedOrderType = reader.ReadText("adjustedOrderType"),
        TriggerPrice = reader.ReadOptionalDecimal("triggerPrice"),
        TrailStopPrice = reader.ReadOptionalDecimal("trailStopPrice"),
        LimitPriceOffset = reader.ReadOptionalDecimal("lmtPriceOffset"),
        AdjustedStopPrice = reader.ReadOptionalDecimal("adjustedStopPrice"),
        AdjustedStopLimitPrice = reader.ReadOptionalDecimal("adjustedStopLimitPrice"),
        AdjustedTrailingAmount = reader.ReadOptionalDecimal("adjustedTrailingAmount"),
        AdjustableTrailingUnit = reader.ReadInt("adjustableTrailingUnit"),
        SoftDollarTier = new SoftDollarTier(reader.ReadText("softDollarTier.name"), reader.ReadText("softDollarTier.value"), reader.ReadText("softDollarTier.displayName")),
        CashQuantity = reader.ReadOptionalDecimal("cashQty"),
        DontUseAutoPriceForHedge = reader.ReadBool("dontUseAutoPriceForHedge"),
        IsOmsContainer = reader.ReadBool("isOmsContainer"),
        DiscretionaryUpToLimitPrice = reader.ReadBool("discretionaryUpToLimitPrice"),
        UsePriceManagementAlgo = reader.ReadOptionalBool("usePriceMgmtAlgo"),
        DurationSeconds = reader.ReadOptionalInt("duration"),
        PostToAts = reader.ReadOptionalInt("postToAts"),
        AutoCancelParent = reader.ReadBool("autoCancelParent"),
        MinTradeQuantity = reader.ReadOptionalInt("minTradeQty"),
        MinCompeteSize = reader.ReadOptionalInt("minCompeteSize"),
        CompeteAgainstBestOffset = reader.ReadOptionalDouble("competeAgainstBestOffset"),
        MidOffsetAtWhole = reader.ReadOptionalDecimal("midOffsetAtWhole"),
        MidOffsetAtHalf = reader.ReadOptionalDecimal("midOffsetAtHalf"),
    };
}

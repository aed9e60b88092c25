using SpyOptions.Tws.Messages.Contracts;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// TWS request 3, <c>placeOrder</c>: a new order, or with a known id a change of price, quantity or time in force. Example at 178 (114 fields):
/// <c>3|100|700001|SPY|OPT|20261016|590|C|100|SMART||USD|SPY   261016C00590000|SPY|||BUY|1|LMT|3.45||DAY||DU1234567||0||1|0|0|0|0|0|0|0||0|||||||0||-1|0|||0|||0|0||0||||||0|||||0|||||||||||0|||0|0|||0||0|0|0|0|||||||0|||||||||0|0|0||||0||</c>
/// </summary>
/// <param name="OrderId">The client's number of the order.</param>
/// <param name="Contract">What to trade.</param>
/// <param name="Order">How.</param>
/// <param name="SecIdType">The kind of <paramref name="SecId"/>; usually empty.</param>
/// <param name="SecId">An identifier of the contract; usually empty.</param>
public sealed record PlaceOrderRequest(int OrderId, Contract Contract, Order Order, string SecIdType = "", string SecId = "")
    : IRequest, IReadable<PlaceOrderRequest>
{
    internal const int MessageId = 3;

    private const string AtsExchange = "IBKRATS";

    /// <inheritdoc />
    public static PlaceOrderRequest Read(ref FieldReader reader)
    {
        var orderId = reader.ReadInt("orderId");
        var contract = Contract.Read(ref reader);
        var secIdType = reader.ReadText("secIdType");
        var secId = reader.ReadText("secId");
        var order = ReadHead(ref reader);
        if (contract.IsCombo)
        {
            var combo = ComboTerms.Read(ref reader);
            contract = contract with { ComboLegs = combo.Legs };
            order = order with { ComboLegPrices = combo.LegPrices, SmartComboRouting = combo.SmartRouting };
        }

        order = ReadTerms(order, ref reader);
        contract = contract with { DeltaNeutral = DeltaNeutralContract.ReadOptional(ref reader) };
        order = ReadTail(ReadRest(order, ref reader), contract.Exchange, ref reader);
        return new(orderId, contract, order, secIdType, secId);
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer)
    {
        writer.WriteInt(MessageId).WriteInt(OrderId);
        Contract.Write(writer);
        writer
            .WriteText(SecIdType)
            .WriteText(SecId)
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
            .WriteBool(Order.Transmit)
            .WriteInt(Order.ParentId)
            .WriteBool(Order.BlockOrder)
            .WriteBool(Order.SweepToFill)
            .WriteInt(Order.DisplaySize ?? 0)
            .WriteInt(Order.TriggerMethod)
            .WriteBool(Order.OutsideRegularHours)
            .WriteBool(Order.Hidden);
        if (Contract.IsCombo)
        {
            new ComboTerms(Contract.ComboLegs, Order.ComboLegPrices, Order.SmartComboRouting).Write(writer);
        }

        writer
            .WriteText(Order.SharesAllocation)
            .WriteDecimal(Order.DiscretionaryAmount)
            .WriteText(Order.GoodAfterTime)
            .WriteText(Order.GoodTillDate)
            .WriteText(Order.FaGroup)
            .WriteText(Order.FaMethod)
            .WriteText(Order.FaPercentage);
        if (TwsFeature.HasFaProfile(writer.ServerVersion))
        {
            writer.WriteText(Order.FaProfile);
        }

        writer
            .WriteText(Order.ModelCode)
            .WriteInt(Order.ShortSaleSlot)
            .WriteText(Order.DesignatedLocation)
            .WriteInt(Order.ExemptCode)
            .WriteInt(Order.OcaType)
            .WriteText(Order.Rule80A)
            .WriteText(Order.SettlingFirm)
            .WriteBool(Order.AllOrNone)
            .WriteOptionalInt(Order.MinQuantity)
            .WriteOptionalDecimal(Order.PercentOffset)
            .WriteBool(Order.ETradeOnly)
            .WriteBool(Order.FirmQuoteOnly)
            .WriteOptionalDecimal(Order.NbboPriceCap)
            .WriteInt(Order.AuctionStrategy)
            .WriteOptionalDecimal(Order.StartingPrice)
            .WriteOptionalDecimal(Order.StockReferencePrice)
            .WriteOptionalDouble(Order.Delta)
            .WriteOptionalDecimal(Order.StockRangeLower)
            .WriteOptionalDecimal(Order.StockRangeUpper)
            .WriteBool(Order.OverridePercentageConstraints)
            .WriteOptionalDouble(Order.Volatility)
            .WriteOptionalInt(Order.VolatilityType);
        Order.DeltaNeutral.Write(writer);
        writer
            .WriteInt(Order.ContinuousUpdate)
            .WriteOptionalInt(Order.ReferencePriceType)
            .WriteOptionalDecimal(Order.TrailStopPrice)
            .WriteOptionalDecimal(Order.TrailingPercent);
        Order.Scale.WriteRequest(writer);
        writer
            .WriteText(Order.ScaleTable)
            .WriteText(Order.ActiveStartTime)
            .WriteText(Order.ActiveStopTime);
        Order.Hedge.Write(writer);
        writer
            .WriteBool(Order.OptOutSmartRouting)
            .WriteText(Order.ClearingAccount)
            .WriteText(Order.ClearingIntent)
            .WriteBool(Order.NotHeld);
        DeltaNeutralContract.WriteOptional(writer, Contract.DeltaNeutral);
        Order.Algo.Write(writer);
        writer
            .WriteText(Order.AlgoId)
            .WriteBool(Order.WhatIf)
            .WriteText(Order.MiscOptions)
            .WriteBool(Order.Solicited)
            .WriteBool(Order.RandomizeSize)
            .WriteBool(Order.RandomizePrice);
        if (Order.IsPegBenchmark)
        {
            Order.PegBenchmark.Write(writer);
        }

        Order.Conditions.Write(writer);
        writer
            .WriteText(Order.AdjustedOrderType)
            .WriteOptionalDecimal(Order.TriggerPrice)
            .WriteOptionalDecimal(Order.LimitPriceOffset)
            .WriteOptionalDecimal(Order.AdjustedStopPrice)
            .WriteOptionalDecimal(Order.AdjustedStopLimitPrice)
            .WriteOptionalDecimal(Order.AdjustedTrailingAmount)
            .WriteInt(Order.AdjustableTrailingUnit)
            .WriteText(Order.ExtOperator)
            .WriteText(Order.SoftDollarTier.Name)
            .WriteText(Order.SoftDollarTier.Value)
            .WriteOptionalDecimal(Order.CashQuantity)
            .WriteText(Order.Mifid2DecisionMaker)
            .WriteText(Order.Mifid2DecisionAlgo)
            .WriteText(Order.Mifid2ExecutionTrader)
            .WriteText(Order.Mifid2ExecutionAlgo)
            .WriteBool(Order.DontUseAutoPriceForHedge)
            .WriteBool(Order.IsOmsContainer)
            .WriteBool(Order.DiscretionaryUpToLimitPrice)
            .WriteOptionalBool(Order.UsePriceManagementAlgo)
            .WriteOptionalInt(Order.DurationSeconds)
            .WriteOptionalInt(Order.PostToAts)
            .WriteBool(Order.AutoCancelParent)
            .WriteText(Order.AdvancedErrorOverride)
            .WriteText(Order.ManualOrderTime);
        WriteTail(writer);
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
        Transmit = reader.ReadBool("transmit"),
        ParentId = reader.ReadInt("parentId"),
        BlockOrder = reader.ReadBool("blockOrder"),
        SweepToFill = reader.ReadBool("sweepToFill"),
        DisplaySize = reader.ReadOptionalInt("displaySize"),
        TriggerMethod = reader.ReadInt("triggerMethod"),
        OutsideRegularHours = reader.ReadBool("outsideRth"),
        Hidden = reader.ReadBool("hidden"),
    };

    private static Order ReadTerms(Order order, ref FieldReader reader) => order with
    {
        SharesAllocation = reader.ReadText("sharesAllocation"),
        DiscretionaryAmount = reader.ReadDecimal("discretionaryAmt"),
        GoodAfterTime = reader.ReadText("goodAfterTime"),
        GoodTillDate = reader.ReadText("goodTillDate"),
        FaGroup = reader.ReadText("faGroup"),
        FaMethod = reader.ReadText("faMethod"),
        FaPercentage = reader.ReadText("faPercentage"),
        FaProfile = TwsFeature.HasFaProfile(reader.ServerVersion) ? reader.ReadText("faProfile") : "",
        ModelCode = reader.ReadText("modelCode"),
        ShortSaleSlot = reader.ReadInt("shortSaleSlot"),
        DesignatedLocation = reader.ReadText("designatedLocation"),
        ExemptCode = reader.ReadInt("exemptCode"),
        OcaType = reader.ReadInt("ocaType"),
        Rule80A = reader.ReadText("rule80A"),
        SettlingFirm = reader.ReadText("settlingFirm"),
        AllOrNone = reader.ReadBool("allOrNone"),
        MinQuantity = reader.ReadOptionalInt("minQty"),
        PercentOffset = reader.ReadOptionalDecimal("percentOffset"),
        ETradeOnly = reader.ReadBool("eTradeOnly"),
        FirmQuoteOnly = reader.ReadBool("firmQuoteOnly"),
        NbboPriceCap = reader.ReadOptionalDecimal("nbboPriceCap"),
        AuctionStrategy = reader.ReadInt("auctionStrategy"),
        StartingPrice = reader.ReadOptionalDecimal("startingPrice"),
        StockReferencePrice = reader.ReadOptionalDecimal("stockRefPrice"),
        Delta = reader.ReadOptionalDouble("delta"),
        StockRangeLower = reader.ReadOptionalDecimal("stockRangeLower"),
        StockRangeUpper = reader.ReadOptionalDecimal("stockRangeUpper"),
        OverridePercentageConstraints = reader.ReadBool("overridePercentageConstraints"),
        Volatility = reader.ReadOptionalDouble("volatility"),
        VolatilityType = reader.ReadOptionalInt("volatilityType"),
        DeltaNeutral = DeltaNeutralTerms.Read(ref reader),
        ContinuousUpdate = reader.ReadInt("continuousUpdate"),
        ReferencePriceType = reader.ReadOptionalInt("referencePriceType"),
        TrailStopPrice = reader.ReadOptionalDecimal("trailStopPrice"),
        TrailingPercent = reader.ReadOptionalDecimal("trailingPercent"),
        Scale = ScaleTerms.Read(ref reader),
        ScaleTable = reader.ReadText("scaleTable"),
        ActiveStartTime = reader.ReadText("activeStartTime"),
        ActiveStopTime = reader.ReadText("activeStopTime"),
        Hedge = HedgeTerms.Read(ref reader),
        OptOutSmartRouting = reader.ReadBool("optOutSmartRouting"),
        ClearingAccount = reader.ReadText("clearingAccount"),
        ClearingIntent = reader.ReadText("clearingIntent"),
        NotHeld = reader.ReadBool("notHeld"),
    };

    private static Order ReadRest(Order order, ref FieldReader reader) => order with
    {
        Algo = AlgoTerms.Read(ref reader),
        AlgoId = reader.ReadText("algoId"),
        WhatIf = reader.ReadBool("whatIf"),
        MiscOptions = reader.ReadText("orderMiscOptions"),
        Solicited = reader.ReadBool("solicited"),
        RandomizeSize = reader.ReadBool("randomizeSize"),
        RandomizePrice = reader.ReadBool("randomizePrice"),
        PegBenchmark = PegBenchmarkTerms.ReadWhen(order.IsPegBenchmark, ref reader),
        Conditions = OrderConditions.Read(ref reader),
        AdjustedOrderType = reader.ReadText("adjustedOrderType"),
        TriggerPrice = reader.ReadOptionalDecimal("triggerPrice"),
        LimitPriceOffset = reader.ReadOptionalDecimal("lmtPriceOffset"),
        AdjustedStopPrice = reader.ReadOptionalDecimal("adjustedStopPrice"),
        AdjustedStopLimitPrice = reader.ReadOptionalDecimal("adjustedStopLimitPrice"),
        AdjustedTrailingAmount = reader.ReadOptionalDecimal("adjustedTrailingAmount"),
        AdjustableTrailingUnit = reader.ReadInt("adjustableTrailingUnit"),
        ExtOperator = reader.ReadText("extOperator"),
        SoftDollarTier = new SoftDollarTier(reader.ReadText("softDollarTier.name"), reader.ReadText("softDollarTier.value")),
        CashQuantity = reader.ReadOptionalDecimal("cashQty"),
        Mifid2DecisionMaker = reader.ReadText("mifid2DecisionMaker"),
        Mifid2DecisionAlgo = reader.ReadText("mifid2DecisionAlgo"),
        Mifid2ExecutionTrader = reader.ReadText("mifid2ExecutionTrader"),
        Mifid2ExecutionAlgo = reader.ReadText("mifid2ExecutionAlgo"),
        DontUseAutoPriceForHedge = reader.ReadBool("dontUseAutoPriceForHedge"),
        IsOmsContainer = reader.ReadBool("isOmsContainer"),
        DiscretionaryUpToLimitPrice = reader.ReadBool("discretionaryUpToLimitPrice"),
        UsePriceManagementAlgo = reader.ReadOptionalBool("usePriceMgmtAlgo"),
        DurationSeconds = reader.ReadOptionalInt("duration"),
        PostToAts = reader.ReadOptionalInt("postToAts"),
        AutoCancelParent = reader.ReadBool("autoCancelParent"),
        AdvancedErrorOverride = reader.ReadText("advancedErrorOverride"),
        ManualOrderTime = reader.ReadText("manualOrderTime"),
    };

    /// <summary>The last fields exist only for one exchange and two order types.</summary>
    private static Order ReadTail(Order order, string exchange, ref FieldReader reader)
    {
        if (exchange == AtsExchange)
        {
            order = order with { MinTradeQuantity = reader.ReadOptionalInt("minTradeQty") };
        }

        if (order.IsPegBest)
        {
            order = order with
            {
                MinCompeteSize = reader.ReadOptionalInt("minCompeteSize"),
                CompeteAgainstBestOffset = reader.ReadOptionalDouble("competeAgainstBestOffset"),
            };
        }

        return !order.IsPegMid && !order.IsPegBestUpToMid ? order : order with
        {
            MidOffsetAtWhole = reader.ReadOptionalDecimal("midOffsetAtWhole"),
            MidOffsetAtHalf = reader.ReadOptionalDecimal("midOffsetAtHalf"),
        };
    }

    private void WriteTail(FieldWriter writer)
    {
        if (Contract.Exchange == AtsExchange)
        {
            writer.WriteOptionalInt(Order.MinTradeQuantity);
        }

        if (Order.IsPegBest)
        {
            writer.WriteOptionalInt(Order.MinCompeteSize).WriteOptionalDouble(Order.CompeteAgainstBestOffset);
        }

        if (Order.IsPegMid || Order.IsPegBestUpToMid)
        {
            writer.WriteOptionalDecimal(Order.MidOffsetAtWhole).WriteOptionalDecimal(Order.MidOffsetAtHalf);
        }
    }
}

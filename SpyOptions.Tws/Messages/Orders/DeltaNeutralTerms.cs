using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// The hedge order of a volatility order: type and price, then eight fields where the type is not empty. Gateways send the type
/// <c>None</c>, so the eight are there. Example: <c>None||0||||?|0|0|</c>
/// </summary>
public sealed record DeltaNeutralTerms : IReadable<DeltaNeutralTerms>
{
    /// <summary>No hedge order: two empty fields.</summary>
    public static DeltaNeutralTerms None { get; } = new();

    /// <summary>The type of the hedge order; empty or <c>None</c> for none.</summary>
    public string OrderType { get; init; } = "";

    /// <summary>Its auxiliary price, USD.</summary>
    public decimal? AuxPrice { get; init; }

    /// <summary>Its contract.</summary>
    public int ConId { get; init; }

    /// <summary>Its settling firm.</summary>
    public string SettlingFirm { get; init; } = "";

    /// <summary>Its clearing account.</summary>
    public string ClearingAccount { get; init; } = "";

    /// <summary>Its clearing intent.</summary>
    public string ClearingIntent { get; init; } = "";

    /// <summary><c>O</c>, <c>C</c>, or <c>?</c> as gateways send it.</summary>
    public string OpenClose { get; init; } = "";

    /// <summary>Whether it sells short.</summary>
    public bool ShortSale { get; init; }

    /// <summary>0 for a retail customer.</summary>
    public int ShortSaleSlot { get; init; }

    /// <summary>Where shares for the short sale are held.</summary>
    public string DesignatedLocation { get; init; } = "";

    /// <inheritdoc />
    public static DeltaNeutralTerms Read(ref FieldReader reader)
    {
        var terms = new DeltaNeutralTerms
        {
            OrderType = reader.ReadText("deltaNeutralOrderType"),
            AuxPrice = reader.ReadOptionalDecimal("deltaNeutralAuxPrice"),
        };
        return terms.OrderType.Length == 0 ? terms : terms with
        {
            ConId = reader.ReadInt("deltaNeutralConId"),
            SettlingFirm = reader.ReadText("deltaNeutralSettlingFirm"),
            ClearingAccount = reader.ReadText("deltaNeutralClearingAccount"),
            ClearingIntent = reader.ReadText("deltaNeutralClearingIntent"),
            OpenClose = reader.ReadText("deltaNeutralOpenClose"),
            ShortSale = reader.ReadBool("deltaNeutralShortSale"),
            ShortSaleSlot = reader.ReadInt("deltaNeutralShortSaleSlot"),
            DesignatedLocation = reader.ReadText("deltaNeutralDesignatedLocation"),
        };
    }

    internal void Write(FieldWriter writer)
    {
        writer.WriteText(OrderType).WriteOptionalDecimal(AuxPrice);
        if (OrderType.Length > 0)
        {
            writer
                .WriteInt(ConId)
                .WriteText(SettlingFirm)
                .WriteText(ClearingAccount)
                .WriteText(ClearingIntent)
                .WriteText(OpenClose)
                .WriteBool(ShortSale)
                .WriteInt(ShortSaleSlot)
                .WriteText(DesignatedLocation);
        }
    }
}

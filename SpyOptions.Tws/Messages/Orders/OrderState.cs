using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>
/// What the server adds to an order in <c>openOrder</c>: its status, and for a what-if order its margins and commission, USD.
/// </summary>
public sealed record OrderState
{
    /// <summary>Not yet sent on.</summary>
    public const string ApiPending = "ApiPending";

    /// <summary>Sent, not yet accepted.</summary>
    public const string PendingSubmit = "PendingSubmit";

    /// <summary>Accepted, simulated or waiting.</summary>
    public const string PreSubmitted = "PreSubmitted";

    /// <summary>Working, also while partially filled.</summary>
    public const string Submitted = "Submitted";

    /// <summary>Wholly filled; final.</summary>
    public const string Filled = "Filled";

    /// <summary>The cancel was sent, not yet accepted; fills may still come.</summary>
    public const string PendingCancel = "PendingCancel";

    /// <summary>Cancelled; final.</summary>
    public const string Cancelled = "Cancelled";

    /// <summary>Cancelled before it was accepted; final.</summary>
    public const string ApiCancelled = "ApiCancelled";

    /// <summary>Rejected, held or not transmitted.</summary>
    public const string Inactive = "Inactive";

    /// <summary>One of the statuses above.</summary>
    public string Status { get; init; } = "";

    /// <summary>Initial margin before the order.</summary>
    public decimal? InitialMarginBefore { get; init; }

    /// <summary>Maintenance margin before the order.</summary>
    public decimal? MaintenanceMarginBefore { get; init; }

    /// <summary>Equity with loan value before the order.</summary>
    public decimal? EquityWithLoanBefore { get; init; }

    /// <summary>Change of the initial margin.</summary>
    public decimal? InitialMarginChange { get; init; }

    /// <summary>Change of the maintenance margin.</summary>
    public decimal? MaintenanceMarginChange { get; init; }

    /// <summary>Change of the equity with loan value.</summary>
    public decimal? EquityWithLoanChange { get; init; }

    /// <summary>Initial margin after the order.</summary>
    public decimal? InitialMarginAfter { get; init; }

    /// <summary>Maintenance margin after the order.</summary>
    public decimal? MaintenanceMarginAfter { get; init; }

    /// <summary>Equity with loan value after the order.</summary>
    public decimal? EquityWithLoanAfter { get; init; }

    /// <summary>The commission.</summary>
    public decimal? Commission { get; init; }

    /// <summary>The least commission.</summary>
    public decimal? MinCommission { get; init; }

    /// <summary>The largest commission.</summary>
    public decimal? MaxCommission { get; init; }

    /// <summary>The currency of the commission.</summary>
    public string CommissionCurrency { get; init; } = "";

    /// <summary>A warning about the order.</summary>
    public string WarningText { get; init; } = "";

    internal static OrderState Read(ref FieldReader reader) => new()
    {
        Status = reader.ReadText("status"),
        InitialMarginBefore = reader.ReadOptionalDecimal("initMarginBefore"),
        MaintenanceMarginBefore = reader.ReadOptionalDecimal("maintMarginBefore"),
        EquityWithLoanBefore = reader.ReadOptionalDecimal("equityWithLoanBefore"),
        InitialMarginChange = reader.ReadOptionalDecimal("initMarginChange"),
        MaintenanceMarginChange = reader.ReadOptionalDecimal("maintMarginChange"),
        EquityWithLoanChange = reader.ReadOptionalDecimal("equityWithLoanChange"),
        InitialMarginAfter = reader.ReadOptionalDecimal("initMarginAfter"),
        MaintenanceMarginAfter = reader.ReadOptionalDecimal("maintMarginAfter"),
        EquityWithLoanAfter = reader.ReadOptionalDecimal("equityWithLoanAfter"),
        Commission = reader.ReadOptionalDecimal("commission"),
        MinCommission = reader.ReadOptionalDecimal("minCommission"),
        MaxCommission = reader.ReadOptionalDecimal("maxCommission"),
        CommissionCurrency = reader.ReadText("commissionCurrency"),
        WarningText = reader.ReadText("warningText"),
    };

    internal void Write(FieldWriter writer) => writer
        .WriteText(Status)
        .WriteDecimalOrMaximum(InitialMarginBefore)
        .WriteDecimalOrMaximum(MaintenanceMarginBefore)
        .WriteDecimalOrMaximum(EquityWithLoanBefore)
        .WriteDecimalOrMaximum(InitialMarginChange)
        .WriteDecimalOrMaximum(MaintenanceMarginChange)
        .WriteDecimalOrMaximum(EquityWithLoanChange)
        .WriteDecimalOrMaximum(InitialMarginAfter)
        .WriteDecimalOrMaximum(MaintenanceMarginAfter)
        .WriteDecimalOrMaximum(EquityWithLoanAfter)
        .WriteOptionalDecimal(Commission)
        .WriteOptionalDecimal(MinCommission)
        .WriteOptionalDecimal(MaxCommission)
        .WriteText(CommissionCurrency)
        .WriteText(WarningText);
}

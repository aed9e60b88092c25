using System.Globalization;
using SpyOptions.PaperGateway.Matching;
using SpyOptions.Quant.Calendars;
using SpyOptions.Tws.Messages.Orders;

namespace SpyOptions.PaperGateway.Sessions.Requests;

/// <summary>Which executions a client asks for.</summary>
/// <param name="Request">The request.</param>
/// <param name="Since">The earliest instant; null for all.</param>
internal sealed record ExecutionFilter(ExecutionsRequest Request, DateTimeOffset? Since)
{
    /// <summary>Understands a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>False when the time cannot be read.</returns>
    public static bool TryParse(ExecutionsRequest request, out ExecutionFilter filter)
    {
        filter = new ExecutionFilter(request, null);
        if (request.Since.Length == 0)
        {
            return true;
        }

        var stamp = string.Join(' ', request.Since.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2));
        if (!DateTime.TryParseExact(stamp, ["yyyyMMdd-HH:mm:ss", "yyyyMMdd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        filter = new ExecutionFilter(request, NewYorkTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)));
        return true;
    }

    /// <summary>Whether an execution is asked for.</summary>
    /// <param name="execution">The execution.</param>
    /// <returns>True when it is.</returns>
    public bool Fits(PaperExecution execution) =>
        (Request.ClientId == 0 || Request.ClientId == execution.Order.ClientId)
        && (Since is null || execution.At >= Since)
        && IsEmptyOr(Request.Account, execution.Order.Terms.Account)
        && IsEmptyOr(Request.Symbol, execution.Contract.Symbol)
        && IsEmptyOr(Request.SecType, execution.Contract.SecType)
        && IsEmptyOr(Request.Exchange, execution.Contract.Exchange)
        && (Request.Side.Length == 0 || (Request.Side is "BUY" or "BOT") == execution.IsBuy);

    private static bool IsEmptyOr(string wanted, string actual) => wanted.Length == 0 || string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase);
}

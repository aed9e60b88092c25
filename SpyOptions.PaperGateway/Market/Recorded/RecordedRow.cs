using System.Globalization;
using SpyOptions.Quant.Calendars;

namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>
/// Reads one row of a recorded session. Example: <c>2026-01-02 09:47:11,2026-01-02T09:31:12,690.10,2026-01-02,C,690.0,1.20,1.21,10.0,12.0,1.2,0.15,0.51,0.1,-0.9,0.07,0.0,120.0,35.0</c>
/// Zero means "none" for bid, ask, last trade and volatility.
/// </summary>
/// <param name="columns">Position of each column by name.</param>
internal sealed class RecordedRow(IReadOnlyDictionary<string, int> columns)
{
    /// <summary>Columns that a file must have; others are not read.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "quote_ts", "spot", "expiry", "type", "strike", "bid", "ask", "bid_size", "ask_size", "last_trade_price",
        "iv", "delta", "gamma", "theta", "vega", "volume", "open_interest",
    ];

    private const decimal StrikeMax = 1_999.5m;
    private static readonly DateOnly ExpiryMin = new(2020, 1, 1);
    private static readonly DateOnly ExpiryMax = new(2032, 4, 26);

    /// <summary>Reads a row.</summary>
    /// <param name="cells">Its cells.</param>
    /// <exception cref="FieldFormatException">A field cannot be read.</exception>
    public RecordedQuote Read(string[] cells)
    {
        var at = ReadTime(cells);
        var contract = ListedContract.Option(ReadExpiry(cells), ReadStrike(cells), ReadIsCall(cells));
        var (bid, ask, last) = (ReadPrice(cells, "bid"), ReadPrice(cells, "ask"), ReadPrice(cells, "last_trade_price"));
        var volatility = ReadNumber(cells, "iv");
        var spot = ReadNumber(cells, "spot");
        return new RecordedQuote(at, contract, new MarketQuote
        {
            Bid = bid,
            BidSize = bid is null ? null : ReadCount(cells, "bid_size"),
            Ask = ask,
            AskSize = ask is null ? null : ReadCount(cells, "ask_size"),
            Last = last,
            Volume = ReadCount(cells, "volume"),
            OpenInterest = ReadCount(cells, "open_interest"),
            ImpliedVolatility = volatility > 0.0 ? volatility : volatility == 0.0 ? null : throw new FieldFormatException("iv", "is negative"),
            Delta = ReadNumber(cells, "delta"),
            Gamma = ReadNumber(cells, "gamma"),
            VegaPerPoint = ReadNumber(cells, "vega"),
            ThetaPerDay = ReadNumber(cells, "theta"),
            UnderlyingPrice = spot > 0.0 ? spot : throw new FieldFormatException("spot", "is not above 0"),
            QuotedAt = at,
        });
    }

    private DateTimeOffset ReadTime(string[] cells)
    {
        var text = Cell(cells, "quote_ts");
        return DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? NewYorkTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : throw new FieldFormatException("quote_ts", $"'{text}' is not a time like 2026-01-02T09:31:12");
    }

    private DateOnly ReadExpiry(string[] cells)
    {
        var text = Cell(cells, "expiry");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= ExpiryMin && date <= ExpiryMax
            ? date
            : throw new FieldFormatException("expiry", $"'{text}' is not a date from {ExpiryMin:yyyy-MM-dd} to {ExpiryMax:yyyy-MM-dd}");
    }

    private decimal ReadStrike(string[] cells)
    {
        var strike = ReadDecimal(cells, "strike");
        return strike >= 0.5m && strike <= StrikeMax && strike * 2m == decimal.Truncate(strike * 2m)
            ? decimal.Truncate(strike * 2m) / 2m
            : throw new FieldFormatException("strike", $"{strike} is not a multiple of 0.50 up to {StrikeMax}");
    }

    private bool ReadIsCall(string[] cells) => Cell(cells, "type") switch
    {
        "C" => true,
        "P" => false,
        var text => throw new FieldFormatException("type", $"'{text}' is neither C nor P"),
    };

    private decimal? ReadPrice(string[] cells, string field)
    {
        var price = ReadDecimal(cells, field);
        return price > 0m ? price : price == 0m ? null : throw new FieldFormatException(field, $"{price} is negative");
    }

    private long ReadCount(string[] cells, string field)
    {
        var count = ReadDecimal(cells, field);
        return count >= 0m && count <= long.MaxValue && count == decimal.Truncate(count)
            ? (long)count
            : throw new FieldFormatException(field, $"{count} is not a count");
    }

    private decimal ReadDecimal(string[] cells, string field)
    {
        var text = Cell(cells, field);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new FieldFormatException(field, $"'{text}' is not a number");
    }

    private double ReadNumber(string[] cells, string field)
    {
        var text = Cell(cells, field);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new FieldFormatException(field, $"'{text}' is not a number");
    }

    private string Cell(string[] cells, string field) =>
        columns[field] < cells.Length ? cells[columns[field]] : throw new FieldFormatException(field, "is missing, the line is too short");
}

using System.Globalization;
using SpyOptions.Bot.MarketData;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.Tests.Bot.MarketData;

/// <summary>A gateway in memory that lists a chain and notes which lines are taken.</summary>
internal sealed class FakeMarketGateway : IMarketGateway
{
    public const int UnderlyingConId = 756733;

    public TwsConnectionStatus Status { get; set; } = new(TwsConnectionStage.Ready, 178, ["DU1"], true, DateTimeOffset.UnixEpoch, null);

    public List<DateOnly> Expiries { get; } = [new(2026, 7, 24), new(2026, 7, 27), new(2026, 7, 28)];

    public HashSet<(DateOnly Expiry, string Right)> NotListed { get; } = [];

    public int FailuresToCome { get; set; }

    public int Requests { get; private set; }

    public Dictionary<int, FakeLine> Lines { get; } = [];

    public int LinesPeak { get; private set; }

    public Task<IReadOnlyList<ContractDetails>> RequestContractDetailsAsync(Contract contract, CancellationToken stop)
    {
        Fail();
        if (contract.SecType == "STK")
        {
            return Answer([contract with { ConId = UnderlyingConId, LocalSymbol = "SPY" }]);
        }

        var expiry = ListedContracts.Expiry(contract.LastTradeDateOrContractMonth)!.Value;
        return NotListed.Contains((expiry, contract.Right))
            ? throw new TwsRequestException(TwsRequestFailure.Refused, "reqContractDetails", "No security definition has been found for the request", 200)
            : Answer([.. Enumerable.Range(550, 101).Select(strike => contract with { ConId = ConId(expiry, strike, contract.Right), Strike = strike })]);
    }

    public Task<IReadOnlyList<OptionParameters>> RequestOptionParametersAsync(string symbol, string secType, int conId, CancellationToken stop)
    {
        Fail();
        string[] expirations = [.. Expiries.Select(expiry => expiry.ToString("yyyyMMdd", CultureInfo.InvariantCulture))];
        return Task.FromResult<IReadOnlyList<OptionParameters>>(
        [
            new OptionParameters(1, "CBOE", conId, "SPY", "100", ["20200101"], [1]),
            new OptionParameters(1, "SMART", conId, "2SPY", "100", ["20200101"], [1]),
            new OptionParameters(1, "SMART", conId, "SPY", "100", expirations, [600]),
        ]);
    }

    public Task<DateTimeOffset> RequestCurrentTimeAsync(CancellationToken stop) => throw new TwsRequestException(TwsRequestFailure.TimedOut, "reqCurrentTime", "no answer");

    public IDisposable Subscribe(Contract contract, string genericTicks, int key, IMarketDataHandler handler)
    {
        var line = new FakeLine(this, key, genericTicks, handler);
        Lines.Add(key, line);
        LinesPeak = Math.Max(LinesPeak, Lines.Count);
        return line;
    }

    public static int ConId(DateOnly expiry, int strike, string right) => (expiry.DayNumber % 1000 * 10_000) + (strike * 2) + (right == "C" ? 0 : 1);

    private static Task<IReadOnlyList<ContractDetails>> Answer(Contract[] contracts) =>
        Task.FromResult<IReadOnlyList<ContractDetails>>([.. contracts.Select(contract => new ContractDetails { RequestId = 1, Contract = contract })]);

    private void Fail()
    {
        Requests++;
        if (FailuresToCome > 0)
        {
            FailuresToCome--;
            throw new TwsRequestException(TwsRequestFailure.TimedOut, "reqContractDetails", "no answer");
        }
    }

    internal sealed record FakeLine(FakeMarketGateway Gateway, int Key, string GenericTicks, IMarketDataHandler Handler) : IDisposable
    {
        public void Dispose() => Gateway.Lines.Remove(Key);
    }
}

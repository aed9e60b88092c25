using System.Collections.Concurrent;
using SpyOptions.Bot.Telemetry;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Contracts;

namespace SpyOptions.Bot.MarketData;

/// <summary>
/// Finds the listed options: the underlying, its expiries on SMART in its own trading class, then each expiry's contracts, nearest first.
/// Results are kept until the next session. A failure is tried again for ever, with a wait that doubles up to a bound.
/// </summary>
/// <param name="gateway">The gateway.</param>
/// <param name="chain">Where the listing goes.</param>
/// <param name="options">Underlying, number of expiries, waits.</param>
/// <param name="time">The process's clock.</param>
/// <param name="metrics">Counts failures.</param>
/// <param name="logger">Log.</param>
internal sealed class ChainDiscovery(
    IMarketGateway gateway, ChainState chain, MarketDataOptions options, TimeProvider time, BotMetrics metrics, ILogger<ChainDiscovery> logger)
{
    private const int NoSuchContract = 200;
    private static readonly TimeSpan IdleWait = TimeSpan.FromMilliseconds(250);
    private static readonly string[] Rights = ["C", "P"];

    private readonly ConcurrentDictionary<int, Contract> _contracts = new();
    private volatile Contract? _underlying;
    private DateOnly? _discoveredFor;

    /// <summary>The underlying's contract; null before it is found.</summary>
    public Contract? Underlying => _underlying;

    /// <summary>Whether the chain of the current session is known in full.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The gateway's contract of a known option.</summary>
    public Contract? ContractOf(int conId) => _contracts.GetValueOrDefault(conId);

    /// <summary>Discovers now and again with every new session, until stopped.</summary>
    /// <param name="sessionDate">The session that runs or comes next; null while the market time is not known.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task RunAsync(Func<DateOnly?> sessionDate, CancellationToken stop)
    {
        var failures = 0;
        while (true)
        {
            var session = sessionDate();
            if (session is null || session == _discoveredFor || gateway.Status.Stage != TwsConnectionStage.Ready)
            {
                await Task.Delay(IdleWait, time, stop);
                continue;
            }

            try
            {
                await DiscoverAsync(session.Value, stop);
                _discoveredFor = session;
                failures = 0;
                MarketDataLog.Discovered(logger, chain.OptionCount, options.Underlying, chain.Expiries.Count, session.Value);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                metrics.Errors.Add(BotErrors.Discovery);
                var delay = Backoff(failures++);
                var unexpected = exception is TwsRequestException or InvalidDataException ? null : exception;
                MarketDataLog.DiscoveryFailed(logger, options.Underlying, failures, delay, exception.Message, unexpected);
                await Task.Delay(delay, time, stop);
            }
        }
    }

    /// <summary>Discovers once.</summary>
    /// <param name="session">Expiries before this date are left out.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TwsRequestException">The gateway did not answer in full.</exception>
    /// <exception cref="InvalidDataException">The answer lacks the underlying or its options.</exception>
    public async Task DiscoverAsync(DateOnly session, CancellationToken stop)
    {
        IsComplete = false;
        var underlying = (await gateway.RequestContractDetailsAsync(ListedContracts.UnderlyingOf(options.Underlying), stop))
            .Select(details => details.Contract).FirstOrDefault(contract => contract.ConId > 0)
            ?? throw new InvalidDataException($"The gateway knows no stock {options.Underlying} with a contract id.");
        _underlying = ListedContracts.Routed(underlying);

        var expiries = await ExpiriesAsync(underlying.ConId, session, stop);
        var known = chain.Expiries.SelectMany(expiry => expiry.Options).Where(option => option.Contract.Expiry >= session)
            .ToDictionary(option => option.Contract.ConId);
        var listed = new Dictionary<int, QuotedOption>();
        foreach (var expiry in expiries)
        {
            foreach (var right in Rights)
            {
                foreach (var option in await SliceAsync(expiry, right, known, stop))
                {
                    listed[option.Contract.ConId] = option;
                }
            }

            // Published expiry by expiry, so that the front can be subscribed while the back is still being asked for.
            chain.Replace(listed.Values.Concat(known.Values.Where(option => option.Contract.Expiry > expiry && expiries.Contains(option.Contract.Expiry))));
            metrics.ContractsKnown = chain.OptionCount;
        }

        if (listed.Count == 0)
        {
            throw new InvalidDataException($"The gateway lists no option of {options.Underlying} for the next {expiries.Count} expiries.");
        }

        IsComplete = true;
    }

    private async Task<IReadOnlyList<DateOnly>> ExpiriesAsync(int conId, DateOnly session, CancellationToken stop)
    {
        var rows = await gateway.RequestOptionParametersAsync(options.Underlying, "STK", conId, stop);
        var row = rows.FirstOrDefault(row => row.Exchange == "SMART" && row.TradingClass == options.Underlying)
            ?? throw new InvalidDataException($"The gateway names no option parameters of {options.Underlying} for exchange SMART and trading class {options.Underlying}.");
        return [.. row.Expirations.Select(ListedContracts.Expiry).OfType<DateOnly>().Where(expiry => expiry >= session).Distinct().Order().Take(options.ExpiriesMax)];
    }

    private async Task<IReadOnlyList<QuotedOption>> SliceAsync(DateOnly expiry, string right, Dictionary<int, QuotedOption> known, CancellationToken stop)
    {
        IReadOnlyList<ContractDetails> details;
        try
        {
            details = await gateway.RequestContractDetailsAsync(ListedContracts.SliceOf(options.Underlying, expiry, right), stop);
        }
        catch (TwsRequestException exception) when (exception.Code == NoSuchContract)
        {
            MarketDataLog.NothingListed(logger, expiry, right);
            return [];
        }

        var found = new List<QuotedOption>(details.Count);
        foreach (var contract in details.Select(item => item.Contract))
        {
            if (ListedContracts.Read(contract with { Symbol = options.Underlying }, out var badField) is { } option)
            {
                _contracts[option.ConId] = ListedContracts.Routed(contract);
                found.Add(known.TryGetValue(option.ConId, out var quoted) && quoted.Contract == option ? quoted : new QuotedOption(option));
            }
            else
            {
                metrics.Errors.Add(BotErrors.Discovery);
                MarketDataLog.ContractIgnored(logger, contract.ConId, badField!, contract.LocalSymbol);
            }
        }

        return found;
    }

    private TimeSpan Backoff(int failures) =>
        TimeSpan.FromTicks(Math.Min(options.DiscoveryRetryMax.Ticks, options.DiscoveryRetryMin.Ticks << Math.Min(failures, 20)));
}

using SpyOptions.Benchmarks;
using SpyOptions.Benchmarks.Latency;
using SpyOptions.Benchmarks.Tws;

// A long measurement is a folder with a command in it; adding its line here is all that makes it known.
IBenchmarkCommand[] commands =
[
    new TwsCommand(),
    new TwsSourceCommand(),
    new LatencyCommand(),
];

var command = args.Length == 0 ? null : commands.FirstOrDefault(candidate => candidate.Name == args[0]);
if (command is null)
{
    await Console.Error.WriteLineAsync("usage: SpyOptions.Benchmarks COMMAND").ConfigureAwait(false);
    foreach (var known in commands.Where(candidate => candidate.Description is not null))
    {
        await Console.Error.WriteLineAsync($"  {known.Name,-10} {known.Description}").ConfigureAwait(false);
    }

    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await command.RunAsync(args[1..], stop.Token).ConfigureAwait(false);

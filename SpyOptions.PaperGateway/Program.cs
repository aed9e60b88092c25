using Microsoft.Extensions.Options;
using SpyOptions.PaperGateway;

try
{
    await PaperGatewayProcess.Build(new WebApplicationOptions { Args = args }).RunAsync();
    return 0;
}
catch (Exception cause) when (cause is OptionsValidationException or FormatException or InvalidDataException or InvalidOperationException or IOException)
{
    // What the person who started it can put right: options, the session file, a port in use.
    await Console.Error.WriteLineAsync($"The paper gateway cannot start: {cause.Message.ReplaceLineEndings(" ")}");
    return 2;
}

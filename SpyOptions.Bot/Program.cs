using Microsoft.Extensions.Options;
using SpyOptions.Bot;

try
{
    await BotProcess.Build(new WebApplicationOptions { Args = args }).RunAsync();
    return 0;
}
catch (OptionsValidationException invalid)
{
    await Console.Error.WriteLineAsync($"The bot's configuration is invalid: {invalid.Message}");
    return 1;
}

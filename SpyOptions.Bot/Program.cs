using SpyOptions.Bot;
using SpyOptions.ServiceDefaults;

return await ProcessRunner.RunAsync("The bot", "--urls", () => BotProcess.Build(new WebApplicationOptions { Args = args }));

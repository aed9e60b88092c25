using SpyOptions.Bot;

await BotProcess.Build(new WebApplicationOptions { Args = args }).RunAsync();

using SpyOptions.PaperGateway;

await PaperGatewayProcess.Build(new WebApplicationOptions { Args = args }).RunAsync();

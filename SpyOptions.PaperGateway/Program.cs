using SpyOptions.PaperGateway;
using SpyOptions.ServiceDefaults;

return await ProcessRunner.RunAsync(
    "The paper gateway", "--port (TWS) or --urls (control)", () => PaperGatewayProcess.Build(new WebApplicationOptions { Args = args }));

using SpyOptions.Api;
using SpyOptions.ServiceDefaults;

return await ProcessRunner.RunAsync("The API", "--urls", () => ApiProcess.Build(new WebApplicationOptions { Args = args }));

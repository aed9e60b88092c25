using SpyOptions.Api;

await ApiProcess.Build(new WebApplicationOptions { Args = args }).RunAsync();

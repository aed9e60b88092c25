using SpyOptions.Dashboard;

await DashboardProcess.Build(new WebApplicationOptions { Args = args }).RunAsync();

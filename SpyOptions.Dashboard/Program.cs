using SpyOptions.Dashboard;
using SpyOptions.ServiceDefaults;

return await ProcessRunner.RunAsync("The dashboard", "--urls", () => DashboardProcess.Build(new WebApplicationOptions { Args = args }));

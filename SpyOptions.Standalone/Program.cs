using SpyOptions.Standalone;

return await StandaloneProcess.RunAsync(args);

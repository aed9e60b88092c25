using SpyOptions.AppHost.Resources;

var builder = DistributedApplication.CreateBuilder(args);

var gateway = builder.AddGateway("gateway");
var signalR = builder.AddSignalRService("signalr");
var writerKey = builder.AddWriterKey("writer-key");

var api = builder.AddApi("api")
    .WithWriterKey(writerKey)
    .WithSignalRService(signalR);

builder.AddBot("bot")
    .WithGateway(gateway)
    .WithApi(api, writerKey);

builder.AddDashboard("dashboard")
    .WithApi(api);

builder.Build().Run();

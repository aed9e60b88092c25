using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpyOptions.ServiceDefaults;

namespace SpyOptions.Tests.ServiceDefaults;

public sealed class ProcessRunnerTests
{
    [Fact]
    public async Task A_port_in_use_ends_the_process_with_one_line_that_names_it_and_its_option()
    {
        using var owner = new TcpListener(IPAddress.Loopback, 0);
        owner.Start();
        var port = ((IPEndPoint)owner.LocalEndpoint).Port;
        WebApplication Build() => WebApplication.CreateBuilder(new WebApplicationOptions { Args = [$"--urls=http://127.0.0.1:{port}"] })
            .AddServiceDefaults("SpyOptions.Sample").Build();

        await using var app = Build();
        var cause = await Assert.ThrowsAsync<IOException>(() => app.StartAsync(TestContext.Current.CancellationToken));
        var line = ProcessRunner.Describe(cause, "--urls");

        Assert.Contains($"127.0.0.1:{port}", line, StringComparison.Ordinal);
        Assert.EndsWith("Another port is chosen with --urls.", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.Equal(2, await ProcessRunner.RunAsync("The sample", "--urls", Build));
    }

    [Fact]
    public async Task An_option_out_of_its_bounds_ends_the_process_with_the_same_code()
    {
        WebApplication Build()
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"] }).AddServiceDefaults("SpyOptions.Sample");
            builder.Services.AddOptionsWithValidateOnStart<ConsoleLifetimeOptions>().Validate(_ => false, "Sample:Option must be given.");
            return builder.Build();
        }

        Assert.Equal(2, await ProcessRunner.RunAsync("The sample", "--urls", Build));
    }
}

using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SpyOptions.ServiceDefaults;

/// <summary>Runs a process from its start to its stop; what the person who starts it can put right is one line on standard error.</summary>
public static class ProcessRunner
{
    private const int CannotStart = 2;

    /// <summary>Builds, starts and runs a process until it is asked to stop.</summary>
    /// <param name="name">What the process is called in the line, for example <c>The bot</c>.</param>
    /// <param name="portOptions">The options that choose its ports, for example <c>--urls</c>.</param>
    /// <param name="build">Builds the process.</param>
    /// <returns>Exit code: 0 after a stop, 2 when it could not start.</returns>
    public static async Task<int> RunAsync(string name, string portOptions, Func<WebApplication> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        WebApplication? app = null;
        try
        {
            app = build();
            await app.StartAsync();
        }
        catch (Exception cause) when (IsExpected(cause))
        {
            await Console.Error.WriteLineAsync($"{name} cannot start: {Describe(cause, portOptions)}");
            if (app is not null)
            {
                // Told before it is disposed, so that what runs already ends as in any other stop.
                app.Lifetime.StopApplication();
                await app.DisposeAsync();
            }

            return CannotStart;
        }

        await using (app)
        {
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    /// <summary>One line about a failed start; a port in use comes with the options that choose another.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="portOptions">The options that choose the ports.</param>
    public static string Describe(Exception cause, string portOptions)
    {
        ArgumentNullException.ThrowIfNull(cause);
        var line = cause.Message.ReplaceLineEndings(" ");
        return cause is IOException { InnerException: AddressInUseException } or SocketException or IOException { InnerException: SocketException }
            ? $"{line} Another port is chosen with {portOptions}."
            : line;
    }

    private static bool IsExpected(Exception cause) => cause is OptionsValidationException or FormatException or InvalidDataException
        or InvalidOperationException or IOException or UnauthorizedAccessException or SocketException or DbException;
}

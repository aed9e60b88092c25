using System.Text.Json;
using Microsoft.JSInterop;

namespace SpyOptions.Dashboard.Services;

/// <summary>Choices of one browser, kept in its local storage. A browser that keeps nothing changes nothing.</summary>
internal sealed class Preferences(IJSRuntime script)
{
    /// <summary>Reads a choice; null when it was never made or cannot be read.</summary>
    public async Task<T?> ReadAsync<T>(string name)
        where T : class
    {
        try
        {
            var text = await script.InvokeAsync<string?>("spyOptions.read", name);
            return text is null ? null : JsonSerializer.Deserialize<T>(text);
        }
        catch (Exception error) when (error is JSException or JsonException or JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Keeps a choice.</summary>
    public async Task WriteAsync<T>(string name, T value)
        where T : class
    {
        try
        {
            await script.InvokeVoidAsync("spyOptions.write", name, JsonSerializer.Serialize(value));
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or OperationCanceledException)
        {
            return;
        }
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SpyOptions.Contracts;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Dashboard.Services;

/// <summary>The API by HTTP. Every method throws <see cref="ApiProblemException"/> when the API is away or refuses.</summary>
/// <param name="clients">Makes the client named <see cref="ClientName"/>, whose base address is the API.</param>
internal sealed class SignalsClient(IHttpClientFactory clients)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "api";

    /// <summary>Signals asked for at once.</summary>
    public const int PageSize = 100;

    private static readonly JsonSerializerOptions Json = MakeJson();

    /// <summary>One page of stored signals, newest first.</summary>
    public async Task<SignalPage> GetPageAsync(SignalFilter filter, string? cursor, CancellationToken stop)
    {
        var query = filter.ToQuery().Append(new("limit", $"{PageSize}"));
        var path = QueryString.Create(cursor is null ? query : query.Append(new("cursor", cursor)));
        return await ReadAsync<SignalPage>(HttpMethod.Get, $"signals{path}", null, stop)
            ?? throw new ApiProblemException("The API answered without a page of signals.");
    }

    /// <summary>One stored signal; null when there is none with this id.</summary>
    public Task<StoredSignal?> FindAsync(Guid id, CancellationToken stop) => ReadAsync<StoredSignal>(HttpMethod.Get, $"signals/{id}", null, stop);

    /// <summary>Every expiry of the chain, ascending.</summary>
    public async Task<IReadOnlyList<DateOnly>> GetExpiriesAsync(CancellationToken stop) =>
        await ReadAsync<IReadOnlyList<DateOnly>>(HttpMethod.Get, "chains", null, stop) ?? [];

    /// <summary>Acknowledges the episode of a signal.</summary>
    /// <param name="id">Any signal of the episode.</param>
    /// <param name="by">Who acknowledges.</param>
    /// <param name="stop">Gives up.</param>
    public Task<SignalAcknowledgement?> AcknowledgeAsync(Guid id, string by, CancellationToken stop) =>
        ReadAsync<SignalAcknowledgement>(HttpMethod.Post, $"signals/{id}/acknowledge", JsonContent.Create(new { by }), stop);

    /// <summary>Opens the API's export of the filtered signals; the caller disposes the answer.</summary>
    /// <param name="filter">Which signals.</param>
    /// <param name="format"><c>csv</c> or <c>json</c>.</param>
    /// <param name="stop">Gives up.</param>
    public Task<HttpResponseMessage> ExportAsync(SignalFilter filter, string format, CancellationToken stop) =>
        SendAsync(HttpMethod.Get, $"signals/export{QueryString.Create(filter.ToQuery().Append(new("format", format)))}", null, stop);

    private async Task<T?> ReadAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken stop)
        where T : class
    {
        using var response = await SendAsync(method, path, content, stop);
        if (response.StatusCode == HttpStatusCode.NotFound || response.StatusCode == HttpStatusCode.NoContent)
        {
            return null;
        }

        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            throw new ApiProblemException($"The API's answer to {path} cannot be read: {error.Message}", error);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken stop)
    {
        var http = clients.CreateClient(ClientName);
        HttpResponseMessage response;
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            // Handlers of the client have failures of their own, such as a timeout over all attempts; all mean the same here.
            throw new ApiProblemException($"The API at {http.BaseAddress} does not answer: {error.Message}", error);
        }

        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound)
        {
            return response;
        }

        using (response)
        {
            throw new ApiProblemException($"The API refused ({(int)response.StatusCode}): {await DescribeAsync(response, stop)}");
        }
    }

    private static async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<ProblemDetails>(Json, stop);
            return problem?.Detail ?? problem?.Title ?? response.ReasonPhrase ?? "no reason given";
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return response.ReasonPhrase ?? "no reason given";
        }
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ContractsJson.Configure(options);
        return options;
    }
}

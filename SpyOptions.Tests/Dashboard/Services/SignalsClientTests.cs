using System.Net;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Tests.Dashboard.Services;

public sealed class SignalsClientTests
{
    [Fact]
    public async Task An_api_that_hangs_breaks_off_or_answers_nonsense_is_a_problem_and_never_another_exception()
    {
        await FailsAsync(_ => throw new AttemptsTimedOutException());
        await FailsAsync(_ => throw new OperationCanceledException());
        await FailsAsync(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) });
        await FailsAsync(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>") });
        await FailsAsync(_ => new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StreamContent(new BrokenStream()) });
    }

    private static async Task FailsAsync(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        var client = new SignalsClient(new PlayedClients(answer));
        var problem = await Assert.ThrowsAsync<ApiProblemException>(() => client.GetExpiriesAsync(TestContext.Current.CancellationToken));
        Assert.Contains("API", problem.Message, StringComparison.Ordinal);
    }

    private sealed class PlayedClients(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = new Uri("http://127.0.0.1:1/") };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }

    private sealed class AttemptsTimedOutException : Exception;

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("The connection was reset.");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The connection was reset.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection was reset.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("The connection was reset.");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("The connection was reset.");
    }
}

namespace SpyOptions.Tws.Client;

/// <summary>A request to the gateway that has no answer, and why.</summary>
public sealed class TwsRequestException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Why there is no answer.</param>
    /// <param name="request">The request's name.</param>
    /// <param name="text">The gateway's text, or one sentence of ours.</param>
    /// <param name="code">The gateway's error code when it sent one.</param>
    /// <param name="innerException">The cause, if another exception was it.</param>
    public TwsRequestException(TwsRequestFailure failure, string request, string text, int? code = null, Exception? innerException = null)
        : base(code is null ? $"{request}: {text}" : $"{request}: error {code}: {text}", innerException)
    {
        Failure = failure;
        Request = request;
        Code = code;
        Text = text;
    }

    /// <summary>Why there is no answer.</summary>
    public TwsRequestFailure Failure { get; }

    /// <summary>The request's name.</summary>
    public string Request { get; }

    /// <summary>The gateway's error code; null when the gateway sent none.</summary>
    public int? Code { get; }

    /// <summary>The gateway's text, or one sentence of ours.</summary>
    public string Text { get; }
}

namespace SpyOptions.Api.Problems;

/// <summary>The <c>code</c> of a problem answer: stable, for programs. What is wrong in words is in <c>detail</c> and <c>errors</c>.</summary>
internal static class ProblemCodes
{
    public const string SignalInvalid = "signal_invalid";
    public const string FeedInvalid = "feed_invalid";
    public const string AcknowledgementInvalid = "acknowledgement_invalid";
    public const string QueryInvalid = "query_invalid";
    public const string CursorInvalid = "cursor_invalid";
    public const string JsonMalformed = "json_malformed";
    public const string RequestInvalid = "request_invalid";
    public const string ApiKeyInvalid = "api_key_invalid";
    public const string OriginRefused = "origin_refused";
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string BodyTooLarge = "body_too_large";
    public const string MediaTypeUnsupported = "media_type_unsupported";
    public const string RateLimited = "rate_limited";
    public const string ViewersLimited = "viewers_limited";
    public const string InternalError = "internal_error";

    /// <summary>The code of an answer that carries none of its own.</summary>
    public static string ForStatus(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => ApiKeyInvalid,
        StatusCodes.Status403Forbidden => ApiKeyInvalid,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => MediaTypeUnsupported,
        StatusCodes.Status429TooManyRequests => RateLimited,
        >= 500 => InternalError,
        _ => RequestInvalid,
    };
}

namespace SpyOptions.Bot.Publishing;

/// <summary>What came of one request.</summary>
/// <param name="Kind">What to do next.</param>
/// <param name="Detail">What the API or the network said; empty when acknowledged.</param>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
internal readonly record struct SendOutcome(SendOutcomeKind Kind, string Detail = "", int Status = 0);

/// <summary>What to do after a request.</summary>
internal enum SendOutcomeKind
{
    /// <summary>The API has the signals: forget them.</summary>
    Acknowledged,

    /// <summary>The API refused the content: find the signal that is to blame.</summary>
    Invalid,

    /// <summary>The API refused the key: keep the signals and try slowly.</summary>
    KeyRefused,

    /// <summary>No answer, or a failure that may pass: keep the signals and try again.</summary>
    Failed,
}

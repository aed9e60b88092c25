namespace SpyOptions.Api.Signals;

/// <summary>Body of <c>POST /signals/{id}/acknowledge</c>.</summary>
/// <param name="By">Who acknowledges, 1 to 100 characters.</param>
internal sealed record AcknowledgeRequest(string By)
{
    /// <summary>Longest name.</summary>
    public const int ByLengthMax = 100;
}

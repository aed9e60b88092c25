namespace SpyOptions.Contracts.Signals;

/// <summary>Answer to <c>GET /signals</c>: newest first.</summary>
/// <param name="Items">The signals of this page.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> for the next, older page; null at the end.</param>
public sealed record SignalPage(IReadOnlyList<StoredSignal> Items, string? NextCursor = null);

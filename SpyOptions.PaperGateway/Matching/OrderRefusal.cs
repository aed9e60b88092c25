namespace SpyOptions.PaperGateway.Matching;

/// <summary>Why an order, a change or a cancel is refused.</summary>
/// <param name="Code">The error code of the protocol.</param>
/// <param name="Text">The reason.</param>
internal sealed record OrderRefusal(int Code, string Text);

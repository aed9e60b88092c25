namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>A field of a row cannot be read.</summary>
/// <param name="field">The column.</param>
/// <param name="reason">What is wrong with it.</param>
internal sealed class FieldFormatException(string field, string reason) : Exception(reason)
{
    /// <summary>The column.</summary>
    public string Field { get; } = field;
}

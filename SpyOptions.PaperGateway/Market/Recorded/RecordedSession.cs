namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>A recorded session as it was read.</summary>
/// <param name="Path">The file.</param>
/// <param name="SessionDate">Date of all rows in New York.</param>
/// <param name="Rows">Rows by time; never empty.</param>
/// <param name="Skipped">Rows that could not be read.</param>
/// <param name="FirstSkipped">Why the first of them could not be read; null when there is none.</param>
internal sealed record RecordedSession(string Path, DateOnly SessionDate, IReadOnlyList<RecordedQuote> Rows, int Skipped, SessionFileException? FirstSkipped);

using System.IO.Compression;
using SpyOptions.Quant.Calendars;

namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>
/// The only reader of recorded sessions: CSV with a header, plain or gzipped (<c>.gz</c>), one row an option and snapshot, ordered by
/// <c>quote_ts</c>, which is New York time. Up to 1 % of the rows may be unreadable: they are skipped and counted.
/// </summary>
internal static class SessionFileReader
{
    /// <summary>Largest share of unreadable rows.</summary>
    public const double SkippedShareMax = 0.01;

    /// <summary>Most rows of a file.</summary>
    public const int RowsMax = 2_000_000;

    /// <summary>Most bytes that a gzipped file may unpack to.</summary>
    public const int BytesMax = 512 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="SessionFileException">The file cannot be played; the message says where and why.</exception>
    public static RecordedSession Read(string path)
    {
        var line = 0;
        try
        {
            using var file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Unzip(path, file) : file;
            using var text = new StreamReader(content);
            return Read(path, Counted(text, count => line = count));
        }
        catch (InvalidDataException exception)
        {
            throw new SessionFileException(path, line, null, "is not a complete gzip file", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SessionFileException(path, line, null, $"cannot be read: {exception.Message}", exception);
        }
    }

    // The runtime takes a gzip stream that breaks off for one that ends. The trailer tells: its last four bytes are the length of the content.
    private static MemoryStream Unzip(string path, FileStream file)
    {
        var content = new MemoryStream();
        using var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[64 * 1024];
        for (int read; (read = gzip.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > BytesMax)
            {
                throw new SessionFileException(path, 0, null, $"unpacks to more than {BytesMax:N0} bytes");
            }
        }

        var trailer = new byte[4];
        file.Seek(-Math.Min(trailer.Length, file.Length), SeekOrigin.End);
        if (file.ReadAtLeast(trailer, trailer.Length, throwOnEndOfStream: false) < trailer.Length || BitConverter.ToUInt32(trailer) > content.Length)
        {
            throw new InvalidDataException("The gzip stream breaks off.");
        }

        content.Position = 0;
        return content;
    }

    private static IEnumerable<string> Counted(StreamReader text, Action<int> count)
    {
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            count(line);
            yield return content;
        }
    }

    private static RecordedSession Read(string path, IEnumerable<string> lines)
    {
        using var reader = lines.GetEnumerator();
        if (!reader.MoveNext())
        {
            throw new SessionFileException(path, 0, null, "is empty");
        }

        var row = new RecordedRow(FindColumns(path, reader.Current));
        var rows = new List<RecordedQuote>();
        var skipped = 0;
        SessionFileException? firstSkipped = null;
        for (var line = 2; reader.MoveNext(); line++)
        {
            if (rows.Count + skipped >= RowsMax)
            {
                throw new SessionFileException(path, line, null, $"has more than {RowsMax:N0} rows");
            }

            try
            {
                rows.Add(InOrder(path, line, rows, row.Read(reader.Current.Split(','))));
            }
            catch (FieldFormatException exception)
            {
                skipped++;
                firstSkipped ??= new SessionFileException(path, line, exception.Field, exception.Message);
            }
        }

        return skipped > SkippedShareMax * (rows.Count + skipped)
            ? throw firstSkipped!
            : rows.Count == 0
                ? throw new SessionFileException(path, 1, null, "has a header and no rows")
                : new RecordedSession(path, NewYorkTime.DateOf(rows[0].SnapshotAt), rows, skipped, firstSkipped);
    }

    private static Dictionary<string, int> FindColumns(string path, string header)
    {
        var names = header.TrimStart('\uFEFF').Split(',');
        return RecordedRow.Columns.ToDictionary(
            column => column,
            column => Array.IndexOf(names, column) is >= 0 and var index ? index : throw new SessionFileException(path, 1, column, "the column is missing"));
    }

    private static RecordedQuote InOrder(string path, int line, List<RecordedQuote> rows, RecordedQuote row)
    {
        if (rows.Count == 0)
        {
            return row;
        }

        if (row.SnapshotAt < rows[^1].SnapshotAt)
        {
            throw new SessionFileException(path, line, "quote_ts", "is earlier than the line before; rows must be ordered by time");
        }

        return NewYorkTime.DateOf(row.SnapshotAt) == NewYorkTime.DateOf(rows[0].SnapshotAt)
            ? row
            : throw new SessionFileException(path, line, "quote_ts", "is on another day than the first row; a file holds one session");
    }
}

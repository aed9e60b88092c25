namespace SpyOptions.PaperGateway.Market.Recorded;

/// <summary>A recorded session cannot be played; the message names the file, the line and the field.</summary>
internal sealed class SessionFileException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">Line from 1, the header being line 1; 0 when the file as a whole is meant.</param>
    /// <param name="field">Column; null when the line or the file as a whole is meant.</param>
    /// <param name="reason">What is wrong.</param>
    /// <param name="cause">The exception underneath, when there is one.</param>
    public SessionFileException(string path, int line, string? field, string reason, Exception? cause = null)
        : base($"Session file {path}{(line > 0 ? $", line {line}" : "")}{(field is null ? "" : $", field {field}")}: {reason}", cause)
    {
        Path = path;
        Line = line;
        Field = field;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Line from 1; 0 when the file as a whole is meant.</summary>
    public int Line { get; }

    /// <summary>Column; null when the line or the file as a whole is meant.</summary>
    public string? Field { get; }
}

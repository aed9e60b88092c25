namespace SpyOptions.Tws.Wire;

/// <summary>Bytes that break the TWS protocol. It is the only exception that decoding throws.</summary>
public sealed class TwsProtocolException : Exception
{
    /// <summary>An error of unknown origin.</summary>
    public TwsProtocolException()
    {
    }

    /// <summary>An error of the stream itself, for instance a frame that is too long.</summary>
    /// <param name="message">What is wrong.</param>
    public TwsProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>An error of the stream itself, with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public TwsProtocolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of one field of one message.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="messageId">The id of the message, or null when the id itself could not be read.</param>
    /// <param name="field">The name of the field as the protocol's documents spell it.</param>
    public TwsProtocolException(string message, int? messageId, string field)
        : base(message)
    {
        MessageId = messageId;
        Field = field;
    }

    /// <summary>The id of the message at fault, or null when the stream is at fault.</summary>
    public int? MessageId { get; }

    /// <summary>The field at fault, or null when the stream is at fault.</summary>
    public string? Field { get; }
}

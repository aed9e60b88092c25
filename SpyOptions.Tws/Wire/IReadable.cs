namespace SpyOptions.Tws.Wire;

/// <summary>Something that reads itself from the fields of a message.</summary>
/// <typeparam name="TSelf">The type that is read.</typeparam>
public interface IReadable<TSelf>
    where TSelf : IReadable<TSelf>
{
    /// <summary>Reads the fields in wire order; for a message, the fields after the message id.</summary>
    /// <param name="reader">The fields.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="TwsProtocolException">A field is missing or is not of its type; the exception names it.</exception>
    static abstract TSelf Read(ref FieldReader reader);
}

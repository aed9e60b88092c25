namespace SpyOptions.Tws.Wire;

/// <summary>A message that writes itself.</summary>
public interface ITwsMessage
{
    /// <summary>Writes the whole payload in wire order, message id first.</summary>
    /// <param name="writer">Where the fields go.</param>
    void Write(FieldWriter writer);
}

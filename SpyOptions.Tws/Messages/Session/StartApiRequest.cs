using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS request 71, <c>startApi</c>: the first request after the version reply. Example: <c>71|2|7|</c></summary>
/// <param name="ClientId">The client's number, unique per connection.</param>
/// <param name="OptionalCapabilities">Usually empty.</param>
public sealed record StartApiRequest(int ClientId, string OptionalCapabilities = "") : IRequest, IReadable<StartApiRequest>
{
    internal const int MessageId = 71;

    /// <inheritdoc />
    public static StartApiRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadInt("clientId"), reader.ReadText("optionalCapabilities"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(2).WriteInt(ClientId).WriteText(OptionalCapabilities);
}

using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Session;

/// <summary>TWS request 17, <c>reqManagedAccts</c>. Example: <c>17|1</c></summary>
public sealed record ManagedAccountsRequest : IRequest, IReadable<ManagedAccountsRequest>
{
    internal const int MessageId = 17;

    /// <inheritdoc />
    public static ManagedAccountsRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}

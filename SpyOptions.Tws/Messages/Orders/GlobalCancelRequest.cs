using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS request 58, <c>reqGlobalCancel</c>: cancels every order of the account, manual ones included. Example: <c>58|1</c></summary>
public sealed record GlobalCancelRequest : IRequest, IReadable<GlobalCancelRequest>
{
    internal const int MessageId = 58;

    /// <inheritdoc />
    public static GlobalCancelRequest Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}

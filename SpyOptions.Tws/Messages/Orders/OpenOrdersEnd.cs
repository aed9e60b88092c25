using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS message 53, <c>openOrderEnd</c>. Example: <c>53|1</c></summary>
public sealed record OpenOrdersEnd : IReply, IReadable<OpenOrdersEnd>
{
    internal const int MessageId = 53;

    /// <inheritdoc />
    public static OpenOrdersEnd Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new();
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1);
}

using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Orders;

/// <summary>TWS message 102, <c>completedOrdersEnd</c>. Example: <c>102</c></summary>
public sealed record CompletedOrdersEnd : IReply, IReadable<CompletedOrdersEnd>
{
    internal const int MessageId = 102;

    /// <inheritdoc />
    public static CompletedOrdersEnd Read(ref FieldReader reader) => new();

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId);
}

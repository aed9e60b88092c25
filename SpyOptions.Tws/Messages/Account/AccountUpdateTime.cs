using SpyOptions.Tws.Wire;

namespace SpyOptions.Tws.Messages.Account;

/// <summary>TWS message 8, <c>accountUpdateTime</c>. Example: <c>8|1|15:59</c></summary>
/// <param name="TimeOfDay">The server's local time, <c>HH:mm</c>.</param>
public sealed record AccountUpdateTime(string TimeOfDay) : IReply, IReadable<AccountUpdateTime>
{
    internal const int MessageId = 8;

    /// <inheritdoc />
    public static AccountUpdateTime Read(ref FieldReader reader)
    {
        reader.Skip("version");
        return new(reader.ReadText("timeStamp"));
    }

    /// <inheritdoc />
    public void Write(FieldWriter writer) => writer.WriteInt(MessageId).WriteInt(1).WriteText(TimeOfDay);
}

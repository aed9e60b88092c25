using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Bot.MarketData;

/// <summary>Receives what the gateway says about single lines. Called on the read loop: it must neither block nor throw.</summary>
internal interface ILineNotices
{
    /// <summary>A line delivers data of this kind: 1 live, 2 frozen, 3 delayed, 4 delayed and frozen.</summary>
    void OnDataType(int type, FeedLine line);

    /// <summary>The gateway refused an option's line, or warns about it.</summary>
    void OnLineError(OptionLine line, ErrorNotice error);

    /// <summary>The gateway refused the underlying's line, or warns about it.</summary>
    void OnUnderlyingError(ErrorNotice error);
}

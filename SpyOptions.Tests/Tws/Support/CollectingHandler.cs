using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Support;

/// <summary>Keeps everything, in order.</summary>
internal sealed class CollectingHandler : IReplyHandler
{
    public List<IReply> Replies { get; } = [];

    public List<TwsProtocolException> Errors { get; } = [];

    public void OnTickPrice(in TickPrice tick) => Replies.Add(tick);

    public void OnTickSize(in TickSize tick) => Replies.Add(tick);

    public void OnTickGeneric(in TickGeneric tick) => Replies.Add(tick);

    public void OnTickString(in TickString tick) => Replies.Add(tick);

    public void OnTickOptionComputation(in TickOptionComputation tick) => Replies.Add(tick);

    public void OnReply(IReply reply) => Replies.Add(reply);

    public void OnMalformed(TwsProtocolException error) => Errors.Add(error);
}

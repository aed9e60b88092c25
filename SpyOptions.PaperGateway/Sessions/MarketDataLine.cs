using SpyOptions.PaperGateway.Market;
using SpyOptions.PaperGateway.Matching;

namespace SpyOptions.PaperGateway.Sessions;

/// <summary>One market data request of one client. <see cref="Pending"/> and <see cref="Quote"/> belong to the client's <see cref="OutgoingQueue"/>.</summary>
/// <param name="requestId">The id that the ticks carry.</param>
/// <param name="legs">What is quoted: one contract, or the legs of a combo.</param>
/// <param name="genericTicks">Ticks that the client asked for beyond the usual ones.</param>
/// <param name="isSnapshot">Whether the line ends after its first ticks.</param>
internal sealed class MarketDataLine(int requestId, IReadOnlyList<OrderLeg> legs, GenericTicks genericTicks, bool isSnapshot)
{
    /// <summary>The id that the ticks carry.</summary>
    public int RequestId { get; } = requestId;

    /// <summary>What is quoted.</summary>
    public IReadOnlyList<OrderLeg> Legs { get; } = legs;

    /// <summary>The one contract that is quoted; the first leg of a combo.</summary>
    public ListedContract Contract => Legs[0].Contract;

    /// <summary>Whether the line quotes a combo, which has prices but neither trades nor Greeks.</summary>
    public bool IsCombo { get; } = legs.Count > 1;

    /// <summary>Ticks that the client asked for beyond the usual ones.</summary>
    public GenericTicks GenericTicks { get; } = genericTicks;

    /// <summary>Whether the line ends after its first ticks.</summary>
    public bool IsSnapshot { get; } = isSnapshot;

    /// <summary>Whether the client has cancelled it; what is still pending is then not sent.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Whether its first ticks were sent.</summary>
    public bool HasStarted { get; set; }

    /// <summary>What changed and was not sent yet.</summary>
    public QuoteFields Pending { get; set; }

    /// <summary>The newest quote.</summary>
    public MarketQuote Quote { get; set; }
}

namespace SpyOptions.Tws.Client;

/// <summary>Hands out order ids: always above the gateway's next valid id and above every order id seen, also of other clients.</summary>
internal sealed class OrderIdAllocator
{
    private readonly Lock gate = new();
    private int next;

    /// <summary>Takes in an id that the gateway named as the next valid one.</summary>
    /// <returns>False when the id lies outside the range of order ids and was ignored.</returns>
    public bool TrySeed(int nextValidId) => TryRaise(nextValidId);

    /// <summary>Takes in the id of an order that was seen; 0 and negative ids belong to orders entered elsewhere.</summary>
    /// <returns>False when the id lies outside the range of order ids and was ignored.</returns>
    public bool TryObserve(int orderId) => orderId <= 0 || (orderId < RequestIdAllocator.First - 1 && TryRaise(orderId + 1));

    /// <summary>The next id; safe to call from any thread.</summary>
    /// <exception cref="TwsRequestException">No connection has delivered a valid id yet, or the range is used up.</exception>
    public int Next()
    {
        lock (gate)
        {
            if (next == 0)
            {
                throw new TwsRequestException(TwsRequestFailure.NotConnected, "order id", "the gateway has not named the next valid order id yet.");
            }

            if (next >= RequestIdAllocator.First)
            {
                throw new TwsRequestException(TwsRequestFailure.Unwritable, "order id", "the range of order ids is used up.");
            }

            return next++;
        }
    }

    private bool TryRaise(int candidate)
    {
        if (candidate is < 0 or >= RequestIdAllocator.First)
        {
            return false;
        }

        lock (gate)
        {
            next = Math.Max(Math.Max(next, candidate), 1);
        }

        return true;
    }
}

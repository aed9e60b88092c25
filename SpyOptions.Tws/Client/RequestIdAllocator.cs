namespace SpyOptions.Tws.Client;

/// <summary>
/// Hands out request ids. They start at <see cref="First"/>, above every order id, because an error message carries either kind in the same field.
/// </summary>
internal sealed class RequestIdAllocator
{
    /// <summary>The lowest request id.</summary>
    public const int First = 1_000_000_000;

    /// <summary>The highest request id; the next one after it is <see cref="First"/> again.</summary>
    public const int Last = 2_000_000_000;

    private int previous = First - 1;

    /// <summary>True when an id belongs to a request and not to an order.</summary>
    public static bool IsRequestId(int id) => id is >= First and <= Last;

    /// <summary>The next id; safe to call from any thread.</summary>
    public int Next()
    {
        while (true)
        {
            var seen = Volatile.Read(ref previous);
            var next = seen >= Last ? First : seen + 1;
            if (Interlocked.CompareExchange(ref previous, next, seen) == seen)
            {
                return next;
            }
        }
    }
}

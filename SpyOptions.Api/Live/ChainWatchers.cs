namespace SpyOptions.Api.Live;

/// <summary>Which hub connection watches which expiry: bounds them, and says how many receivers a snapshot has.</summary>
internal sealed class ChainWatchers
{
    /// <summary>Most expiries that one connection watches.</summary>
    public const int ExpiriesMax = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<DateOnly>> _byConnection = new(StringComparer.Ordinal);

    /// <summary>Notes a watch; false when the connection has too many.</summary>
    public bool TryAdd(string connection, DateOnly expiry)
    {
        lock (_gate)
        {
            if (!_byConnection.TryGetValue(connection, out var watched))
            {
                _byConnection[connection] = watched = [];
            }

            return watched.Contains(expiry) || (watched.Count < ExpiriesMax && watched.Add(expiry));
        }
    }

    /// <summary>Forgets a watch.</summary>
    public void Remove(string connection, DateOnly expiry)
    {
        lock (_gate)
        {
            if (_byConnection.TryGetValue(connection, out var watched))
            {
                watched.Remove(expiry);
            }
        }
    }

    /// <summary>Forgets a connection.</summary>
    public void RemoveAll(string connection)
    {
        lock (_gate)
        {
            _byConnection.Remove(connection);
        }
    }

    /// <summary>How many connections watch an expiry.</summary>
    public int CountOf(DateOnly expiry)
    {
        lock (_gate)
        {
            return _byConnection.Values.Count(watched => watched.Contains(expiry));
        }
    }
}

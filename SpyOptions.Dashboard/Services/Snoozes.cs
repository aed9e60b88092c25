namespace SpyOptions.Dashboard.Services;

/// <summary>Episodes that this browser does not want to see for some minutes; at most <see cref="CountMax"/>.</summary>
internal sealed class Snoozes(Preferences preferences, TimeProvider time)
{
    /// <summary>Most episodes snoozed at once; the one that returns first leaves first.</summary>
    public const int CountMax = 200;

    private const string Key = "snoozes";
    private Dictionary<Guid, DateTimeOffset> _until = [];

    /// <summary>Reads what the browser kept.</summary>
    public async Task LoadAsync() => _until = await preferences.ReadAsync<Dictionary<Guid, DateTimeOffset>>(Key) ?? _until;

    /// <summary>Whether an episode is snoozed now.</summary>
    public bool Contains(Guid episode) => _until.TryGetValue(episode, out var until) && until > time.GetUtcNow();

    /// <summary>Hides an episode for some minutes.</summary>
    public Task AddAsync(Guid episode, int minutes)
    {
        var now = time.GetUtcNow();
        _until = _until.Where(entry => entry.Value > now).OrderByDescending(entry => entry.Value).Take(CountMax - 1).ToDictionary();
        _until[episode] = now.AddMinutes(minutes);
        return preferences.WriteAsync(Key, _until);
    }

    /// <summary>Shows everything again.</summary>
    public Task ClearAsync()
    {
        _until = [];
        return preferences.WriteAsync(Key, _until);
    }

    /// <summary>Number of episodes snoozed now.</summary>
    public int Count => _until.Count(entry => entry.Value > time.GetUtcNow());
}

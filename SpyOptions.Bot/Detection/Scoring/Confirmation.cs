namespace SpyOptions.Bot.Detection.Scoring;

/// <summary>Whether a condition held in enough steps in a row, and for long enough. A mutable value: keep it in a field.</summary>
internal struct Confirmation
{
    private int _count;
    private TimeSpan _since;

    /// <summary>Steps in a row in which the condition held.</summary>
    public readonly int Count => _count;

    /// <summary>Steps the condition.</summary>
    /// <param name="holds">Whether it holds now.</param>
    /// <param name="at">Time since any fixed moment.</param>
    /// <param name="countMin">Steps needed.</param>
    /// <param name="timeMin">Time needed from the first of them.</param>
    /// <returns>Whether it is confirmed.</returns>
    public bool Step(bool holds, TimeSpan at, int countMin, TimeSpan timeMin)
    {
        if (!holds)
        {
            _count = 0;
            return false;
        }

        if (_count == 0)
        {
            _since = at;
        }

        _count = Math.Min(_count + 1, int.MaxValue - 1);
        return _count >= countMin && at - _since >= timeMin;
    }
}

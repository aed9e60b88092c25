using SpyOptions.Bot.Detection.Frames;

namespace SpyOptions.Bot.Detection;

/// <summary>A detector's state per contract, made at first sight and bounded by what is listed.</summary>
/// <typeparam name="TState">The state of one contract.</typeparam>
internal sealed class ContractStates<TState>
    where TState : class, new()
{
    private readonly Dictionary<int, TState> _states = [];

    /// <summary>The state of a contract.</summary>
    public TState this[OptionFrame option]
    {
        get
        {
            if (!_states.TryGetValue(option.Contract.ConId, out var state))
            {
                _states[option.Contract.ConId] = state = new TState();
            }

            return state;
        }
    }

    /// <summary>Whether a contract has a state.</summary>
    public bool Contains(OptionFrame option) => _states.ContainsKey(option.Contract.ConId);

    /// <summary>Contracts with a state.</summary>
    public int Count => _states.Count;

    /// <summary>Forgets every other contract.</summary>
    public void Retain(IReadOnlySet<int> conIds)
    {
        foreach (var conId in _states.Keys.Where(conId => !conIds.Contains(conId)).ToArray())
        {
            _states.Remove(conId);
        }
    }
}

using SpyOptions.Contracts.Signals;

namespace SpyOptions.Bot.Detection.Scoring;

/// <summary>Reads a signal's inputs by name, to rebuild its score.</summary>
/// <param name="inputs">Inputs of a signal.</param>
internal readonly struct SignalInputs(IReadOnlyList<SignalInput> inputs)
{
    /// <summary>The value of an input.</summary>
    /// <exception cref="FormatException">The input is missing; the message names it.</exception>
    public double this[string name] => Find(name) ?? throw new FormatException($"The signal has no input '{name}'.");

    /// <summary>The value of an input; null when it is missing.</summary>
    public double? Find(string name)
    {
        foreach (var input in inputs)
        {
            if (input.Name == name)
            {
                return input.Value;
            }
        }

        return null;
    }
}

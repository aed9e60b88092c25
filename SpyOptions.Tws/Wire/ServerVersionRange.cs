namespace SpyOptions.Tws.Wire;

/// <summary>The server versions that one side accepts, both ends included.</summary>
/// <param name="Minimum">The oldest version accepted.</param>
/// <param name="Maximum">The newest version accepted.</param>
public readonly record struct ServerVersionRange(int Minimum, int Maximum)
{
    /// <summary>The oldest version whose layouts this library knows.</summary>
    public const int Lowest = 176;

    /// <summary>
    /// The newest version whose layouts this library knows. Later ones put new fields into contract details, orders and error notices,
    /// which would be misread without an error; nothing among them serves options.
    /// </summary>
    public const int Highest = 178;

    /// <summary>176 to 178: every layout in it was checked against independent clients.</summary>
    public static ServerVersionRange Default { get; } = new(Lowest, Highest);

    /// <summary>Whether the range is ordered and within <see cref="Lowest"/> and <see cref="Highest"/>.</summary>
    public bool IsSupported => Minimum >= Lowest && Minimum <= Maximum && Maximum <= Highest;

    /// <summary>Whether a version lies in the range.</summary>
    /// <param name="version">A server version.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(int version) => version >= Minimum && version <= Maximum;

    /// <summary>The version that a server with this range answers to a client: the highest that both accept.</summary>
    /// <param name="client">The range that the client asked for, however wide.</param>
    /// <returns>The version, or null when the ranges do not overlap.</returns>
    public int? Negotiate(ServerVersionRange client)
    {
        var version = Math.Min(Maximum, client.Maximum);
        return version >= Minimum && version >= client.Minimum ? version : null;
    }

    /// <summary>The text of the range as a client sends it, for instance <c>v176..178</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"v{Minimum}..{Maximum}";
}

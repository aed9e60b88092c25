namespace SpyOptions.Tws.Wire;

/// <summary>The differences between the server versions in the default range.</summary>
public static class TwsFeature
{
    /// <summary>Whether <c>placeOrder</c> and <c>openOrder</c> hold the field <c>faProfile</c>: before 177.</summary>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <returns>True when the field is on the wire.</returns>
    public static bool HasFaProfile(int serverVersion) => serverVersion < 177;

    /// <summary>Whether <c>execDetails</c> ends with <c>pendingPriceRevision</c>: from 178 on.</summary>
    /// <param name="serverVersion">The negotiated version.</param>
    /// <returns>True when the field is on the wire.</returns>
    public static bool HasPendingPriceRevision(int serverVersion) => serverVersion >= 178;
}

namespace SpyOptions.Tws.Client;

/// <summary>The end of a connection or of an attempt to connect.</summary>
/// <param name="Stage">The stage that was under way.</param>
/// <param name="Code">What happened.</param>
/// <param name="Text">One sentence for people, naming host, port, timeout or field.</param>
public sealed record TwsFailure(TwsConnectionStage Stage, TwsFailureCode Code, string Text);

namespace SpyOptions.Tws.Wire;

/// <summary>A message from a client to the server.</summary>
public interface IRequest : ITwsMessage;

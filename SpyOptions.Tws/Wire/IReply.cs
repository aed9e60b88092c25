namespace SpyOptions.Tws.Wire;

/// <summary>A message from the server to a client.</summary>
public interface IReply : ITwsMessage;

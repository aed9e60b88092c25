namespace SpyOptions.Dashboard.Services;

/// <summary>The API could not be reached or answered with a problem; the message is fit for a person.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">The cause, when there is one.</param>
internal sealed class ApiProblemException(string message, Exception? inner = null) : Exception(message, inner);

namespace SpyOptions.Api.Problems;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Field">Path of the field, for example <c>signals[3].score</c>.</param>
/// <param name="Message">What is wrong, in words.</param>
internal sealed record FieldError(string Field, string Message);

using SpyOptions.Api.Problems;

namespace SpyOptions.Api.Signals;

/// <summary>Collects what is wrong with a request body, under the path of each field.</summary>
internal sealed class SignalChecks
{
    private static readonly DateTimeOffset TimeMin = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset TimeMax = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<FieldError> _errors = [];

    /// <summary>What is wrong, in the order of the fields.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Notes an error unless a condition holds.</summary>
    public void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            _errors.Add(new FieldError(field, message));
        }
    }

    /// <summary>A number must be finite.</summary>
    public void Finite(double? value, string field) => Require(value is null || double.IsFinite(value.Value), field, "must be a finite number.");

    /// <summary>A text must not be blank and not too long.</summary>
    public void Text(string value, int lengthMax, string field) =>
        Require(!string.IsNullOrWhiteSpace(value) && value.Length <= lengthMax, field, $"must have from 1 to {lengthMax} characters.");

    /// <summary>A list must have a bounded number of entries, none of them null.</summary>
    public bool List<T>(IReadOnlyList<T> values, int countMin, int countMax, string field)
    {
        var right = values.Count >= countMin && values.Count <= countMax && values.All(value => value is not null);
        Require(right, field, $"must have from {countMin} to {countMax} entries, none null.");
        return right;
    }

    /// <summary>A value must be one that the contract names.</summary>
    public void Known<T>(T value, string field)
        where T : struct, Enum =>
        Require(Enum.IsDefined(value), field, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>A moment must be UTC and of this century.</summary>
    public void Time(DateTimeOffset value, string field)
    {
        Require(value.Offset == TimeSpan.Zero, field, "must be UTC.");
        Require(value >= TimeMin && value < TimeMax, field, "must lie from 2000 to 2099.");
    }

    /// <summary>A moment on a writer's clock must not lie far in our future.</summary>
    public void PastTime(DateTimeOffset value, DateTimeOffset nowAndSkew, string field)
    {
        Time(value, field);
        Require(value <= nowAndSkew, field, "must not lie in the future: is the writer's clock right?");
    }
}

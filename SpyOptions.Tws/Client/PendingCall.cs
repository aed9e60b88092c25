namespace SpyOptions.Tws.Client;

/// <summary>A question whose answer arrives in parts under one request id.</summary>
internal abstract class PendingCall(string name)
{
    public string Name { get; } = name;

    /// <summary>Takes in one part; false when the part belongs to another kind of question.</summary>
    public abstract bool TryAdd(object part);

    public abstract void Complete();

    public abstract void Fail(TwsRequestException exception);
}

/// <inheritdoc/>
internal sealed class PendingCall<T>(string name) : PendingCall(name)
{
    private readonly List<T> parts = [];
    private readonly TaskCompletionSource<IReadOnlyList<T>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IReadOnlyList<T>> Answer => answer.Task;

    public override bool TryAdd(object part)
    {
        if (part is not T typed)
        {
            return false;
        }

        parts.Add(typed);
        return true;
    }

    public override void Complete() => answer.TrySetResult(parts);

    public override void Fail(TwsRequestException exception) => answer.TrySetException(exception);
}

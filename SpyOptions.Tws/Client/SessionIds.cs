namespace SpyOptions.Tws.Client;

/// <summary>Waits for the next valid order id and the accounts, which arrive in any order and without which requests may be dropped.</summary>
internal sealed class SessionIds(ClientContext context, Action<TwsFailureCode, string> endSession)
{
    private readonly TaskCompletionSource known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool hasOrderId;
    private bool hasAccounts;

    /// <summary>Ends when the next valid order id and at least one account are known.</summary>
    public Task Known => known.Task;

    /// <summary>What is still missing, for people.</summary>
    public string Missing => (hasOrderId, hasAccounts) switch
    {
        (false, false) => "next valid order id and no account list",
        (false, true) => "next valid order id",
        _ => "account list",
    };

    public void OnNextValidId(int orderId)
    {
        if (!context.OrderIds.TrySeed(orderId))
        {
            endSession(TwsFailureCode.IdsOutOfRange, $"next valid order id {orderId} lies outside of 1 to {RequestIdAllocator.First - 1}.");
            return;
        }

        hasOrderId = true;
        Check();
    }

    public void OnAccounts(IReadOnlyList<string> accounts)
    {
        hasAccounts |= accounts.Count > 0;
        context.State.AccountsKnown(accounts);
        Check();
    }

    private void Check()
    {
        if (hasOrderId && hasAccounts)
        {
            known.TrySetResult();
        }
    }
}

namespace SpyOptions.Tws.Client;

/// <summary>Keeps the current <see cref="TwsConnectionStatus"/> and tells of every change, in order.</summary>
internal sealed class ConnectionState(TimeProvider time, TwsClientMetrics metrics, Action<TwsConnectionStatus> changed)
{
    private readonly Lock gate = new();
    private TwsConnectionStatus status = new(TwsConnectionStage.Disconnected, 0, [], BrokerConnected: false, time.GetUtcNow(), LastFailure: null);

    public TwsConnectionStatus Status => Volatile.Read(ref status);

    public void Connecting() => Change(old => old with { Stage = TwsConnectionStage.Connecting, ServerVersion = 0, Accounts = [] });

    public void SocketOpened() => Change(static old => old with { Stage = TwsConnectionStage.AwaitingVersion });

    public void VersionAgreed(int serverVersion) => Change(old => old with { Stage = TwsConnectionStage.AwaitingIds, ServerVersion = serverVersion, BrokerConnected = true });

    public void AccountsKnown(IReadOnlyList<string> accounts) => Change(old => old with { Accounts = accounts });

    public void Ready() => Change(static old => old with { Stage = TwsConnectionStage.Ready });

    public void SetBrokerConnected(bool connected) => Change(old => old with { BrokerConnected = connected });

    public void Ended(TwsFailure? failure) => Change(old => old with
    {
        Stage = TwsConnectionStage.Disconnected,
        ServerVersion = 0,
        BrokerConnected = false,
        LastFailure = failure ?? old.LastFailure,
    });

    private void Change(Func<TwsConnectionStatus, TwsConnectionStatus> change)
    {
        lock (gate)
        {
            var next = change(status);
            if (next.Stage != status.Stage)
            {
                next = next with { Since = time.GetUtcNow() };
            }
            else if (next == status)
            {
                return;
            }

            Volatile.Write(ref status, next);
            metrics.SetUsable(next.IsUsable);
            changed(next);
        }
    }
}

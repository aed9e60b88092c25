namespace SpyOptions.Tws.Client;

/// <summary>
/// Asks for the gateway's time again and again. The protocol has no heartbeat of its own and a half-open socket looks healthy, so a question that is
/// not answered while nothing else arrives either ends the session.
/// </summary>
internal sealed class Heartbeat(ClientContext context, FrameLoop frames, Action<TwsFailureCode, string> endSession)
{
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(context.Options.HeartbeatInterval, context.Time, stop).ConfigureAwait(false);
            var askedAt = context.Time.GetTimestamp();
            try
            {
                await context.CurrentTime.AskAsync(context.Options.HeartbeatTimeout, stop).ConfigureAwait(false);
            }
            catch (TwsRequestException exception) when (exception.Failure == TwsRequestFailure.TimedOut)
            {
                if (frames.LastReceived < askedAt && !frames.IsPaused)
                {
                    endSession(
                        TwsFailureCode.HeartbeatTimeout,
                        $"nothing arrived within {context.Options.HeartbeatTimeout.TotalMilliseconds} ms after a heartbeat: the socket is half open.");
                    return;
                }

                TwsClientLog.HeartbeatLate(context.Logger, context.Options.HeartbeatTimeout.TotalMilliseconds);
            }
            catch (TwsRequestException exception) when (exception.Failure == TwsRequestFailure.QueueFull)
            {
                // The queue moves only while the gateway takes messages; the next beat will tell.
            }
        }
    }
}

using Microsoft.Extensions.Time.Testing;
using SpyOptions.Tws.Client;
using SpyOptions.Tws.Messages.Session;

namespace SpyOptions.Tests.Tws.Client;

public sealed class RequestPacerTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task No_second_ever_carries_more_than_the_limit()
    {
        using var pacer = Opened(45, 1_000);
        for (var index = 0; index < 200; index++)
        {
            pacer.Enqueue(Message(index, (SendPriority)(index % 3)));
        }

        var sentAt = new List<long>();
        while (sentAt.Count < 200)
        {
            var taking = pacer.TakeAsync(TestContext.Current.CancellationToken).AsTask();
            while (!taking.IsCompleted)
            {
                time.Advance(TimeSpan.FromMilliseconds(7));
                await Task.Yield();
            }

            sentAt.Add(time.GetTimestamp());
        }

        for (var first = 0; first + 45 < sentAt.Count; first++)
        {
            Assert.True(time.GetElapsedTime(sentAt[first], sentAt[first + 45]) >= TimeSpan.FromSeconds(1));
        }

        // 200 messages need four full windows after the first burst, and the pacer must not be slower than that by more than its steps.
        Assert.InRange(time.GetElapsedTime(sentAt[0], sentAt[^1]).TotalSeconds, 4, 4.5);
    }

    [Fact]
    public async Task An_order_that_arrives_while_the_window_is_full_goes_first()
    {
        using var pacer = Opened(2, 100);
        foreach (var index in Enumerable.Range(0, 5))
        {
            pacer.Enqueue(Message(index, SendPriority.MarketData));
        }

        Assert.Equal(0, await TakenAsync(pacer));
        Assert.Equal(1, await TakenAsync(pacer));
        var taking = TakenAsync(pacer);
        Assert.False(taking.IsCompleted);
        pacer.Enqueue(Message(100, SendPriority.Request));
        pacer.Enqueue(Message(200, SendPriority.Order));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await taking);
        Assert.Equal(100, await TakenAsync(pacer));
    }

    [Fact]
    public async Task A_full_queue_is_a_typed_error_and_leaves_room_for_orders()
    {
        using var pacer = Opened(45, 3);
        foreach (var index in Enumerable.Range(0, 3))
        {
            pacer.Enqueue(Message(index, SendPriority.MarketData));
        }

        var full = Assert.Throws<TwsRequestException>(() => pacer.Enqueue(Message(3, SendPriority.MarketData)));
        Assert.Equal(TwsRequestFailure.QueueFull, full.Failure);
        Assert.Equal(nameof(IdsRequest), full.Request);
        pacer.Enqueue(Message(9, SendPriority.Order));
        Assert.Equal(9, await TakenAsync(pacer));
    }

    [Fact]
    public async Task Nothing_is_queued_without_a_connection_and_what_waits_fails_when_it_ends()
    {
        using var pacer = new RequestPacer(45, 10, time);
        Assert.Equal(TwsRequestFailure.NotConnected, Assert.Throws<TwsRequestException>(() => pacer.Enqueue(Message(1, SendPriority.Order))).Failure);
        pacer.Open();
        var waiting = Message(2, SendPriority.Order);
        pacer.Enqueue(waiting);
        pacer.Close();
        var lost = await Assert.ThrowsAsync<TwsRequestException>(() => waiting.Completion);
        Assert.Equal(TwsRequestFailure.ConnectionLost, lost.Failure);
        Assert.Equal(0, pacer.Count);
    }

    [Fact]
    public async Task An_abandoned_message_is_passed_over_and_uses_no_place_in_the_window()
    {
        using var pacer = Opened(1, 10);
        var unwanted = Message(1, SendPriority.MarketData);
        pacer.Enqueue(unwanted);
        pacer.Enqueue(Message(2, SendPriority.MarketData));
        Assert.True(unwanted.TryAbandon());
        Assert.Equal(2, await TakenAsync(pacer));
        Assert.False(unwanted.TryTake());
    }

    [Fact]
    public async Task The_window_holds_across_connections()
    {
        using var pacer = Opened(1, 10);
        pacer.Enqueue(Message(1, SendPriority.Order));
        Assert.Equal(1, await TakenAsync(pacer));
        pacer.Close();
        pacer.EnqueueStart(Message(2, SendPriority.Order));
        var taking = TakenAsync(pacer);
        Assert.False(taking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await taking);
    }

    private RequestPacer Opened(int perSecond, int queueLengthMax)
    {
        var pacer = new RequestPacer(perSecond, queueLengthMax, time);
        pacer.Open();
        return pacer;
    }

    private static OutgoingRequest Message(int number, SendPriority priority) => new(new IdsRequest(number), priority, awaited: true);

    private static async Task<int> TakenAsync(RequestPacer pacer) =>
        ((IdsRequest)(await pacer.TakeAsync(TestContext.Current.CancellationToken)).Message).Count;
}

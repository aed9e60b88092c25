using SpyOptions.Tws.Client;

namespace SpyOptions.Tests.Tws.Client;

public sealed class IdAllocatorTests
{
    [Fact]
    public void Request_ids_start_above_every_order_id_and_wrap_within_their_range()
    {
        var ids = new RequestIdAllocator();
        Assert.Equal(1_000_000_000, ids.Next());
        Assert.Equal(1_000_000_001, ids.Next());
        Assert.False(RequestIdAllocator.IsRequestId(999_999_999));
        Assert.True(RequestIdAllocator.IsRequestId(2_000_000_000));
        Assert.False(RequestIdAllocator.IsRequestId(-1));
    }

    [Fact]
    public void Order_ids_go_on_from_the_next_valid_id_and_from_the_highest_id_seen()
    {
        var ids = new OrderIdAllocator();
        Assert.True(ids.TrySeed(100));
        Assert.Equal(100, ids.Next());
        Assert.True(ids.TryObserve(250));
        Assert.Equal(251, ids.Next());
        Assert.True(ids.TryObserve(7));
        Assert.True(ids.TrySeed(90));
        Assert.Equal(252, ids.Next());
    }

    [Fact]
    public void Orders_entered_elsewhere_do_not_move_the_ids()
    {
        var ids = new OrderIdAllocator();
        ids.TrySeed(5);
        Assert.True(ids.TryObserve(0));
        Assert.True(ids.TryObserve(-12));
        Assert.Equal(5, ids.Next());
    }

    [Fact]
    public void An_order_id_in_the_range_of_request_ids_is_refused()
    {
        var ids = new OrderIdAllocator();
        Assert.False(ids.TrySeed(RequestIdAllocator.First));
        Assert.False(ids.TryObserve(int.MaxValue));
        Assert.Equal(TwsRequestFailure.NotConnected, Assert.Throws<TwsRequestException>(() => ids.Next()).Failure);
    }

    [Fact]
    public async Task Ids_are_unique_when_many_threads_ask()
    {
        var requests = new RequestIdAllocator();
        var orders = new OrderIdAllocator();
        orders.TrySeed(1);
        var tasks = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => (requests.Next(), orders.Next())).ToArray()));
        var all = (await Task.WhenAll(tasks)).SelectMany(each => each).ToArray();
        Assert.Equal(20_000, all.Select(each => each.Item1).Distinct().Count());
        Assert.Equal(20_000, all.Select(each => each.Item2).Distinct().Count());
        Assert.Empty(all.Select(each => each.Item1).Intersect(all.Select(each => each.Item2)));
    }
}

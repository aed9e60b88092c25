using System.Buffers;
using SpyOptions.Tests.Tws.Support;
using SpyOptions.Tws.Messages.MarketData;
using SpyOptions.Tws.Messages.Orders;
using SpyOptions.Tws.Wire;

namespace SpyOptions.Tests.Tws.Messages;

/// <summary>What four independent clients sent must decode, and come back field by field but for differences that are explained here.</summary>
public sealed class CapturedRequestTests
{
    public static TheoryData<string, int, int> Hellos { get; } = new()
    {
        { "ib_async-178", 157, 178 },
        { "interreact-176", 176, 176 },
        { "official-csharp-177", 100, 177 },
        { "stoqey-ib-178", 100, 193 },
    };

    [Theory]
    [MemberData(nameof(Hellos))]
    public void Every_client_is_greeted_with_the_version_that_it_negotiated(string client, int minimum, int maximum)
    {
        var (bytes, negotiated, _) = ProtocolFiles.Capture(client);
        var buffer = new ReadOnlySequence<byte>(bytes);
        Assert.True(ClientHello.TryRead(ref buffer, out var hello));
        Assert.Equal(new ServerVersionRange(minimum, maximum), hello!.Versions);
        Assert.Equal(negotiated, ServerVersionRange.Default.Negotiate(hello.Versions));
        Assert.True(buffer.IsEmpty);
    }

    /// <summary>
    /// ib_async prints every double with a fraction; the official client sends a marker in seven fields of each of three orders;
    /// stoqey leaves numbers and flags empty where others write 0.
    /// </summary>
    [Theory]
    [InlineData("ib_async-178", 0, 0)]
    [InlineData("interreact-176", 0, 0)]
    [InlineData("official-csharp-177", 21, 0)]
    [InlineData("stoqey-ib-178", 0, 105)]
    public void Every_captured_request_comes_back_with_the_same_fields(string client, int unsetMarkers, int emptyZeros)
    {
        var (_, serverVersion, requests) = ProtocolFiles.Capture(client);
        var matches = new List<FieldMatch>();
        foreach (var theirs in requests)
        {
            var ours = WireText.Fields(WireText.Encode(WireText.Request(WireText.Payload(theirs), serverVersion), serverVersion));
            Assert.Equal(theirs.Length, ours.Length);
            for (var index = 0; index < theirs.Length; index++)
            {
                var match = FieldComparison.Compare(theirs[index], ours[index]);
                Assert.True(
                    match != FieldMatch.Different || IsVersionOfCancelMarketData(theirs, index),
                    $"{client}, message {theirs[0]}, field {index}: '{theirs[index]}' came back as '{ours[index]}'.");
                matches.Add(match);
            }
        }

        Assert.Equal(unsetMarkers, matches.Count(match => match == FieldMatch.UnsetMarker));
        Assert.Equal(emptyZeros, matches.Count(match => match == FieldMatch.EmptyIsZero));
    }

    [Theory]
    [InlineData("ib_async-178")]
    [InlineData("official-csharp-177")]
    [InlineData("stoqey-ib-178")]
    public void The_same_orders_of_different_clients_mean_the_same(string client)
    {
        var (_, serverVersion, requests) = ProtocolFiles.Capture(client);
        var decoded = requests.Select(fields => WireText.Request(WireText.Payload(fields), serverVersion)).ToList();
        var orders = decoded.OfType<PlaceOrderRequest>().ToDictionary(order => order.OrderId);
        Assert.Equal(("BUY", 1m, "LMT", 3.45m), Terms(orders[100]));
        Assert.Equal(("SELL", 2m, "MKT", null), Terms(orders[101]));
        Assert.Equal(("BUY", 1m, "LMT", 1.25m), Terms(orders[102]));
        Assert.All(orders.Values, order => Assert.True(order.Order.Transmit));
        Assert.All(orders.Values, order => Assert.Null(order.Order.TriggerPrice));
        Assert.All(orders.Values, order => Assert.Null(order.Order.DurationSeconds));
        Assert.Equal([(700001, "BUY"), (700002, "SELL")], orders[102].Contract.ComboLegs.Select(leg => (leg.ConId, leg.Action)));
        Assert.Equal("NonGuaranteed", Assert.Single(orders[102].Order.SmartComboRouting).Tag);

        var data = decoded.OfType<MarketDataRequest>().Single();
        Assert.Equal((700001, 590m, "100,101,104,106", false), (data.Contract.ConId, data.Contract.Strike, data.GenericTicks, data.Snapshot));
    }

    private static (string Action, decimal Quantity, string Type, decimal? Limit) Terms(PlaceOrderRequest request) =>
        (request.Order.Action, request.Order.TotalQuantity, request.Order.OrderType, request.Order.LimitPrice);

    /// <summary>ib_async says version 2 where every other client, and this one, says 1; the layout is the same.</summary>
    private static bool IsVersionOfCancelMarketData(string[] fields, int index) => fields[0] == "2" && index == 1 && fields[1] == "2";
}

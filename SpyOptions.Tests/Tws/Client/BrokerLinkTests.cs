using SpyOptions.Tws.Client;

namespace SpyOptions.Tests.Tws.Client;

public sealed class BrokerLinkTests
{
    [Theory]
    [InlineData(1100, (int)BrokerLinkChange.Lost)]
    [InlineData(2110, (int)BrokerLinkChange.Lost)]
    [InlineData(1101, (int)BrokerLinkChange.BackWithoutSubscriptions)]
    [InlineData(1102, (int)BrokerLinkChange.BackWithSubscriptions)]
    [InlineData(2106, (int)BrokerLinkChange.None)]
    [InlineData(2108, (int)BrokerLinkChange.None)]
    public void The_code_alone_tells(int code, int change) => Assert.Equal((BrokerLinkChange)change, new BrokerLink().Handle(code, "any words"));

    [Fact]
    public void A_farm_recovers_only_after_it_was_broken()
    {
        var link = new BrokerLink();
        Assert.Equal(BrokerLinkChange.None, link.Handle(2104, "Market data farm connection is OK:usopt"));
        Assert.Equal(BrokerLinkChange.None, link.Handle(2103, "Market data farm connection is broken:usopt"));
        Assert.Equal(BrokerLinkChange.None, link.Handle(2104, "Market data farm connection is OK:usfarm"));
        Assert.Equal(BrokerLinkChange.FarmRecovered, link.Handle(2104, "Market data farm connection is OK:usopt"));
        Assert.Equal(BrokerLinkChange.None, link.Handle(2104, "Market data farm connection is OK:usopt"));
    }
}

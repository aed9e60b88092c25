using SpyOptions.Tws.Client;

namespace SpyOptions.Tests.Tws.Client;

public sealed class GenericTickListTests
{
    private const string Text =
        "Error validating request.-'bW' : cause - Incorrect generic tick list of 104,292,101.  Legal ones for (STK) are: 100(Option Volume)," +
        "101(Option Open Interest),106(impvolat),221/220(Creditman Mark Price),258/47(Fundamentals),587(Pl Price 104, 292 Delayed)," +
        "614(EtfNavMisc(high/low)),619(Creditman Slow Mark Price)";

    [Theory]
    [InlineData("104,101,292,106", "101,106")]
    [InlineData(" 100 , 104 ", "100")]
    [InlineData("47,220,104", "47,220")]
    [InlineData("104", "")]
    public void The_offenders_are_left_out_and_the_order_stays(string asked, string legal)
    {
        Assert.True(GenericTickList.TryRemoveIllegal(asked, Text, out var kept));
        Assert.Equal(legal, kept);
    }

    [Theory]
    [InlineData("100,101,619", Text)]
    [InlineData("100,104", "Error validating request.-'bW' : cause - Please enter exchange")]
    [InlineData("100,104", "Legal ones for (STK) are:")]
    [InlineData("", Text)]
    public void A_list_that_is_not_the_cause_stays_as_it_is(string asked, string text)
    {
        Assert.False(GenericTickList.TryRemoveIllegal(asked, text, out _));
    }
}

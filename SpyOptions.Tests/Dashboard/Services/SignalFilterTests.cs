using Microsoft.AspNetCore.Http;
using SpyOptions.Contracts.Signals;
using SpyOptions.Dashboard.Services;

namespace SpyOptions.Tests.Dashboard.Services;

public sealed class SignalFilterTests
{
    [Fact]
    public void A_filter_survives_its_address()
    {
        var filter = new SignalFilter
        {
            Kind = SignalKind.VolumeSurge,
            SeverityMin = SignalSeverity.Medium,
            Expiry = new DateOnly(2026, 11, 20),
            Right = OptionRight.Put,
            DeltaMin = -0.5,
            DeltaMax = 0.25,
            ScoreMin = 3.5,
        };

        Assert.Equal(filter, SignalFilter.Parse(QueryString.Create(filter.ToQuery()).Value!));
    }

    [Theory]
    [InlineData("?kind=Nonsense&severityMin=7&expiry=soon&deltaMin=NaN&scoreMin=many&right=")]
    [InlineData("?%%%")]
    [InlineData("")]
    public void What_cannot_be_read_is_no_condition(string query) => Assert.Equal(SignalFilter.None, SignalFilter.Parse(query));
}

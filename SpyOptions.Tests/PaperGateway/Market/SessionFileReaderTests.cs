using System.Text;
using SpyOptions.PaperGateway.Market.Recorded;
using SpyOptions.Tests.Support;

namespace SpyOptions.Tests.PaperGateway.Market;

public sealed class SessionFileReaderTests
{
    [Theory]
    [InlineData(false, "\n")]
    [InlineData(true, "\n")]
    [InlineData(false, "\r\n")]
    public void Plain_and_gzipped_files_read_the_same(bool isGzip, string ending)
    {
        var session = SessionFileReader.Read(SessionFile.Write(SessionFile.Day(), isGzip, ending));
        Assert.Equal(new DateOnly(2026, 7, 22), session.SessionDate);
        Assert.Equal(6, session.Rows.Count);
        Assert.Equal(0, session.Skipped);
        var (first, put) = (session.Rows[0], session.Rows[1]);
        Assert.Equal(new DateTimeOffset(2026, 7, 22, 13, 31, 0, TimeSpan.Zero), first.SnapshotAt);
        Assert.Equal((1.20m, 1.21m, 10m, 12m), (first.Quote.Bid, first.Quote.Ask, first.Quote.BidSize, first.Quote.AskSize));
        Assert.Equal((310L, 35L, 0.15), (first.Quote.Volume, first.Quote.OpenInterest, first.Quote.ImpliedVolatility));
        Assert.Equal((null, null, null), (put.Quote.Bid, put.Quote.BidSize, put.Quote.ImpliedVolatility));
    }

    [Theory]
    [InlineData("quote_ts")]
    [InlineData("spot")]
    [InlineData("strike")]
    [InlineData("iv")]
    [InlineData("open_interest")]
    public void A_missing_column_is_named(string column)
    {
        var error = Refuse(SessionFile.Day().Select((line, index) => index == 0 ? line.Replace(column, "other", StringComparison.Ordinal) : line));
        Assert.Equal((column, 1), (error.Field, error.Line));
        Assert.Contains(column, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quote_ts", "2026-07-22T09:36:00", "yesterday")]
    [InlineData("spot", ",741,", ",n/a,")]
    [InlineData("spot", ",741,", ",-741,")]
    [InlineData("spot", ",741,", ",NaN,")]
    [InlineData("type", ",C,", ",X,")]
    [InlineData("strike", ",740.0,", ",740.3,")]
    [InlineData("strike", ",740.0,", ",1e9,")]
    [InlineData("expiry", ",2026-07-22,C", ",22.07.2026,C")]
    [InlineData("bid", ",1.60,1.61,", ",-1.60,1.61,")]
    [InlineData("ask", ",1.60,1.61,", ",1.60,,")]
    [InlineData("iv", ",0.15,", ",-0.15,")]
    [InlineData("volume", ",360.0,", ",360.5,")]
    [InlineData("open_interest", ",35.0", "")]
    public void A_bad_field_is_named_with_its_line(string field, string good, string bad)
    {
        var error = Refuse(SessionFile.Day().Select((line, index) => index == 3 ? line.Replace(good, bad, StringComparison.Ordinal) : line));
        Assert.Equal((field, 4), (error.Field, error.Line));
        Assert.Contains($"line 4, field {field}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_among_hundreds_is_skipped_and_counted()
    {
        var lines = SessionFile.Day().Concat(Enumerable.Range(0, 300).Select(index => SessionFile.Row("2026-07-22T09:50:00", 740, "C", 600 + index, 1, 2, 3)));
        var session = SessionFileReader.Read(SessionFile.Write(lines.Select((line, index) => index == 50 ? "garbage" : line)));
        Assert.Equal((305, 1), (session.Rows.Count, session.Skipped));
        Assert.Equal((51, "quote_ts"), (session.FirstSkipped!.Line, session.FirstSkipped.Field));
    }

    [Fact]
    public void Rows_out_of_order_and_rows_of_another_day_are_refused()
    {
        var day = SessionFile.Day().ToArray();
        var unsorted = Refuse([day[0], day[3], day[1]]);
        Assert.Equal(("quote_ts", 3), (unsorted.Field, unsorted.Line));
        var twoDays = Refuse([.. day, SessionFile.Row("2026-07-23T09:31:00", 740, "C", 740, 1, 2, 3)]);
        Assert.Equal(("quote_ts", 8), (twoDays.Field, twoDays.Line));
    }

    [Fact]
    public void An_empty_file_a_lone_header_and_a_missing_file_are_refused()
    {
        Assert.Contains("empty", Refuse(SessionFile.WriteBytes([], isGzip: false)).Message, StringComparison.Ordinal);
        Assert.Contains("no rows", Refuse([SessionFile.Header]).Message, StringComparison.Ordinal);
        var missing = Path.Combine(Path.GetTempPath(), "no-such-session.csv.gz");
        Assert.Contains(missing, Refuse(missing).Message, StringComparison.Ordinal);
        Assert.Equal(0, Refuse(missing).Line);
        Refuse(Path.GetTempPath());
    }

    [Fact]
    public void What_is_not_gzip_or_breaks_off_is_refused()
    {
        var plain = Encoding.UTF8.GetBytes(string.Join('\n', SessionFile.Day()));
        Assert.Contains("gzip", Refuse(SessionFile.WriteBytes(plain, isGzip: true, isCompressed: false)).Message, StringComparison.Ordinal);
        var rows = Enumerable.Range(0, 1500).Select(index => SessionFile.Row("2026-07-22T09:50:00", 740, "C", 400 + (index * 0.5m), 1 + (index * 0.37m), 900 + index, index * 7));
        var whole = File.ReadAllBytes(SessionFile.Write(rows.Prepend(SessionFile.Header), isGzip: true));
        Assert.Contains("gzip", Refuse(SessionFile.WriteBytes(whole[..(whole.Length / 2)], isGzip: true, isCompressed: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_give_the_reader_s_own_error()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Refuse(SessionFile.WriteBytes(bytes, isGzip: round % 2 == 0, isCompressed: round % 4 == 0));
        }
    }

    [Fact]
    public void Every_recorded_day_reads_without_a_skipped_row()
    {
        if (Repository.MarketData is not { } data)
        {
            Assert.Skip("The recorded sessions are not beside the repository (../shared/data/spy-0dte-intraday, or SPYOPTIONS_DATA).");
            return;
        }

        var files = Directory.GetFiles(Path.Combine(data, "spy-0dte-intraday"), "*.csv.gz");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var session = SessionFileReader.Read(file);
            Assert.Equal(0, session.Skipped);
            if (session.Rows[0].SnapshotAt != session.Rows[^1].SnapshotAt)
            {
                Assert.Equal(Path.GetFileName(file)[..10], session.SessionDate.ToString("yyyy-MM-dd", null));
            }

            Assert.Contains(session.Rows, row => row.Quote.ImpliedVolatility is null);
        }
    }

    private static SessionFileException Refuse(IEnumerable<string> lines) => Refuse(SessionFile.Write(lines));

    private static SessionFileException Refuse(string path)
    {
        var error = Assert.Throws<SessionFileException>(() => SessionFileReader.Read(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.Path);
        return error;
    }
}

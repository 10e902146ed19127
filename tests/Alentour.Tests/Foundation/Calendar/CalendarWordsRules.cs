using System.Text;
using Alentour.Foundation.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Foundation.Calendar;

public sealed class CalendarWordsRules
{
    private static readonly string[] Pieces =
    [
        "a", "é", "e\u0301", "œ", "’", "— ", "\u00a0", "漢", "🧵", "👩🏽‍🤝‍👩🏻", "\u200f", "\ufeff", "\uffff", " ", "\t", "\n",
        "\\", "\\n", "\\\\", ",", ";", ":", "\"", "^n", "%", "BEGIN:VEVENT", "une phrase assez longue pour être pliée ",
    ];

    private static readonly Arbitrary<string> AnyWords =
        (from pieces in Gen.Elements(Pieces).ListOf() select string.Concat(pieces)).ToArbitrary();

    private static readonly Arbitrary<string> AnyCharacters =
        (from codes in Gen.Choose(0, char.MaxValue).ListOf() select string.Concat(codes.Select(code => (char)code))).ToArbitrary();

    [Fact]
    public void Words_come_back_as_they_were_written() => Prop.ForAll(AnyWords, words =>
        Description(Written("x" + words)) == "x" + words).QuickCheckThrowOnFailure();

    [Fact]
    public void No_line_passes_75_octets_and_none_cuts_a_character() => Prop.ForAll(AnyWords, words =>
        ReadCalendar.RawLines(Written(words)).All(FitsAndIsWhole)).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_sent_no_control_character_and_no_bare_line_end_comes_out() => Prop.ForAll(AnyCharacters, characters =>
    {
        var lines = ReadCalendar.RawLines(Written(characters));
        return lines.All(FitsAndIsWhole) && !lines.Any(line => line.Any(c => char.IsControl(c) && c != '\t'));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\u2028b", "a\nb")]
    [InlineData("a\u0085b", "a\nb")]
    [InlineData("a\u0000\u0007\u007f\u009bb", "ab")]
    public void Line_ends_become_one_kind_and_control_characters_go(string words, string expected) =>
        Assert.Equal(expected, Description(Written(words)));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("a\ufffdb", Description(Written("a\ud83eb")));

    [Fact]
    public void A_line_of_75_octets_is_not_folded_and_one_of_76_is()
    {
        var room = 75 - "DESCRIPTION:".Length;
        Assert.Contains("DESCRIPTION:" + new string('a', room), ReadCalendar.RawLines(Written(new string('a', room))));
        Assert.Contains(" é", ReadCalendar.RawLines(Written(new string('a', room - 1) + "é")));
    }

    [Fact]
    public void Words_cannot_add_a_line_of_their_own() => Assert.Single(
        Feeds.Events(Feeds.Thursday with { Summary = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y", Uid = "u\r\nATTACH:z" }));

    private static string Written(string description) =>
        CalendarWriter.Write(Feeds.One(Feeds.Thursday with { Description = description }));

    private static string Description(string text) =>
        ReadCalendar.Words(ReadCalendar.Value(new ReadCalendar(text).Components("VEVENT").Single(), "DESCRIPTION")!);

    /// <summary>Encoded alone, a line that holds half a character would not decode to itself.</summary>
    private static bool FitsAndIsWhole(string line)
    {
        var octets = Encoding.UTF8.GetBytes(line);
        return octets.Length <= 75 && Encoding.UTF8.GetString(octets) == line && !line.Contains('\n') && !line.Contains('\r');
    }
}

namespace Alentour.Tests.Content;

public sealed class LongTextRules
{
    [Theory]
    [InlineData("Community.Groups.Content.wait-advice")]
    [InlineData("Practices.House.Content.about")]
    public void French_and_English_have_the_same_headings_and_points(string name)
    {
        static IEnumerable<string> Bones(string text) => text.Split('\n').Where(line => line.StartsWith('#') || line.StartsWith('-')).Select(line => line.Split(' ')[0]);
        Assert.Equal(Bones(Embedded.Text(name + ".fr.md")), Bones(Embedded.Text(name + ".en.md")));
    }

    [Theory]
    [InlineData("Practices.House.Content.about.fr.md", "peuples autochtones")]
    [InlineData("Practices.House.Content.about.en.md", "Indigenous peoples")]
    public void Sharing_circles_are_credited_to_those_they_come_from(string name, string credit) =>
        Assert.Contains(credit, Embedded.Text(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Practices.House.Content.about.fr.md")]
    [InlineData("Practices.House.Content.about.en.md")]
    public void Nothing_says_that_the_host_cannot_read(string name) =>
        Assert.DoesNotMatch("(?i)hébergeur|\\bhost\\b", Embedded.Text(name));
}

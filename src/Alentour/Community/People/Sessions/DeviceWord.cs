namespace Alentour.Community.People.Sessions;

/// <summary>A few words by which a person knows a device of theirs again; no version, nothing that would tell two apart.</summary>
static class DeviceWord
{
    static readonly (string Sign, string Word)[] Machines = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];
    static readonly (string Sign, string Word)[] Browsers = [("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Edg", "Edge"), ("SamsungBrowser/", "Samsung Internet"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    /// <summary>"" when the browser says nothing known.</summary>
    public static string Of(HttpRequest request)
    {
        var said = request.Headers.UserAgent.ToString();
        return string.Join(", ", new[] { Find(Machines, said), Find(Browsers, said) }.OfType<string>());
    }

    static string? Find((string Sign, string Word)[] known, string said) => known.FirstOrDefault(k => said.Contains(k.Sign, StringComparison.Ordinal)).Word;
}

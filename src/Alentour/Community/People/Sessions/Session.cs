namespace Alentour.Community.People.Sessions;

/// <summary>How long a browser stays in. The device is the person's own, or shared (a library, a friend's phone).</summary>
public static class SessionTerm
{
    public static readonly TimeSpan OwnDevice = TimeSpan.FromDays(14);
    public static readonly TimeSpan SharedDevice = TimeSpan.FromMinutes(30);

    // The date is moved on only when it is worth a write.
    static readonly TimeSpan OwnStep = TimeSpan.FromHours(12);
    static readonly TimeSpan SharedStep = TimeSpan.FromMinutes(1);

    public static DateTimeOffset RunsOutAt(bool isShared, DateTimeOffset now) => now + (isShared ? SharedDevice : OwnDevice);

    /// <summary>The date to move on to after a use now, or null while the one kept is good enough.</summary>
    public static DateTimeOffset? MovedOn(bool isShared, DateTimeOffset kept, DateTimeOffset now) =>
        RunsOutAt(isShared, now) is var next && next - kept >= (isShared ? SharedStep : OwnStep) ? next : null;
}

/// <summary>What became of the cookie that a request brought.</summary>
public enum Sat
{
    /// <summary>Nobody holds it, or no longer.</summary>
    Nobody,

    Here,

    /// <summary>Its date was moved on, on a device of one's own: the browser, too, has to keep the cookie for longer.</summary>
    MovedOn,
}

/// <summary>A browser where the person is in, as they see it in the list of their sessions.</summary>
/// <param name="Device">A coarse word: "Android, Firefox".</param>
public sealed record OpenSession(Guid Id, bool IsShared, string Device, DateOnly BegunOn);

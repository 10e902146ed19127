namespace Alentour.Foundation.Clock;

/// <summary>Time zones by their IANA name.</summary>
public static class Zones
{
    /// <summary>The zone of a house that says nothing: that of most of Quebec.</summary>
    public const string DefaultId = "America/Toronto";

    /// <summary>The zone with this IANA name; the default zone when the name is empty.</summary>
    /// <exception cref="TimeZoneNotFoundException">The name is unknown here; the message says what to write.</exception>
    public static TimeZoneInfo Find(string? id)
    {
        var name = string.IsNullOrWhiteSpace(id) ? DefaultId : id.Trim();
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId) return zone;
        throw new TimeZoneNotFoundException(
            $"The time zone \"{name}\" is unknown on this machine. Write an IANA name such as \"{DefaultId}\", "
            + "and check that the time zone files (package tzdata) are installed.");
    }
}

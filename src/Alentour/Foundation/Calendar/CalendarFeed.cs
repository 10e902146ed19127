namespace Alentour.Foundation.Calendar;

/// <summary>A calendar that people's own calendars read; <see cref="CalendarWriter"/> writes it.</summary>
public sealed record CalendarFeed
{
    /// <summary>The name the calendar bears in the reader.</summary>
    public required string Name { get; init; }

    /// <summary>Every wall time of the feed is in this zone; it has an IANA name.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Who made the file, such as "-//Alentour//fr-CA".</summary>
    public required string ProductId { get; init; }

    public required IReadOnlyList<CalendarEvent> Events { get; init; }
}

/// <summary>Something that takes place once or comes back. Its first day is that of <see cref="Repetition"/>.</summary>
public sealed record CalendarEvent
{
    /// <summary>The same for ever and unlike any other in the world, such as "id@house.example".</summary>
    public required string Uid { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    /// <summary>An absolute address.</summary>
    public Uri? Url { get; init; }

    public required TimeOnly StartTime { get; init; }

    /// <summary>Real time elapsed, to the second; more than zero.</summary>
    public required TimeSpan Duration { get; init; }

    public required Repetition Repetition { get; init; }

    /// <summary>The planned days that do not take place. Days the repetition does not give are left out.</summary>
    public IReadOnlyCollection<DateOnly> CancelledDays { get; init; } = [];

    /// <summary>The planned days that take place otherwise. A day that is also cancelled does not take place.</summary>
    public IReadOnlyCollection<MovedOccurrence> Moved { get; init; } = [];

    /// <summary>When these words last changed: never the time of asking, or every reading looks new.</summary>
    public required DateTimeOffset Stamp { get; init; }

    /// <summary>How many times date, time or place changed; readers keep the highest.</summary>
    public int Sequence { get; init; }
}

/// <summary>One planned day of a series that takes place otherwise. Null means: as in the series.</summary>
public sealed record MovedOccurrence
{
    /// <summary>The day the repetition gives.</summary>
    public required DateOnly PlannedDay { get; init; }

    public required DateOnly Day { get; init; }

    public TimeOnly? StartTime { get; init; }

    public TimeSpan? Duration { get; init; }

    public string? Location { get; init; }
}

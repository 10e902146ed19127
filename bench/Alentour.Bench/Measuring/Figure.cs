using System.Net;

namespace Alentour.Bench.Measuring;

/// <summary>Which server answers.</summary>
enum Stand
{
    /// <summary>Plain Kestrel.</summary>
    Hello,

    /// <summary>Hand-written HTML.</summary>
    Raw,

    /// <summary>The house with 2,000 meetings.</summary>
    Small,

    /// <summary>The house with 20,000.</summary>
    Large,
}

/// <summary>What a browser sends.</summary>
/// <param name="Cookie">The session of whoever asks, as "name=value"; null for a visitor.</param>
/// <param name="Form">The fields of a POST; null for a GET.</param>
/// <param name="From">The address of whoever asks, as a server in front would tell it: what is slowed by address is not slowed here.</param>
sealed record Request(string Path, string? Cookie = null, IReadOnlyDictionary<string, string>? Form = null, string? From = null)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Form is null ? HttpMethod.Get : HttpMethod.Post, Path);
        message.Headers.AcceptEncoding.ParseAdd("br");
        if (Cookie is not null)
            message.Headers.Add("Cookie", Cookie);
        if (Form is null)
            return message;
        message.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (From is not null)
        {
            message.Headers.Add("X-Forwarded-For", From);
            message.Headers.Add("X-Forwarded-Proto", "https");
        }
        message.Content = new FormUrlEncodedContent(Form);
        return message;
    }
}

/// <summary>One line of the table.</summary>
/// <param name="Ask">The nth request. A kept page is asked at one address; a made one never twice at the same.</param>
/// <param name="IsKept">Whether the output cache answers, so that hello is its limit; else the hand-written page is.</param>
/// <param name="CpuGoal">Milliseconds of processor a request; null when the goal is a multiple of its limit, or none is set.</param>
sealed record Figure(string Name, Stand Stand, Func<long, Request> Ask, bool IsKept, double? CpuGoal = null)
{
    /// <summary>A kept page may cost this many times a plain hello (architecture.md part 12).</summary>
    const double TimesHello = 1.5;

    public Figure(string name, Stand stand, Func<long, string> path, bool isKept, double? cpuGoal = null)
        : this(name, stand, n => new Request(path(n)), isKept, cpuGoal)
    {
    }

    /// <summary>The name of the figure that is its limit; null for a limit itself.</summary>
    public string? Beside { get; init; } = IsLimitStand(Stand) ? null : IsKept ? Figures.Hello : Figures.Raw;

    /// <summary>How many times its limit it may cost; null when only milliseconds are asked.</summary>
    public double? Times { get; init; } = IsKept && !IsLimitStand(Stand) ? TimesHello : null;

    public HttpStatusCode Expected { get; init; } = HttpStatusCode.OK;

    /// <summary>Every acknowledged request must stand in this table afterwards, as one row.</summary>
    public string? Rows { get; init; }

    /// <summary>One that takes a third of a second is asked a dozen times and not some hundred.</summary>
    public bool IsSlow { get; init; }

    public bool IsLimit => IsLimitStand(Stand);

    static bool IsLimitStand(Stand stand) => stand is Stand.Hello or Stand.Raw;
}

using System.Diagnostics;
using System.Net;

namespace Alentour.Tests.Personas;

/// <summary>
/// One question asked again and again of the house, of what exists and of what does not, by turns: whoever asks must not tell them apart,
/// neither by a byte nor by the clock.
/// </summary>
static class Pairs
{
    /// <summary>Where each question costs a quarter of a second of a processor, by the same code for both, the ordinary run asks a few and compares bytes alone.</summary>
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("ALENTOUR_TEST_LONG") is "1";

    const int Many = 500;
    const int Few = 5;
    const int ToWarmUp = 10;
    const double MillisecondsApart = 5;

    /// <summary>500 and 500: identical bytes, medians within 5 ms, the times measured once more before failing.</summary>
    /// <param name="known">Asks the n-th question of what exists, and returns the answer with what was typed taken out.</param>
    /// <param name="unknown">The same of what does not exist.</param>
    /// <param name="isCostly">Words are sealed on the way, or the same code was asked 500 times elsewhere: five pairs and their bytes in the ordinary run.</param>
    /// <param name="before">What is put right before each question, told whether what exists is asked for next; it is not measured.</param>
    public static async Task AlikeAsync(Func<int, Task<string>> known, Func<int, Task<string>> unknown, bool isCostly = false, Func<bool, Task>? before = null)
    {
        var (pairs, measures) = isCostly && !IsLong ? (Few, false) : (Many, true);
        var apart = await ApartAsync(pairs, known, unknown, 0, before);
        if (measures && apart > MillisecondsApart)
            apart = await ApartAsync(pairs, known, unknown, pairs + ToWarmUp, before);
        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs} pairs, medians {apart:0.00} ms apart");
        Assert.True(!measures || apart <= MillisecondsApart, $"The medians are {apart:0.00} ms apart.");
    }

    /// <summary>A status, the headers that say something, and the body with what was typed taken out.</summary>
    public static async Task<string> SaidAsync(HttpResponseMessage answer, params string[] typed)
    {
        using (answer)
        {
            var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal));
            var body = $"{(int)answer.StatusCode}\n{headers}\n{WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}";
            return typed.Aggregate(body, (said, word) => said.Replace(word, "…", StringComparison.Ordinal));
        }
    }

    static async Task<double> ApartAsync(int pairs, Func<int, Task<string>> known, Func<int, Task<string>> unknown, int first, Func<bool, Task>? before)
    {
        var (answers, times) = (new HashSet<string>(StringComparer.Ordinal), new[] { new List<double>(), new List<double>() });
        var warm = pairs == Few ? 0 : ToWarmUp;
        for (var n = first; n < first + warm + pairs; n++)
            // Who goes first changes with each pair.
            foreach (var side in n % 2 == 0 ? (int[])[0, 1] : [1, 0])
            {
                await (before?.Invoke(side == 0) ?? Task.CompletedTask);
                var began = Stopwatch.GetTimestamp();
                answers.Add(await (side == 0 ? known : unknown)(n));
                if (n >= first + warm)
                    times[side].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        Assert.True(answers.Count == 1, "They are answered differently:\n" + string.Join("\n=====\n", answers.Take(2)));
        return Math.Abs(Median(times[0]) - Median(times[1]));
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}

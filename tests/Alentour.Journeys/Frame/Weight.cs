using Alentour.Tests.Cast;

namespace Alentour.Journeys.Frame;

/// <summary>How heavy an answer is on the wire, compressed as browsers ask for it.</summary>
static class Weight
{
    /// <returns>Bytes of the body, compressed.</returns>
    public static async Task<long> OfAsync(House house, string address)
    {
        using var visitor = new HttpClient { BaseAddress = house.Address };
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        return (await visitor.GetByteArrayAsync(address)).LongLength;
    }
}

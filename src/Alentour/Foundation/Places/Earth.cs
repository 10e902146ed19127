namespace Alentour.Foundation.Places;

/// <summary>A rectangle of degrees round a point.</summary>
public readonly record struct Box(double South, double North, double West, double East);

/// <summary>Distances on the globe, in kilometres.</summary>
public static class Earth
{
    const double RadiusKm = 6371;
    const double DegreeKm = RadiusKm * Math.PI / 180;

    /// <summary>How far apart two points are, as the crow flies.</summary>
    public static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        var half = Math.PI / 360;
        var a = Math.Pow(Math.Sin((lat2 - lat1) * half), 2)
            + Math.Cos(lat1 * 2 * half) * Math.Cos(lat2 * 2 * half) * Math.Pow(Math.Sin((lon2 - lon1) * half), 2);
        return 2 * RadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>The rectangle that holds every point within <paramref name="km"/>.</summary>
    public static Box Around(double lat, double lon, double km)
    {
        var height = km / DegreeKm;
        var width = height / LongitudeScale(lat);
        return new Box(lat - height, lat + height, lon - width, lon + width);
    }

    /// <summary>How much shorter a degree of longitude is here than a degree of latitude; never 0, so that it can divide.</summary>
    public static double LongitudeScale(double lat) => Math.Max(0.01, Math.Cos(lat * Math.PI / 180));

    /// <summary>Kilometres in one degree of latitude.</summary>
    public static double KilometresPerDegree => DegreeKm;
}

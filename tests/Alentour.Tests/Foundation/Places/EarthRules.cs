using Alentour.Foundation.Places;

namespace Alentour.Tests.Foundation.Places;

public sealed class EarthRules
{
    [Fact]
    public void Rimouski_to_Quebec_is_about_260_km() =>
        Assert.InRange(Earth.Kilometres(48.4489, -68.5236, 46.8139, -71.2080), 255, 275);

    [Fact]
    public void The_box_round_a_point_holds_every_point_within_the_distance()
    {
        var box = Earth.Around(48.45, -68.52, 10);
        for (var degrees = 0; degrees < 360; degrees += 5)
        {
            var lat = 48.45 + Math.Sin(degrees * Math.PI / 180) * 9.99 / Earth.KilometresPerDegree;
            var lon = -68.52 + Math.Cos(degrees * Math.PI / 180) * 9.99 / Earth.KilometresPerDegree / Earth.LongitudeScale(48.45);
            Assert.InRange(lat, box.South, box.North);
            Assert.InRange(lon, box.West, box.East);
        }
    }

    [Fact]
    public void A_point_at_a_pole_has_a_box_too() => Assert.True(double.IsFinite(Earth.Around(90, 0, 25).East));
}

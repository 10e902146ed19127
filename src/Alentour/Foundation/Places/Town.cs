using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Places;

/// <summary>A municipality of Quebec, or a quarter that people name instead. Degrees, WGS 84.</summary>
/// <param name="RegionCode">"01" to "17".</param>
public sealed record Town(string Name, string RegionCode, double Lat, double Lon);

/// <summary>One of the 17 administrative regions of Quebec.</summary>
/// <param name="Code">"01" to "17".</param>
public sealed record Region(string Code, Bilingual Name);

using Alentour.Foundation.Running;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Running;

public sealed class CheckPage
{
    [Fact]
    public async Task A_sound_house_is_well_and_one_whose_nights_are_missed_says_so()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await Sql.RunAsync(house, "DELETE FROM night_work");
        await Sql.RunAsync(house, "INSERT INTO night_work (name, night, taken_by, taken_until) VALUES ('erasing', '2026-11-25', '', 0), ('failing', '', '', 0)");
        var (code, said) = await CheckAsync(house);
        Assert.Equal(1, code);
        Assert.Contains("failing was never done", said, StringComparison.Ordinal);
        Assert.DoesNotContain("erasing", said, StringComparison.Ordinal);
        await Sql.RunAsync(house, "DELETE FROM night_work WHERE name = 'failing'");
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("erasing was last done on 2026-11-25", (await CheckAsync(house)).Said, StringComparison.Ordinal);
        await Sql.RunAsync(house, "DELETE FROM night_work");
        Assert.DoesNotContain("night", (await CheckAsync(house)).Said, StringComparison.Ordinal);
    }

    static async Task<(int Code, string Said)> CheckAsync(House house)
    {
        using var scope = house.Services.CreateScope();
        using var said = new StringWriter();
        var code = await scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == "check").RunAsync([], said, default);
        return (code, said.ToString());
    }
}

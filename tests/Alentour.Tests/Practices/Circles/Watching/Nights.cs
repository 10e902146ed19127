using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Practices.Circles.Watching;

sealed class Nights(House house)
{
    /// <summary>What is done each night is done now.</summary>
    public Task PassAsync() => house.Services.GetRequiredService<NightWork>().RunDueAsync();
}

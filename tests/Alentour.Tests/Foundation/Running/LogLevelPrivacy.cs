using Alentour.Foundation.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alentour.Tests.Foundation.Running;

public sealed class LogLevelPrivacy
{
    [Theory]
    [InlineData("Default")]
    [InlineData("Microsoft")]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    public void No_setting_makes_the_framework_write_what_people_search_for(string category)
    {
        var builder = WebApplication.CreateBuilder([$"--Logging:LogLevel:{category}=Trace", $"--Logging:Console:LogLevel:{category}=Trace"]);
        builder.ReadSettings();
        using var services = builder.Services.BuildServiceProvider();
        var loggers = services.GetRequiredService<ILoggerFactory>();
        Assert.False(loggers.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Information));
        Assert.False(loggers.CreateLogger("Microsoft.AspNetCore.Http.Result.RedirectResult").IsEnabled(LogLevel.Information));
        Assert.True(loggers.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Error));
    }
}

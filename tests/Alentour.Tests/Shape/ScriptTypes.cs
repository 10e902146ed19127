using System.Diagnostics;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape;

/// <summary>esbuild drops the types without reading them; somebody must.</summary>
public sealed class ScriptTypes
{
    [Fact]
    public async Task The_scripts_hold_to_their_types()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Repository.Path(Repository.Source), RedirectStandardOutput = true };
        start.ArgumentList.Add("node_modules/typescript/bin/tsc");
        start.ArgumentList.Add("--project");
        start.ArgumentList.Add("Browser/tsconfig.json");
        using var compiler = Process.Start(start)!;
        var said = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        Assert.True(compiler.ExitCode == 0, said);
    }
}

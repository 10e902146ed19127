using System.Diagnostics;
using System.Text.Json;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape.OldBrowsers;

/// <summary>A phone of ten years reads these pages too (ux.md part 8): what is built must not go blank on Chrome 80 or Safari 12.</summary>
public sealed class OldBrowsers
{
    static readonly string Built = Path.Combine(AppContext.BaseDirectory, "wwwroot", "built");

    [Fact]
    public void The_style_sheet_blanks_nothing()
    {
        var sheets = Directory.GetFiles(Built, "*.css");
        Assert.NotEmpty(sheets);
        foreach (var sheet in sheets)
        {
            Assert.True(StyleBlocks.In(File.ReadAllText(sheet)).Count > (Path.GetFileName(sheet).StartsWith("site.", StringComparison.Ordinal) ? 200 : 10), $"{sheet} was hardly read");
            Findings.None(OldStyles.Findings(File.ReadAllText(sheet)));
        }
    }

    [Fact]
    public async Task No_script_throws_at_its_first_line()
    {
        var scripts = Directory.GetFiles(Built, "*.js").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
        Assert.True(scripts.Count >= 3, "the scripts were not built");
        Findings.None(await OldScriptsAsync(scripts));
    }

    [Theory]
    [InlineData("@layer base{p{color:red}}")]
    [InlineData("@container (min-width:20em){.group{display:block}}")]
    [InlineData("@media (width>=40em){.nav{display:block}}")]
    [InlineData(".group{color:red;&:hover{color:blue}}")]
    [InlineData(".group{.small{color:blue}}")]
    [InlineData("main,main:has(.help){display:block}")]
    [InlineData("a:focus,a:focus-visible{outline:0}")]
    [InlineData("p:not(.a,.b),p{color:red}")]
    [InlineData(".patch::after{position:absolute;inset:4px}")]
    [InlineData("h1{font-size:clamp(1rem,2vw,3rem)}")]
    [InlineData(":root{--ink:light-dark(#000,#fff)}")]
    [InlineData("main{min-height:100dvh}")]
    [InlineData("p{color:rgb(0 0 0/50%)}")]
    [InlineData(".buttons{display:flex;gap:1rem}")]
    public void A_sheet_that_would_is_refused(string css) => Assert.NotEmpty(OldStyles.Findings(css));

    [Theory]
    [InlineData("h1{font-size:2rem;font-size:clamp(1rem,2vw,3rem)}")]
    [InlineData("@supports (inset:0){p{inset:0}}")]
    [InlineData(".grid{display:grid;gap:1rem}")]
    [InlineData("main:has(.help) ~ .foot{display:none}")]
    [InlineData("a::before{content:\"{;inset:0\"}p{background:url(data:image/svg+xml;utf8,{})}")]
    [InlineData("@media(min-width:40em){.nav{display:block}}@keyframes in{from{opacity:0}to{opacity:1}}")]
    public void A_sheet_that_would_not_is_let_be(string css) => Assert.Empty(OldStyles.Findings(css));

    [Theory]
    [InlineData("a?.b")]
    [InlineData("a ?? b")]
    [InlineData("a ||= b")]
    [InlineData("class A { #b = 1 }")]
    [InlineData("import('x')")]
    [InlineData("'a'.replaceAll('a', 'b')")]
    [InlineData("[1].at(-1)")]
    [InlineData("structuredClone({})")]
    [InlineData("Object.hasOwn({}, 'a')")]
    [InlineData("Promise.any([])")]
    [InlineData("new window.ResizeObserver(() => {})")]
    [InlineData("matchMedia('print').addEventListener('change', f)")]
    [InlineData("/(?<=a)b/.test('ab')")]
    public async Task A_script_that_would_is_refused(string script) => Assert.NotEmpty(await OldScriptsAsync(new() { ["it.js"] = script }));

    [Theory]
    [InlineData("if ('replaceAll' in '') ''.replaceAll('a', 'b')")]
    [InlineData("if (typeof ResizeObserver !== 'undefined') new ResizeObserver(f)")]
    [InlineData("const { at, ...rest } = x; async () => { for await (const y of z) await y }; try { f() } catch { g() }")]
    public async Task A_script_that_would_not_is_let_be(string script) => Assert.Empty(await OldScriptsAsync(new() { ["it.js"] = script }));

    static async Task<IReadOnlyList<string>> OldScriptsAsync(Dictionary<string, string> scripts)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.Path($"{Repository.Tests}/Shape/OldBrowsers/old-scripts.mjs"));
        start.ArgumentList.Add(Repository.Path(Repository.Source));
        using var node = Process.Start(start)!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(scripts));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await failed);
        return (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

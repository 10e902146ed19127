using System.Text.Json.Nodes;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Practices.Finder;

public sealed class StoppedImportPage
{
    /// <summary>Should the process be killed in the middle, the next start must know that real entries may stand there (guarantee 22).</summary>
    [Fact]
    public async Task The_database_says_that_it_was_imported_into_before_any_entry_comes_in()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var file = Path.Combine(house.Folder, "rows.json");
        await File.WriteAllTextAsync(file, new JsonArray([.. Enumerable.Range(1, 500).Select(i => ImportPage.Row(i, $"Groupe {i}"))]).ToJsonString());
        using var scope = house.Services.CreateScope();
        var import = scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == "import bmlt");
        await Assert.ThrowsAsync<IOException>(() => import.RunAsync([file], new StoppedAt("wrote 500 groups"), CancellationToken.None));
        Assert.Equal(0, await CountAsync(house, "SELECT count(*) FROM listed_entry WHERE source_key <> 'seeds'"));
        Assert.Equal(1, await CountAsync(house, "SELECT count(*) FROM store_fact WHERE name = 'imported'"));
    }

    static async Task<long> CountAsync(House house, string sql)
    {
        await using var connection = await house.Database.OpenAsync();
        await using var command = connection.Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null);
    }

    sealed class StoppedAt(string line) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value == line)
                throw new IOException("The reader of these lines went away.");
            base.WriteLine(value);
        }
    }
}

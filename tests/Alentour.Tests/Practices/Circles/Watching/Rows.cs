using System.Text;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>Tables written out, a line for each value, so that two moments can be compared.</summary>
static class Rows
{
    public static async Task<string> OfAsync(House house, params string[] tables)
    {
        var all = new StringBuilder();
        await using var connection = await house.Database.OpenAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    all.Append(table).Append('.').Append(reader.GetName(i)).Append(" = ").AppendLine(reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture));
        }
        return all.ToString();
    }
}

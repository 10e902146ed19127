using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Passkeys;

/// <summary>What is kept of a person's passkeys: all of it, as it stands.</summary>
sealed class PasskeyRecords : IHoldsPersonalData
{
    public IReadOnlyList<KeptKind> Kinds { get; } = 
    [
        new("passkeys", "record.passkeys", "record.passkeys.until")
        {
            Labels = new Dictionary<string, string>
            {
                ["device"] = "access.device", ["made_on"] = "record.madeOn", ["credential"] = "record.passkey.credential", ["public_key"] = "record.passkey.publicKey",
                ["count"] = "record.passkey.count", ["transports"] = "record.passkey.transports", ["may_be_copied"] = "record.passkey.mayBeCopied", ["is_copied"] = "record.passkey.isCopied",
            },
            Values = new Dictionary<string, Func<string, string>> { ["may_be_copied"] = v => $"record.yesNo.{v}", ["is_copied"] = v => $"record.yesNo.{v}" },
        },
    ];

    public async Task<IReadOnlyList<KeptRows>> OfAsync(DbConnection connection, Guid person, CancellationToken stop) =>
        [new("passkeys", await connection.Command("SELECT made_on, particulars FROM way_in WHERE kind = 'Passkey' AND person_id = @person ORDER BY id", null, ("person", person.ToString())).ListAsync(Row, stop)) { Columns = [.. Kinds[0].Labels.Keys] }];

    public Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop) =>
        connection.Command("DELETE FROM way_in WHERE kind = 'Passkey' AND person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);

    static IReadOnlyDictionary<string, string?> Row(DbDataReader row)
    {
        var kept = PasskeyParticulars.OfJson(row.GetString(1));
        return new Dictionary<string, string?>
        {
            ["device"] = kept.Name,
            ["made_on"] = row.GetString(0),
            ["credential"] = kept.Credential,
            ["public_key"] = kept.Key,
            ["count"] = kept.Count.ToString(CultureInfo.InvariantCulture),
            ["transports"] = string.Join(", ", kept.Transports),
            ["may_be_copied"] = kept.MayBeCopied ? "1" : "0",
            ["is_copied"] = kept.IsCopied ? "1" : "0",
        };
    }
}

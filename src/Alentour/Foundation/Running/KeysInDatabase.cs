using System.Xml.Linq;
using Alentour.Foundation.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Alentour.Foundation.Running;

/// <summary>
/// The keys with which the framework seals what browsers bring back stand in the database: the same on all nodes, and in no home of
/// whoever runs the process. No backup holds them (docs/decisions/0018).
/// </summary>
sealed class KeysInDatabase(Database database) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => (options.XmlRepository, options.XmlEncryptor) = (this, new NullXmlEncryptor());

    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => KeepAsync(element.ToString(SaveOptions.DisableFormatting), friendlyName).GetAwaiter().GetResult();

    async Task<List<XElement>> ReadAsync()
    {
        await using var connection = await database.OpenAsync().ConfigureAwait(false);
        return await connection.Command("SELECT xml FROM protection_key ORDER BY name").ListAsync(row => XElement.Parse(row.GetString(0)), default).ConfigureAwait(false);
    }

    Task KeepAsync(string xml, string name) =>
        database.WriteAsync((connection, transaction) => connection.Command("INSERT INTO protection_key (name, xml) VALUES (@name, @xml)", transaction,
            ("name", name), ("xml", xml)).RunAsync(default));
}

public static class ProtectionKeys
{
    internal static void AddProtectionKeys(this IServiceCollection services)
    {
        // One name for all nodes, wherever each is installed.
        services.AddDataProtection().SetApplicationName("alentour");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
    }

    /// <summary>The framework would ask for the keys before the process listens, and the database opens only then. To be called after everything that adds their use.</summary>
    public static void AskForKeysWhenNeeded(this IServiceCollection services) =>
        services.Remove(services.Single(s => s.ImplementationType?.Name == "DataProtectionHostedService"));
}

using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Alentour.Foundation.Running;

/// <summary>
/// Nothing is sealed for browsers yet: no account, no token. Left alone, the framework would write a key into the home of whoever
/// runs the process. With accounts the keys come into the database (docs/decisions/0011).
/// </summary>
sealed class KeysInMemory : IXmlRepository
{
    readonly ConcurrentQueue<XElement> _keys = new();

    public static void Configure(KeyManagementOptions options) =>
        (options.XmlRepository, options.XmlEncryptor) = (new KeysInMemory(), new NullXmlEncryptor());

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(element);
}

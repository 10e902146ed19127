using System.Collections.Frozen;
using System.Text.Json;

namespace Alentour.Foundation.Web;

/// <summary>The bundled styles, scripts and fonts (made by Browser/build.mjs), in memory, under names that hold their hash.</summary>
public sealed class BuiltAssets
{
    readonly FrozenDictionary<string, string> _names;
    readonly FrozenDictionary<string, Asset> _files;

    public BuiltAssets() : this(Path.Combine(AppContext.BaseDirectory, "wwwroot", "built")) { }

    /// <exception cref="FileNotFoundException">The bundle was not built.</exception>
    public BuiltAssets(string folder)
    {
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(folder, "manifest.json")))!;
        _names = manifest.ToFrozenDictionary(StringComparer.Ordinal);
        _files = manifest.Values.Distinct().ToFrozenDictionary(n => n, n => new Asset(folder, n), StringComparer.Ordinal);
    }

    /// <summary>The address of a bundle by its plain name, such as "site.css".</summary>
    public string this[string name] => "/built/" + _names[name];

    public bool Has(string name) => _names.ContainsKey(name);

    /// <summary>Every plain name.</summary>
    public IEnumerable<string> Names => _names.Keys;

    internal async Task ServeAsync(HttpContext context, string file)
    {
        if (!_files.TryGetValue(file, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var headers = context.Response.Headers;
        var isWorker = _names.TryGetValue("worker.js", out var worker) && worker == file;
        headers.CacheControl = isWorker ? "no-cache" : "public, max-age=31536000, immutable";
        headers.ETag = asset.ETag;
        headers.Vary = "Accept-Encoding";
        if (isWorker)
            headers["Service-Worker-Allowed"] = "/";
        if (context.Request.Headers.IfNoneMatch == asset.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (encoding, bytes) = asset.For(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(bytes);
    }

    sealed class Asset(string folder, string name)
    {
        readonly byte[] _plain = File.ReadAllBytes(Path.Combine(folder, name));
        readonly byte[]? _brotli = Twin(folder, name + ".br");
        readonly byte[]? _gzip = Twin(folder, name + ".gz");

        public string ETag { get; } = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name)))[..8])}\"";

        public string ContentType { get; } = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".woff2" => "font/woff2",
            ".svg" => "image/svg+xml",
            ".txt" => "text/plain; charset=utf-8",
            ".png" => "image/png",
            _ => "application/octet-stream",
        };

        public (string? Encoding, byte[] Bytes) For(string accepted) =>
            _brotli is not null && accepted.Contains("br", StringComparison.Ordinal) ? ("br", _brotli)
            : _gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", _gzip)
            : (null, _plain);

        static byte[]? Twin(string folder, string name) =>
            File.Exists(Path.Combine(folder, name)) ? File.ReadAllBytes(Path.Combine(folder, name)) : null;
    }
}

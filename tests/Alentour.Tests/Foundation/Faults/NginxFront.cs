using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Alentour.Tests.Foundation.Faults;

/// <summary>A real nginx in front of several nodes, as docs/hosting/ sets it up but for the certificate: it says https for all who come.</summary>
sealed class NginxFront : IAsyncDisposable
{
    static readonly string? Program = new[] { Environment.GetEnvironmentVariable("ALENTOUR_TEST_NGINX"), "/usr/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);

    readonly Process _process;
    readonly string _folder;

    NginxFront(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public static bool IsHere => Program is not null;

    public Uri Address { get; }

    public static async Task<NginxFront> StartAsync(params IReadOnlyList<Uri> nodes)
    {
        var folder = Directory.CreateTempSubdirectory("alentour-nginx-").FullName;
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), Configuration(folder, port, nodes));
        var process = Process.Start(new ProcessStartInfo(Program!, ["-p", folder, "-e", Path.Combine(folder, "error.log"), "-c", Path.Combine(folder, "nginx.conf")]))!;
        var front = new NginxFront(process, folder, new Uri($"http://127.0.0.1:{port}"));
        using var visitor = front.Visitor();
        for (var i = 0; i < 200; i++)
        {
            try
            {
                if ((await visitor.GetAsync("/healthz")).StatusCode == HttpStatusCode.OK)
                    return front;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(25);
            }
        }
        await front.DisposeAsync();
        throw new TimeoutException("nginx did not answer.");
    }

    public HttpClient Visitor()
    {
        var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Configuration(string folder, int port, IReadOnlyList<Uri> nodes) => $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        events {}
        http {
            access_log off;
            client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
            upstream house { {{string.Concat(nodes.Select(n => $"server {n.Authority} max_fails=1 fail_timeout=2s; "))}} }
            server {
                listen 127.0.0.1:{{port}};
                location / {
                    proxy_pass http://house;
                    proxy_http_version 1.1;
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    proxy_set_header X-Forwarded-Proto https;
                    proxy_connect_timeout 2s;
                }
            }
        }
        """;
}

namespace Alentour.Bench.Measuring;

/// <summary>The product as people run it: the published application, else the Release build.</summary>
sealed class TheApp
{
    readonly string _assembly;

    TheApp(string assembly, string told) => (_assembly, Told) = (assembly, told);

    /// <summary>Which build it is, for the head of the table.</summary>
    public string Told { get; }

    /// <exception cref="FileNotFoundException">Neither is there.</exception>
    public static TheApp Find()
    {
        var top = new DirectoryInfo(AppContext.BaseDirectory);
        while (top is not null && !File.Exists(Path.Combine(top.FullName, "Alentour.slnx")))
            top = top.Parent;
        var published = Environment.GetEnvironmentVariable("ALENTOUR_APP") ?? Path.Combine(top?.FullName ?? ".", "out", "app", "Alentour.dll");
        if (File.Exists(published))
            return new TheApp(published, IsNative(published) ? "published, ReadyToRun" : "published, not ReadyToRun");
        var built = Path.Combine(top?.FullName ?? ".", "src", "Alentour", "bin", "Release", "net10.0", "Alentour.dll");
        return File.Exists(built) ? new TheApp(built, "Release build, not ReadyToRun") : throw new FileNotFoundException("Build Alentour first: bin/bench does.", built);
    }

    /// <summary>Serves the house in <paramref name="folder"/>; the process listens when this returns or soon after.</summary>
    public Child Serve(string folder) => Start(folder, "--urls", "{address}");

    public Child Start(string folder, params string[] arguments) => Child.Start("dotnet", [_assembly, .. arguments], folder, Settings(folder));

    /// <summary>The settings of the house in <paramref name="folder"/>, by the names of the environment.</summary>
    public static (string Name, string Value)[] Settings(string folder) =>
    [
        ("Alentour__Mode", "live"), ("Alentour__Database", "sqlite:" + Path.Combine(folder, "alentour.db")), ("Alentour__DataFolder", folder),
        ("Alentour__CardKey", Seed.MembersSeed.CardKey), ("DOTNET_ENVIRONMENT", "Production"),
    ];

    /// <summary>Whether the assembly holds native code: its CLI header then points to a managed native header.</summary>
    static bool IsNative(string assembly)
    {
        using var image = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(assembly));
        return image.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0;
    }
}

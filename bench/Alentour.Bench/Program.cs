using Alentour.Bench;
using Alentour.Bench.Limits;
using Alentour.Bench.Measuring;

switch (args)
{
    case ["serve-hello", var address]:
        await HelloServer.ServeAsync(address);
        return 0;
    case ["serve-raw", var address, var file]:
        await RawServer.ServeAsync(address, file);
        return 0;
    case [] or ["--quick"]:
        var folder = Directory.CreateTempSubdirectory("alentour-bench-");
        try
        {
            await new Run(TheApp.Find(), args is [] ? Pace.Whole : Pace.Quick, folder.FullName).GoAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    default:
        Console.WriteLine("bin/bench           every figure, some minutes\nbin/bench --quick   a minute, 2,000 meetings only");
        return args is ["--help"] ? 0 : 2;
}

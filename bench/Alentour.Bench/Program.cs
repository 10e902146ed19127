using Alentour.Bench;
using Alentour.Bench.Circling;
using Alentour.Bench.Limits;
using Alentour.Bench.Listening;
using Alentour.Bench.Measuring;

switch (args)
{
    case ["serve-hello", var address]:
        await HelloServer.ServeAsync(address);
        return 0;
    case ["serve-raw", var address, var file, var acts]:
        await RawServer.ServeAsync(address, file, acts);
        return 0;
    case ["serve-plain-lines", var address]:
        await PlainLines.ServeAsync(address);
        return 0;
    case ["serve-counted", var address]:
        CountedHouse.Serve(address);
        return 0;
    case ["serve-live", var address]:
        await LiveHouse.ServeAsync(address);
        return 0;
}

if (Asked.Read(args) is not { } asked)
{
    Console.WriteLine(Asked.Usage);
    return args is ["--help"] ? 0 : 2;
}
var folder = asked.Folder ?? Directory.CreateTempSubdirectory("alentour-bench-").FullName;
try
{
    await new Run(TheApp.Find(), asked, folder).GoAsync();
}
finally
{
    if (asked.Folder is null)
        Directory.Delete(folder, recursive: true);
}
return 0;

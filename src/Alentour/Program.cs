using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Backups;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Live;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Alentour.Practices.Activities;
using Alentour.Practices.Circles;
using Alentour.Practices.CrisisHelp;
using Alentour.Practices.Finder;
using Alentour.Practices.House;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var settings = builder.ReadSettings();

builder.Services.AddRunning(settings);
builder.Services.AddStore(settings.Database);
builder.Services.AddJobs();
builder.Services.AddLive();
builder.Services.AddMail();
builder.Services.AddBackups();
builder.Services.AddWeb(settings.Mode == Mode.Demo);
builder.Services.AddOrganizations();
builder.Services.AddPeople();
builder.Services.AddGroups();
builder.Services.AddCrisisHelp(settings.DataFolder);
builder.Services.AddHouse();
builder.Services.AddActivities();
builder.Services.AddCircles();
builder.Services.AddFinder();

var app = builder.Build();
if (await CommandLine.TryRunAsync(app.Services, args) is { } exitCode)
    return exitCode;

app.UseWeb();
app.MapPeople();
app.MapGroups();
app.MapCircles();
app.MapFinder();
await app.RunAsync();
return Environment.ExitCode;

public partial class Program;

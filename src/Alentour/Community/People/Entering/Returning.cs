using Alentour.Foundation.Web;

namespace Alentour.Community.People.Entering;

/// <summary>Where somebody goes once they are in: the page of ours they came for, else /aujourdhui.</summary>
static class Returning
{
    public static string To(string? path) => path is { Length: > 1 and < 500 } ? LocalPath.Of(path) ?? "/aujourdhui" : "/aujourdhui";
}

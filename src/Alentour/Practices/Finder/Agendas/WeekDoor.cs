using Alentour.Foundation.Web;

namespace Alentour.Practices.Finder.Agendas;

/// <summary>The way to this week's meetings: open once a house lives here.</summary>
sealed class WeekDoor(SiteFace site) : IDoor
{
    public int Order => 20;

    public string TextKey => "week.door";

    public string Path => "/semaine";

    public bool IsOpen => site.Now.HasHouse;
}

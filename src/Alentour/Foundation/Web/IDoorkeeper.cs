namespace Alentour.Foundation.Web;

/// <summary>Looks who is there at every <see cref="Guarded"/> endpoint. The module that knows people implements it.</summary>
public interface IDoorkeeper
{
    /// <summary>Whether the request may go on; when it may not, the answer has been given its status or its new address.</summary>
    Task<bool> LetInAsync(HttpContext context, Guarded guarded);

    /// <summary>Ends whatever this browser had open here; must not wait long, and must not throw when the database is silent.</summary>
    Task LeaveAsync(HttpContext context);
}

/// <summary>Who sits at this request, as far as every page shows it. Nobody on a page that is the same for all.</summary>
public interface ISomebodyHere
{
    bool IsHere { get; }

    string ChosenName { get; }

    int QuiltSeed { get; }

    /// <summary>The roles that the person holds, as the header says them; "" for none.</summary>
    string RolesIn(Texts.Words words);

    /// <summary>What every page must say to this person first, and where it leads; null for nothing.</summary>
    (string Text, string Path)? Warning(Texts.Words words);
}

namespace Alentour.Journeys.Frame;

/// <summary>The pages of somebody who is in: who sees the most on each, and where it is.</summary>
static class MembersPages
{
    public static readonly IReadOnlyList<(string Name, string Path)> All =
    [
        ("Simone", "/aujourdhui"), ("Simone", "/mes-acces"), ("Simone", "/mes-donnees"), ("Simone", "/mes-donnees/effacer"), ("Simone", "/invitations"),
        ("Simone", "/retours"), ("Simone", "/mon-retour"), ("Simone", "/groupes/cercle-du-jeudi/entre-nous"), ("Simone", "/groupes/cercle-du-jeudi/page"), ("Simone", "/groupes/cercle-du-jeudi/page/animation"), ("Simone", "/groupes/cercle-du-jeudi/accords"), ("Simone", "/groupes/cercle-du-jeudi/entendre"), ("Simone", "/groupes/cercle-du-jeudi/rencontres/suite"), ("Line", "/groupes/ouvrir"), ("Simone", "/groupes/cercle-du-jeudi/accueil"), ("Simone", "/groupes/cercle-du-jeudi/rencontres"), ("Simone", "/groupes/entendre-des-voix/rejoindre"),
        ("Simone", "/maison/decisions"), ("Simone", "/maison/decisions/dire"), ("Line", "/maison/decisions"),
        ("Line", "/aujourdhui"), ("Line", "/retours"),
    ];

    /// <summary>Enters the demonstration as one of its invented people.</summary>
    public static async Task EnterAsAsync(this Walk walk, string name)
    {
        await walk.GoAsync("/demo");
        await walk.Page.Locator($"input[name=nom][value='{name}'] + button").ClickAsync();
        await walk.Page.WaitForURLAsync("**/aujourdhui");
    }
}

namespace Alentour.Tests.Practices.Circles.Keeping;

/// <summary>Who keeps the circle, written down a second time, plainly. It knows nothing of the real one but what was done.</summary>
internal sealed class SimpleKeeping
{
    readonly HashSet<int> _here = [0];
    int _now, _quietSince;

    public int? Keeper { get; private set; } = 0;

    public int? Asks { get; private set; }

    /// <summary>Whom the lot fell on.</summary>
    public int? Drawn { get; private set; }

    /// <summary>Whether the last deed was refused.</summary>
    public bool IsRefused { get; private set; }

    public bool IsHere(int who) => _here.Contains(who);

    /// <summary>A member of the group for a week and more, without a role.</summary>
    public static bool IsMember(int who) => who <= 2;

    /// <summary>A member; or, where no member but the keeper sits there, whoever has a screen and no role.</summary>
    public bool MayKeep(int who) => IsHere(who) && (IsMember(who) || who is 3 or 4 or 5 && !_here.Any(h => IsMember(h) && h != Keeper));

    /// <param name="lot">Whom it fell on, if this was a draw: chance is told, not known.</param>
    public void Do(Deed deed, int? lot)
    {
        IsRefused = false;
        var knows = IsHere(deed.Who);
        switch (deed.Act)
        {
            case Act.Sit: _here.Add(deed.Who); break;
            case Act.Wait: Wait(30 * deed.Who); break;
            case Act.Leave when knows: Leave(deed.Who); break;
            case Act.Ask when knows: Ask(deed.Who); break;
            case Act.Sign when knows && Keeper == deed.Who: _quietSince = _now; break;
            case Act.Yes or Act.No when knows: Answer(deed); break;
            case Act.HandOver when knows: HandOver(deed); break;
            case Act.Draw when knows: Draw(deed.Who, lot); break;
            case Act.Take or Act.Decline when knows: AnswerDrawn(deed); break;
        }
    }

    void Ask(int who)
    {
        if (!MayKeep(who))
            IsRefused = true;
        else if (Keeper is null || IsMember(who) && !IsMember(Keeper.Value))
            Give(who);
        else if (Keeper == who || Asks == who)
            return;
        else if (Asks is null)
            (Asks, _quietSince) = (who, _now);
        else
            IsRefused = true;
    }

    void Answer(Deed deed)
    {
        if (Keeper != deed.Who || Asks != deed.Whom)
            IsRefused = true;
        else if (deed.Act == Act.Yes)
            Give(deed.Whom);
        else
            Asks = null;
    }

    void HandOver(Deed deed)
    {
        if (Keeper == deed.Who && IsMember(deed.Whom) && IsHere(deed.Whom))
            Give(deed.Whom);
        else
            IsRefused = true;
    }

    void Draw(int who, int? lot)
    {
        if (Keeper == who && IsMember(who) && _here.Any(h => h != who && IsMember(h)))
            Drawn = lot;
        else
            IsRefused = true;
    }

    void AnswerDrawn(Deed deed)
    {
        if (Drawn != deed.Who)
            IsRefused = true;
        else if (deed.Act == Act.Take)
            Give(deed.Who);
        else
            Drawn = null;
    }

    void Leave(int who)
    {
        _here.Remove(who);
        if (Drawn == who)
            Drawn = null;
        if (Asks == who)
            Asks = null;
        if (Keeper == who && Asks is null)
            Keeper = null;
        else if (Keeper == who)
            Give(Asks);
    }

    void Wait(int seconds)
    {
        _now += seconds;
        if (Asks is not null && _now - _quietSince >= 120)
            Give(Asks);
    }

    void Give(int? who) => (Keeper, Asks, Drawn) = (who, null, null);
}

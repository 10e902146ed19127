namespace Alentour.Tests.Community.Rounds;

/// <summary>What somebody in the simple round still holds.</summary>
internal enum Holds
{
    Turn,
    OnceMore,
    Nothing,
}

/// <summary>Somebody in the simple round.</summary>
internal sealed class Somebody(int who, int number)
{
    public int Who => who;
    public int Number => number;
    public bool IsNew => who % 2 == 0;
    public bool IsHere;
    public bool Listens;
    public bool Pauses;
    public bool Missed;
    public bool CameLate;
    public bool WasHeard;
    public Holds Holds = Holds.Nothing;
    public int Turns;
    public int AskedAt;
    public int LeftIn = -1;

    public bool IsReady => IsHere && Holds != Holds.Nothing && !Listens && !Pauses;
}

using Alentour.Community.People.WaysBack;

namespace Alentour.Tests.Community.People;

public sealed class WayBackRules
{
    static readonly Guid Starter = Guid.NewGuid();
    static readonly Guid Confirmer = Guid.NewGuid();
    static readonly DateTimeOffset Now = new(2026, 11, 26, 19, 0, 0, TimeSpan.Zero);
    static readonly WayBack Begun = new(Guid.NewGuid(), Guid.NewGuid(), null, Starter, null, null, null, false, false);
    static readonly WayBack Confirmed = Begun with { ConfirmerId = Confirmer, ConfirmedAt = Now };

    [Fact]
    public void Whoever_began_it_cannot_confirm_it() => Assert.True(!Begun.MayConfirm(Starter) && Begun.MayConfirm(Confirmer) && !Confirmed.MayConfirm(Guid.NewGuid()));

    [Fact]
    public void Its_words_open_seventy_two_hours_after_the_second_word() => Assert.Equal((null, Now.AddHours(72)), (Begun.OpensAt, Confirmed.OpensAt));

    [Fact]
    public void Stopped_it_opens_nothing_until_both_have_said_yes_again()
    {
        var stopped = Confirmed with { StoppedBy = Guid.NewGuid() };
        Assert.Null(stopped.OpensAt);
        Assert.True(stopped.MayConfirm(Starter) && stopped.MayConfirm(Confirmer) && !stopped.MayConfirm(Guid.NewGuid()));
        Assert.True(!(stopped with { StarterAgain = true }).MayConfirm(Starter) && (stopped with { StarterAgain = true }).MayConfirm(Confirmer));
    }
}

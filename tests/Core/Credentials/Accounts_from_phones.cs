namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

public sealed class An_account_made_from_a_phone
{
    private static readonly AccountId Account = new(Of("an account"));
    private static readonly DeviceId NewPhone = new(Of("a new phone"));

    private static readonly Situation Made = InSession.After(Credential.Installation, new SetAccount(P("officer"), Account, DeviceOf("officer")));

    [Fact]
    public void is_for_those_with_a_duty_at_a_console()
    {
        foreach (var person in new[] { "chair", "vice", "president", "secretary", "assistant", "desk", "officer" })
            InSession.When(Credential.Installation, new SetAccount(P(person), Account, DeviceOf(person))).Is<AccountSet>();
        foreach (var person in new[] { "head of Austria", "colleague of Austria", "observer", "official", "screen" })
            InSession.When(Credential.Installation, new SetAccount(P(person), Account, DeviceOf(person))).Because<AccountNotNeeded>();
    }

    [Fact]
    public void is_for_nominees_while_they_stand()
    {
        var nominated = Electing.After(Chair, new Nominate(Election("post"), P("head of Austria")));
        nominated.When(Credential.Installation, FromPhone("head of Austria")).Is<AccountSet>();
        nominated.When(Credential.Installation, FromPhone("head of Brazil")).Because<AccountNotNeeded>();
        nominated.After(Chair, new WithdrawNominee(Election("post"), P("head of Austria"))).When(Credential.Installation, FromPhone("head of Austria")).Because<AccountNotNeeded>();
    }

    [Fact]
    public void takes_the_phone_that_is_bound() =>
        InSession.When(Credential.Installation, new SetAccount(P("officer"), Account, NewPhone)).Because<NotBound>();

    [Fact]
    public void ends_when_the_desk_moves_or_releases_the_phone()
    {
        var moved = Made.After(Credential.Installation, new RequestDevice(P("officer"), NewPhone)).After(Desk, new MoveDevice(NewPhone));
        foreach (var ended in new[] { moved, Made.After(Desk, new ReleaseDevice(P("officer"))) })
        {
            Assert.Null(ended.Now.Participants[P("officer")].Account);
            Assert.Equal(Who.None, ended.Actor(new Credential(new(Of("a laptop")), Account)).Roles);
        }
        moved.When(Credential.Installation, new SetAccount(P("officer"), new(Of("a second account")), NewPhone)).Is<AccountSet>();
    }

    [Fact]
    public void by_the_secretariat_stays()
    {
        var made = InSession.After(Credential.Installation, new SetAccount(P("head of Austria"), Account));
        var moved = made.After(Credential.Installation, new RequestDevice(P("head of Austria"), NewPhone)).After(Desk, new MoveDevice(NewPhone));
        Assert.Equal(Account, moved.Now.Participants[P("head of Austria")].Account);
    }

    private static SetAccount FromPhone(string person) => new(P(person), Account, DeviceOf(person));
}

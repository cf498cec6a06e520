namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Votes at random with every way of giving, changing and correcting them: the count of the fold and that from the bytes come to the same.</summary>
public sealed class A_hundred_thousand_votes
{
    private const int Wanted = 100_000;

    private static readonly string[] Options = ["for", "against", "abstain"];

    [Fact]
    public void are_counted_alike_by_two_that_share_no_code()
    {
        var (random, casts, corrections, splits, proxies, papers) = (new Random(2026), 0, 0, 0, 0, 0);
        var hall = Hall(random);
        for (var number = 0; casts < Wanted; number++)
        {
            var opened = hall.After(Chair, new OpenBallot(Ballot($"b{number}"), BallotMethod.Phones, Title: "Random", Decision: "bylaws"));
            var now = opened with { Journal = opened.Journal.RemoveRange(0, opened.Journal.Count - 1) };
            for (var act = 0; act < 1_000; act++)
            {
                if (Act(now, random, act + 1) is { } done)
                    (now, casts) = (done.Then, casts + done.Facts.Count(fact => fact is VoteCast or EntryConfirmed));
            }
            now = now.When(Chair, new ClosePolls(Ballot($"b{number}"))) is { Refusal: null } closed ? closed.Then : Withdrawn(now, Ballot($"b{number}")).After(Chair, new ClosePolls(Ballot($"b{number}")));
            for (var act = 0; act < 20; act++)
                now = Objection(now, random) ?? now;
            var ballot = now.Now.RunningBallot!;
            foreach (var (voter, _) in ballot.Objections.Where(pair => pair.Value.Upheld is null))
                now = now.After(Chair, new SettleObjection(ballot.Id, voter.Member, random.Next(2) == 0, voter.Person));
            now = now.Later(6).After(Credential.Clock, new EndChecking(ballot.Id));
            ballot = now.Now.RunningBallot!;
            var (own, recount) = (ballot.Count(), now.Recount(ballot.Id));
            Assert.Null(recount.Fault);
            Assert.True(own.IsSame(recount.Count), $"Ballot {number}: {own} is not {recount.Count}");
            Assert.IsType<CountAgreed>(now.When(Credential.Clock, new ConfirmCount(ballot.Id, recount.Count)).Fact);
            corrections += ballot.Casts.Values.Count(cast => cast.Provenance == Provenance.Corrected);
            splits += ballot.Casts.Values.Count(cast => cast.Shares.Length > 1);
            proxies += ballot.Casts.Count(pair => ballot.Electorate[pair.Key].Holder is not null);
            papers += ballot.Papers.Count;
        }
        // Each of the ways was taken, or the agreement would say nothing of it.
        Assert.True(corrections > 50 && splits > 100 && proxies > 100 && papers > 20, $"{corrections} corrections, {splits} splits, {proxies} proxies, {papers} blocks");
    }

    private static Situation Hall(Random random)
    {
        var rules = IfmsaRules with
        {
            Votes = new(new(AtMost: 9, Split: true, NamedVoters: false, "[I] membership"), Elections: null),
            Proxies = IfmsaRules.Proxies! with { Letter = false },
        };
        var convened = ConvenedUnder(rules);
        foreach (var member in AllMembers)
            convened = convened.Given(new MemberAmended(convened.Now.Members[M(member)] with { Votes = random.Next(1, 10), Weight = random.Next(1, 1_000_000), PreviousRights = true }));
        return convened.After(Chair, new AssumeChair()).After(Chair, new CallRoll(Plenary(1))).GivingCards(AllMembers.Except(["Ghana", "Haiti", "India"])).After(Chair, new OpenPlenary())
            .After(Desk, new GiveProxy(M("Ghana"), M("Austria"), Letter: null)).After(Desk, new GiveProxy(M("Haiti"), M("Austria"), Letter: null)).After(Desk, new GiveProxy(M("India"), M("Brazil"), Letter: null));
    }

    /// <summary>Somebody votes in one of all the ways; null where it was refused.</summary>
    private static Outcome? Act(Situation now, Random random, int number)
    {
        var ballot = now.Now.RunningBallot!;
        var (voter, elector) = ballot.Electorate.ElementAt(random.Next(ballot.Electorate.Count));
        var holder = Head(now.Now.NameOf(elector.Holder ?? voter.Member));
        var (option, shares) = Slip(random, elector.Votes);
        // Paper comes first, while there are members that have not voted.
        var outcome = (number < 20 ? 2 + (number % 2) : random.Next(12)) switch
        {
            0 => now.When(Officer, new EnterVote(ballot.Id, voter.Member, option, shares)),
            1 => ballot.Casts.TryGetValue(voter, out var cast) && !cast.Counts ? now.When(SecondOfficer, new ConfirmEntry(ballot.Id, voter.Member, cast.Option ?? "", cast.Option is null ? cast.Shares : null)) : null,
            2 => random.Next(3) == 0 ? Paper(now, ballot, voter, random) : null,
            3 => ballot.Papers.Values.FirstOrDefault(block => !block.Counts) is { } block ? now.When(SecondOfficer, new ConfirmPaper(ballot.Id, block.Number, block.Papers, block.Figures)) : null,
            4 => random.Next(60) == 0 && ballot.Papers.Values.LastOrDefault() is { } last ? now.When(Chair, new WithdrawPaper(ballot.Id, last.Number)) : null,
            5 => now.After(Credential.Installation, new UnlockTablet(DeviceOf("desk"), now.Now.Cards[elector.Holder ?? voter.Member].Holder)).When(Desk, new CastAtTablet(ballot.Id, option, number, shares, [voter.Member])),
            _ => now.When(holder, new CastVote(ballot.Id, option, number, shares, [voter.Member])),
        };
        return outcome is { Refusal: null } ? outcome : null;
    }

    private static Outcome Paper(Situation now, Ballot ballot, Voter voter, Random random)
    {
        var marked = Options[random.Next(3)];
        return now.When(Officer, new EnterPaper(ballot.Id, [voter.Member], 1, Options.ToImmutableSortedDictionary(option => option, option => option == marked ? 1 : 0, StringComparer.Ordinal)));
    }

    private static Situation? Objection(Situation now, Random random)
    {
        var ballot = now.Now.RunningBallot!;
        var (voter, elector) = ballot.Electorate.ElementAt(random.Next(ballot.Electorate.Count));
        var (option, shares) = Slip(random, elector.Votes);
        var error = ballot.Casts.TryGetValue(voter, out var cast) && cast.Counts ? RecordError.ShownOtherwise : RecordError.Missing;
        return now.When(Head(now.Now.NameOf(elector.Holder ?? voter.Member)), new ObjectToRecord(ballot.Id, error, option, shares, voter.Member)) is { Refusal: null } objected ? objected.Then : null;
    }

    private static Situation Withdrawn(Situation now, BallotId ballot) =>
        now.After(now.Now.Ballots[ballot].Papers.Values.Where(block => !block.Counts).Select(block => (Chair, (Command)new WithdrawPaper(ballot, block.Number))));

    private static (string Option, ImmutableArray<Share>? Shares) Slip(Random random, int votes)
    {
        var (one, other) = (Options[random.Next(3)], Options[random.Next(3)]);
        return votes == 1 || random.Next(3) > 0 ? (one, null) : random.Next(1, votes) is var part ? ("", [new([one], part), new([other], votes - part)]) : default;
    }
}

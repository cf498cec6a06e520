using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>What holds for every sequence of acts, legal or not.</summary>
public sealed class Whatever_happens
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(120);

    private static readonly Credential[] Somebody =
    [
        Chair, Chair, Chair, Chair, Vice, President, Secretary, Desk, Desk, Officer, SecondOfficer, Secretariat, Stranger, Credential.Clock,
        Head("Austria"), Head("Brazil"), Head("Canada"), Colleague("Brazil"), Head(Newcomer),
    ];

    private static readonly Situation[] Beginnings = [Convened, RollCall, InSession, Seconded, AskingForNegatives, Voting, VotingByPlacards, Electing, Debates.Heated, Mazes.InDebate, Mazes.UnderRonr, Mazes.InDebate.Amending(), Mazes.InDebate.WithAlternative(), Mazes.InDebate.Moving("suspendRule", new() { Paragraph = IfmsaRules.Speaking.Article })];

    [Fact]
    public void no_act_throws_and_a_refused_one_changes_nothing() => Check.One(Runs, Prop.ForAll(Acts, acts =>
    {
        var now = Begin(acts);
        foreach (var act in acts)
        {
            var outcome = now.Later(act % 7).When(Somebody[act / 7 % Somebody.Length], CommandOf(now, act));
            if (outcome.Refusal is { } refusal)
            {
                Assert.Empty(outcome.Decision.Facts);
                Assert.NotEmpty(refusal.Code);
            }
            now = outcome.Refusal is null ? outcome.Then : now;
            Holds(now.Now);
        }
    }));

    [Fact]
    public void the_journal_read_back_gives_the_same_state() => Check.One(Runs.WithMaxTest(60), Prop.ForAll(Acts, acts =>
    {
        var now = Played(acts);
        var read = Proceedings.Of(now.Now.Id, now.Journal.Select(entry => EntryCodec.Decode(entry.Sequence, entry.At, Catalogue.Of(entry.Fact).Kind, EntryCodec.Encode(entry))));
        Assert.Equal(Digest.OfAll(now.Now), Digest.OfAll(read));
    }));

    [Fact]
    public void an_act_that_is_undone_at_once_leaves_no_trace_in_the_state() => Check.One(Runs.WithMaxTest(60), Prop.ForAll(Acts, acts =>
    {
        var now = Begin(acts);
        foreach (var act in acts)
        {
            var by = Somebody[act / 7 % Somebody.Length];
            var after = now.When(by, CommandOf(now, act)) is { Refusal: null, Decision.Facts.IsEmpty: false } done ? done.Then : now;
            if (after != now && after.Now.ReversibleActs.ContainsKey(after.LastAct) && after.When(by, new UndoAct(after.LastAct)) is { Refusal: null } undone)
                Assert.Equal(Digest.Of(now.Now), Digest.Of(undone.Then.Now));
            now = after;
        }
    }));

    [Fact]
    public void an_act_offered_is_never_refused_for_being_out_of_order() => Check.One(Runs.WithMaxTest(60), Prop.ForAll(Acts, acts =>
    {
        var now = Begin(acts);
        foreach (var act in acts)
        {
            var (by, command) = (Somebody[act / 7 % Somebody.Length], CommandOf(now, act));
            var outcome = now.When(by, command);
            var order = now.Now.Order(Catalogue.Of(command), now.Actor(by));
            if (order is not null)
                Assert.Equal(order, outcome.Refusal);
            now = outcome.Refusal is null ? outcome.Then : now;
        }
    }));

    private static Arbitrary<int[]> Acts => Gen.Choose(0, 1_000_000_007).ArrayOf().ToArbitrary();

    private static Situation Begin(int[] acts) => Beginnings[acts.Length % Beginnings.Length];

    private static Situation Played(int[] acts) => acts.Aggregate(Begin(acts), (now, act) =>
        now.Later(act % 7).When(Somebody[act / 7 % Somebody.Length], CommandOf(now, act)) is { Refusal: null } done ? done.Then : now);

    /// <summary>What may never be, whatever was done.</summary>
    private static void Holds(Proceedings now)
    {
        Assert.True(now.Participants.Values.Count(person => now.RolesOf(person).HasFlag(Who.Presiding)) <= 1, "Two preside.");
        Assert.True(now.Ballots.Values.Count(ballot => ballot.IsRunning) <= 1, "Two votes run.");
        var filed = now.Motions.Values.Where(motion => motion.Number > 0).ToList();
        Assert.Equal(filed.Count, filed.Select(motion => motion.Number).Distinct().Count());
        Assert.All(now.Floor.Pending?.Downwards() ?? [], question => Assert.True(
            question.Amendment is { } amendment ? now.Amendments[amendment].IsPending : !now.Procedurals[question.Procedural!.Value].IsSettled, "A settled question is pending."));
        Assert.All(now.Amendments.Values.Where(amendment => amendment is { IsSettled: false, Motion: not null } && !now.Motions[amendment.Motion.Value].IsSettled), amendment =>
            Assert.True(TextEdits.Fit(amendment.Edits, now.Motions[amendment.Motion!.Value].Text), "An amendment that no longer fits its text."));
        Assert.All(now.Motions.Values, motion => Assert.True(motion.Item is not { } item || now.Items.ContainsKey(item), "A motion under an item that is gone."));
        Assert.All(now.Items.Values, item => Assert.True(item.Parent is not { } parent || now.Items.ContainsKey(parent), "An item under one that is gone."));
        Assert.Equal(now.Items.Count, now.AgendaInOrder().Count());
        foreach (var ballot in now.Ballots.Values)
        {
            Assert.InRange(ballot.Count().Votes.Values.Sum(), 0, ballot.Entitled);
            Assert.All(ballot.Casts.Keys, voter => Assert.Contains(voter, ballot.Electorate.Keys));
            Assert.Equal(ballot.Result is not null, ballot.Phase is BallotPhase.Declared || (ballot.Phase is BallotPhase.Void && ballot.Result is not null));
        }
        if (now.RunningBallot is { Test: false } running && !(running.Procedural is { } opening && Stack.RuleOf(now, opening).Effect == ProceduralEffect.OpenMeeting))
            Assert.Equal(PlenaryPhase.InSession, now.Plenary?.Phase);
        Assert.All(now.SpeechQueue, speech => Assert.True(speech.List is not { } list || now.SpeakersLists.ContainsKey(list), "A request on a list that is gone."));
        Assert.All(now.Spoken, done => Assert.True(done.Time >= TimeSpan.Zero));
        Assert.True(now.Points.Values.Count(point => point.Phase == PointPhase.Heard && point.Plenary == now.CurrentPlenary) <= 1, "Two points are heard.");
        Assert.True(now.RunningBallot is null || now.Floor.Speaking is null, "Somebody speaks during a vote.");
        Assert.Equal(now.SpeechQueue.Count(speech => speech.List == now.CurrentSpeakersList?.Id), SpeakingOrder.Of(now, now.CurrentSpeakersList).Distinct().Count());
        Assert.All(now.Cards, card => Assert.Equal(card.Key, now.Participants[card.Value.Holder].Member));
        Assert.All(now.Devices, device => Assert.Equal(device.Key, now.Participants[device.Value].Device));
    }

    private static Command CommandOf(Situation at, int act)
    {
        var now = at.Now;
        var pick = act / 131;
        var member = M(Pick(["Austria", "Brazil", "Canada", Newcomer], pick));
        var person = P(Pick(["head of Austria", "head of Brazil", "colleague of Brazil", "vice", "official"], pick / 4));
        var motion = Motion(Pick(["motion", "one", "two", "three"], pick / 3));
        var ballot = pick % 3 > 0 && now.RunningBallot is { } running ? running.Id : Ballot(Pick(["vote", "x", "y", "z"], pick / 5));
        var item = Item(Pick(["opening", "reports", "accounts", "policies", "new"], pick / 2));
        var election = Election(Pick(["post", "other"], pick));
        var choice = Pick(["for", "against", "abstain", "maybe", person.ToString()], pick / 6);
        var figures = ImmutableSortedDictionary<string, int>.Empty.Add("for", pick % 9).Add("against", pick / 9 % 9).Add("abstain", pick / 81 % 3);
        MemberId? placard = pick % 5 == 0 ? member : null;
        var anAct = now.ReversibleActs.IsEmpty ? pick : now.ReversibleActs.Keys.ElementAt(Math.Max(0, now.ReversibleActs.Count - 1 - (pick % 4)));
        return (act / 17 % (84 + AnyAct.Kinds)) switch
        {
            0 => new AssumeChair(), 1 => new OfferChair(person), 2 => new AcceptChair(), 3 => new DeclineChair(), 4 => new ReportChairSilent(P("chair")), 5 => new ReportChairHeard(P("chair")),
            6 => new CallRoll(Plenary((pick % 2) + 1)), 7 => new OpenPlenary(), 8 => new CallRecess(at.Clock.AddMinutes((pick % 5) - 1)), 9 => new Resume(), 10 => new Adjourn(),
            11 => new CallQuorum(placard), 12 => new TestQuorum(), 13 => new CheckIn(), 14 => new MarkPresence(member, (Presence)(pick % 5)), 15 or 16 => new GiveCard(member, person),
            17 => new MoveCard(member, person), 18 => new TakeCard(member), 19 => new ForfeitCard(member), 20 => new OfferCard(person), 21 => new AcceptCard(), 22 => new DeclineCard(), 23 => new RecallCard(),
            24 => new AddItem(item, "Item", pick % 2 == 0 ? Item("reports") : null, Plenary(1)), 25 => new RemoveItem(item), 26 => new PlaceItem(item, pick % 2 == 0 ? Item("reports") : null),
            27 => new AssignItem(item, Plenary((pick % 2) + 1)), 28 => new OpenItem(item), 29 => new CloseItem(item), 30 => new NextItem(), 31 => new PostponeItem(item),
            32 or 33 => new SubmitMotion(motion, "Title", "Text", Pick(["motion", "report", "membership", "coup"], pick), pick % 2 == 0 ? item : null, placard), 34 or 35 => new PutMotion(motion),
            36 => new SecondMotion(motion, placard), 37 => new AskNegatives(motion), 38 => new ObjectToMotion(motion, placard), 39 => new DeclareNemoContra(motion), 40 => new FailMotion(motion),
            41 => new ReverseNemoContra(motion), 42 => new DismissObjection(motion), 43 => new WithdrawMotion(motion, placard), 44 => new ExtendCountdown(pick % 20),
            45 => new OpenBallot(ballot, (BallotMethod)(pick % 2), pick % 3 == 0 ? motion : null, pick % 3 == 1 ? election : null, pick % 3 == 2 ? "Question" : null, pick % 3 == 2 ? "motion" : null),
            46 or 47 or 48 => new CastVote(ballot, choice, pick % 50), 49 => new EnterVote(ballot, member, choice), 50 => new ConfirmEntry(ballot, member, choice), 51 => new EnterFigures(ballot, figures),
            52 => new ClosePolls(ballot), 53 => Confirmation(at, ballot, pick), 54 => new DeclareResult(ballot), 55 => new VoidBallot(ballot, "Wrong.", pick % 2 == 0 ? Ballot("retake " + pick) : null),
            56 => new OpenElection(election, "Post", "election", pick % 2 == 0 ? Duty.Chair : null), 57 => new Nominate(election, person), 58 => new WithdrawNominee(election, person),
            59 => new UndoAct(anAct), 60 => new CorrectAct(anAct, "Wrong."), 61 => pick % 2 == 0 ? new GiveDuty(person, (Duty)(pick % 10)) : new RemoveDuty(person, (Duty)(pick % 10)),
            62 => new AdoptAgenda(motion, "Agenda", "Text"), 63 => new AskToSpeak(Speech("s" + (pick % 5)), placard),
            >= 84 and var debate => AnyAct.Of(at, debate - 84, pick),
            var which => OfDebate(which, pick, member, person, motion, placard),
        };
    }

    private static Command OfDebate(int which, int pick, MemberId member, ParticipantId person, MotionId motion, MemberId? placard)
    {
        var (list, speech, point) = (List("l" + (pick % 3)), Speech("s" + (pick % 5)), Point("p" + (pick % 6)));
        return which switch
        {
            64 => new OpenSpeakers(list, pick % 3 == 0 ? motion : null, Seconds: pick % 7 * 10, SideSeconds: pick % 5 * 20), 65 => new CloseSpeakers(list), 66 => new LimitSpeakers(list, pick % 90, pick % 200),
            67 or 68 => new AskToSpeak(speech, placard, pick % 4 == 0 ? list : null, (Side)(pick % 2)), 69 => new CallSpeaker(speech), 70 or 71 => new CallNextSpeaker(), 72 => new EndSpeech(),
            73 => new PauseSpeech(), 74 => new ContinueSpeech(), 75 => new ExtendSpeech((pick % 60) - 5), 76 => new YieldSpeech(speech, pick % 2 == 0 ? person : null), 77 => new SetIntake((Intake)(pick % 2)),
            78 => new RaisePoint(point, (PointKind)(pick % 3), placard), 79 => new AcceptPoint(point), 80 => new RefusePoint(point), 81 => new HearPoint(point),
            82 => pick % 2 == 0 ? new SettlePoint(point) : new WithdrawPoint(point), _ => new GiveWarning(member),
        };
    }

    private static ConfirmCount Confirmation(Situation at, BallotId ballot, int pick)
    {
        var recount = at.Recount(ballot);
        return new(ballot, recount.Count, pick % 4 == 0 ? "a fault" : recount.Fault);
    }

    private static T Pick<T>(T[] from, int by) => from[by % from.Length];
}

/// <summary>The count of the fold and the count from the bytes share no code, and agree.</summary>
public sealed class Two_independent_counts
{
    private static readonly string[] Members = [.. Regulars, Demoted, Lapsed];

    [Fact]
    public void agree_after_any_casting_entering_and_confirming() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(80), Prop.ForAll(
        Gen.Choose(0, 1_000_000).ArrayOf().ToArbitrary(),
        choices =>
        {
            var voted = Cast(choices).Closed();
            var (own, recount) = (voted.Now.RunningBallot!.Count(), voted.Recount(Ballot("vote")));
            Assert.Null(recount.Fault);
            Assert.True(own.IsSame(recount.Count));
            Assert.InRange(recount.Count.Slips.Votes, 0, voted.Now.RunningBallot.Entitled);
        }));

    [Fact]
    public void agree_on_placards() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(0, 3).Three().ToArbitrary(),
        figures =>
        {
            var entered = new EnterFigures(Ballot("vote"), ImmutableSortedDictionary<string, int>.Empty.Add("for", figures.Item1).Add("against", figures.Item2).Add("abstain", figures.Item3));
            var voted = VotingByPlacards.After(Officer, entered).Closed();
            Assert.Equal(voted.Now.RunningBallot!.Count().Votes, voted.Recount(Ballot("vote")).Figures);
        }));

    [Fact]
    public void find_every_vote_that_is_changed_dropped_or_doubled_on_disk() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(
        Gen.Choose(0, 1_000_000).ArrayOf(30).ToArbitrary(),
        choices =>
        {
            var voted = Cast(choices).Closed();
            var facts = voted.Journal.Select(entry => new RawFact(Catalogue.Of(entry.Fact).Kind, EntryCodec.Encode(entry))).ToList();
            // The last cast of some member: nothing later covers it.
            var planted = voted.Journal.FindLastIndex(entry => entry.Fact is VoteCast);
            if (planted < 0)
                return;
            var cast = (VoteCast)voted.Journal[planted].Fact;
            var other = cast.Option == "for" ? "against" : "for";
            facts[planted] = facts[planted] with { Payload = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(facts[planted].Payload.Span).Replace($"\"option\":\"{cast.Option}\"", $"\"option\":\"{other}\"", StringComparison.Ordinal)) };
            var changed = Recount.Of(Ballot("vote").Value, facts);
            Assert.False(changed.Figures.SequenceEqual(voted.Now.RunningBallot!.Count().Votes));
            var outcome = voted.When(Credential.Clock, new ConfirmCount(Ballot("vote"), changed.Count, changed.Fault));
            Assert.IsType<CountDisputed>(outcome.Fact);
            facts.Insert(planted, facts[^1]);
            Assert.NotNull(Recount.Of(Ballot("vote").Value, facts).Fault);
        }));

    private static Situation Cast(int[] choices) => choices.Aggregate(Voting, (now, choice) =>
    {
        var member = Members[choice % Members.Length];
        var option = ((string[])["for", "against", "abstain"])[choice / 11 % 3];
        Command command = (choice / 33 % 3) switch
        {
            0 => new CastVote(Ballot("vote"), option, choice / 99),
            1 => new EnterVote(Ballot("vote"), M(member), option),
            _ => new ConfirmEntry(Ballot("vote"), M(member), now.Now.RunningBallot!.Casts.GetValueOrDefault(new(M(member)))?.Option ?? option),
        };
        return now.When(command is CastVote ? Head(member) : choice / 99 % 2 == 0 ? Officer : SecondOfficer, command) is { Refusal: null } done ? done.Then : now;
    });
}

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Whatever a thousand acts do, the meeting can go on, nothing refused happens, and the journal tells it all.</summary>
public sealed class A_thousand_acts
{
    private static readonly Credential[] Somebody =
        [Chair, Chair, Chair, Chair, Vice, Secretary, Desk, Head("Austria"), Head("Brazil"), Head("Canada"), Head("Denmark"), Colleague("Austria"), Head(Newcomer)];

    public static TheoryData<string, int> Runs
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var seed in Enumerable.Range(1, 12))
            {
                data.Add("ifmsa", seed);
                data.Add("ronr", seed);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Runs))]
    public void leave_the_meeting_able_to_go_on(string rulebook, int seed)
    {
        var (now, random, done) = (Bilingual(Mazes.DebatingUnder(rulebook == "ronr" ? RonrRules : IfmsaRules)), new Random(seed), 0);
        for (var step = 0; step < 1_000; step++)
        {
            now = now.Later(random.Next(8));
            if (now.Now.Plenary is not { Phase: PlenaryPhase.InSession })
                now = Reconvened(now);
            var command = Next(now, random);
            var outcome = now.When(Whose(now, command, random), command);
            if (outcome.Refusal is null)
                (now, done) = (outcome.Then, done + 1);
            else
                Assert.Empty(outcome.Decision.Facts);
            if (step % 50 != 49)
                continue;
            Classes(now);
            Assert.True(Business(now), $"Nothing is in order for whoever presides: {now.Now.Floor}");
        }
        Assert.InRange(done, 100, 1_000);
        Finish(now);
        var read = Proceedings.Of(now.Now.Id, now.Journal.Select(entry => EntryCodec.Decode(entry.Sequence, entry.At, Catalogue.Of(entry.Fact).Kind, EntryCodec.Encode(entry))));
        Assert.Equal(Digest.OfAll(now.Now), Digest.OfAll(read));
    }

    /// <summary>After an adjournment the next plenary meets; after a recess the chair goes on; a motion is before it.</summary>
    private static Situation Reconvened(Situation now)
    {
        var number = now.Now.Plenaries.Count + 1;
        if (now.Now.Plenary is { Phase: PlenaryPhase.Recess })
            return now.After(now.Presiders(), new Resume());
        now = now.After(Secretariat, new PlanPlenary(Plenary(number), number, "Hall", now.Clock, now.Clock.AddHours(5)));
        now = now.Now.Chairing.Presiding is null ? now.After(Chair, new AssumeChair()) : now;
        return now.After(now.Presiders(), new CallRoll(Plenary(number))).GivingCards(Regulars).After(now.Presiders(), new OpenPlenary());
    }

    /// <summary>Mostly somebody who may give the command, sometimes anybody.</summary>
    private static Credential Whose(Situation now, Command command, Random random)
    {
        var by = Somebody[random.Next(Somebody.Length)];
        for (var tries = 0; tries < 12 && !now.Actor(by).Is(Catalogue.Of(command).Who); tries++)
            by = tries % 3 == 0 ? now.Presiders() : command is ConfirmCount or EndChecking or TimeOut ? Credential.Clock : Somebody[random.Next(Somebody.Length)];
        return by;
    }

    [Fact]
    public void find_the_same_in_order_for_people_alike_at_every_turn()
    {
        var asked = Mazes.InDebate.Amending();
        foreach (var now in new[]
        {
            Mazes.InDebate, asked, asked.After(Head("Austria"), new AcceptAmendment(Amendment("amendment"))), Mazes.UnderRonr.Amending(), Mazes.InDebate.WithAlternative(), Mazes.InDebate.Moving("adjourn"),
            Mazes.InDebate.Moving("adjourn").Deciding("adjourn", 2), Debates.Heated, AskingForNegatives, Voting, Electing,
            Mazes.InDebate.After(Head("Austria"), new DraftMotion(Motion("draft"), "Title", "Text", "motion", [M("Brazil")])),
            Mazes.InDebate.After(Chair, new SetIntake(Intake.Placards)).After(Chair, new MakeRuling(Ruling("r"), "Yes.", Allows: "speech.request", Member: M("Haiti"))),
        })
            Classes(now);
    }

    /// <summary>Mostly the next step of what is pending, so that debates come far; else anything.</summary>
    private static Command Next(Situation now, Random random)
    {
        if (now.Now.RunningBallot is { Phase: BallotPhase.Open } open && random.Next(4) > 0)
            return new CastVote(open.Id, open.Options[random.Next(4) == 0 ? 1 : 0].Key, random.Next(1 << 20));
        if (now.Now.RunningBallot is { Phase: not BallotPhase.Open } && random.Next(4) > 0 && Step(now, random.Next()) is { } count)
            return count;
        if (random.Next(3) == 0 && Step(now, random.Next()) is { } step)
            return step;
        if (now.Now.Floor.Motion is not { } motion || now.Now.Motions[motion].IsSettled)
            return now.Now.Motions.Values.Where(each => each.Phase == MotionPhase.Submitted).OrderBy(each => each.Number).FirstOrDefault() is { } waiting && random.Next(2) == 0 ? new PutMotion(waiting.Id) : new SubmitMotion(Motion($"new {now.Now.Sequence}"), "Title", Mazes.Text, random.Next(2) == 0 ? "motion" : "bylaws", For: M("Austria"));
        if (now.Now.Motions[motion].Phase == MotionPhase.Seconded && random.Next(8) == 0)
            return new AskNegatives(motion);
        if (now.Now.Motions[motion].Phase == MotionPhase.AskingNegatives && random.Next(3) == 0)
            return new ObjectToMotion(motion);
        return AnyAct.Of(now, random.Next(AnyAct.Kinds), random.Next(1 << 20));
    }

    /// <summary>Whether whoever presides has something in order that moves the business on.</summary>
    private static bool Business(Situation now)
    {
        string[] kinds = ["plenary.", "item.", "motion.", "ballot.", "amendment.", "alternative.", "procedural.", "countdown.", "chair.", "quorum."];
        return now.Now.InOrder(now.Actor(now.Presiders())).Any(row => row.Because is null && Array.Exists(kinds, kind => row.Act.Kind.StartsWith(kind, StringComparison.Ordinal)));
    }

    /// <summary>The chair's own hand brings every state to its end: each step taken is in order, and they come to an end.</summary>
    private static void Finish(Situation now)
    {
        for (var step = 0; step < 200; step++)
        {
            if (Step(now = now.Later(700), step) is not { } command)
            {
                Assert.True(now.Now.Floor.Pending is null && (now.Now.Floor.Motion is not { } motion || now.Now.Motions[motion].IsSettled || now.Now.Plenary is not { Phase: PlenaryPhase.InSession }));
                return;
            }
            var by = command is ConfirmCount or EndChecking or TimeOut ? Credential.Clock : command is AcceptAmendment ? Secretary : now.Presiders();
            var outcome = now.When(by, command);
            Assert.True(outcome.Refusal is null, $"{command} was refused: {outcome.Refusal}");
            now = outcome.Then;
        }
        Assert.Fail($"It does not come to an end: {now.Now.Floor}");
    }

    /// <summary>The next step of what is pending, by whoever presides; null where nothing is.</summary>
    private static Command? Step(Situation at, int pick)
    {
        var now = at.Now;
        if (now.Chairing.Presiding is null)
            return new AssumeChair();
        if (now.RunningBallot is { } ballot)
            return OfBallot(at, ballot);
        if (now.Plenary is not { Phase: PlenaryPhase.InSession })
            return null;
        if (now.Plenary.QuorumQuestioned)
            return new TestQuorum();
        if (now.Floor.Pending is { } question)
            return OfQuestion(now, question, pick);
        return now.Floor.Motion is { } motion ? OfMotion(now, now.Motions[motion], pick) : null;
    }

    private static Command? OfBallot(Situation at, Ballot ballot)
    {
        if (ballot is { Phase: BallotPhase.Open, Method: BallotMethod.Placards, PlacardFigures: null })
            return new VoidBallot(ballot.Id, "Nobody counts.");
        if (ballot.Phase == BallotPhase.Open && ballot.Papers.Values.FirstOrDefault(block => !block.Counts) is { } paper)
            return new WithdrawPaper(ballot.Id, paper.Number);
        if (ballot.Phase == BallotPhase.Checking)
            return ballot.Objections.FirstOrDefault(pair => pair.Value.Upheld is null) is { Value: not null } open ? new SettleObjection(ballot.Id, open.Key.Member, at.Now.Sequence % 2 == 0, open.Key.Person) : new EndChecking(ballot.Id);
        if (ballot.Phase != BallotPhase.Closed)
            return ballot.Phase == BallotPhase.Open ? new ClosePolls(ballot.Id) : ballot.Phase == BallotPhase.Counted ? new DeclareResult(ballot.Id) : new VoidBallot(ballot.Id, "Disputed.");
        var recount = at.Recount(ballot.Id);
        return new ConfirmCount(ballot.Id, recount.Count, recount.Fault);
    }

    private static Command? OfQuestion(Proceedings now, Question question, int pick)
    {
        if (question.Procedural is { } id)
        {
            return now.Procedurals[id].Phase == ProceduralPhase.AskingSecond ? (now.Floor.Countdown is null ? new ExtendCountdown(1) : new FailProcedural(id))
                : Stack.RuleOf(now, id).DecidedBy == DecidedBy.Chair ? new DecideProcedural(id, Grant.Denied) : new OpenBallot(Ballot("step " + pick), BallotMethod.Phones, Procedural: id);
        }
        var amendment = now.Amendments[question.Amendment!.Value];
        return amendment.Phase switch
        {
            AmendmentPhase.AskingSecond => now.Floor.Countdown is null ? new ExtendCountdown(1) : new FailAmendment(amendment.Id),
            AmendmentPhase.Pending => new OpenBallot(Ballot("step " + pick), BallotMethod.Phones, Amendment: amendment.Id),
            _ when FriendlyAnswers.Asked(now, amendment) is not { } asked || now.PresenceOf(asked) != Presence.Present => new RefuseAmendment(amendment.Id),
            _ => new AcceptAmendment(amendment.Id, FriendlyAnswers.Asked(now, amendment)),
        };
    }

    private static Command? OfMotion(Proceedings now, Motion motion, int pick) => motion.Phase switch
    {
        MotionPhase.AskingSecond => now.Floor.Countdown is null ? new ExtendCountdown(1) : new FailMotion(motion.Id),
        _ when Amending.WaitingOn(now, motion.Id).FirstOrDefault() is { } waiting && motion is { VoteOrdered: false } =>
            motion.Phase == MotionPhase.Seconded ? new PutAmendment(waiting.Id) : new RuleOutAmendment(waiting.Id, Ruling("step " + pick), "Too late."),
        MotionPhase.Objected or MotionPhase.AskingAlternatives when Alternatives.To(now, motion.Id).FirstOrDefault(other => other.Phase == MotionPhase.AskingSecond) is { } alternative => new FailAlternative(alternative.Id),
        MotionPhase.Seconded or MotionPhase.AskingNegatives or MotionPhase.Objected or MotionPhase.AskingAlternatives or MotionPhase.Prevailed => new OpenBallot(Ballot("step " + pick), BallotMethod.Phones, motion.Id),
        _ => null,
    };

    /// <summary>People of one class get the same answers, to the word.</summary>
    private static void Classes(Situation now)
    {
        var classes = new ActorClasses(now.Now);
        var actors = now.Now.Participants.Values.Where(person => person.Device is not null).Select(person => now.Now.ActorOf(new(person.Device!.Value))).ToList();
        foreach (var alike in actors.GroupBy(classes.Of).Where(group => group.Count() > 1))
        {
            var answers = alike.Select(by => string.Join('\n', now.Now.InOrder(by).Select(row => $"{row.Act.Kind} {row.Because?.Code} {row.Because?.Article}")
                .Concat(now.Now.ProceduralsInOrder(by).Select(row => $"{row.Kind} {row.Because?.Code} {row.Because?.Article}")))).Distinct(StringComparer.Ordinal);
            Assert.Single(answers);
        }
    }
}

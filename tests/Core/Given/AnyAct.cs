namespace Ifmsa.Assembly.Core.Tests;

using static Mazes;

/// <summary>Acts of a debate, in order or not, on what there is or on nothing.</summary>
internal static class AnyAct
{
    /// <summary>How many kinds there are.</summary>
    public const int Kinds = 64;

    private static readonly string[] Members = ["Austria", "Brazil", "Canada", "Denmark"];

    public static Command Of(Situation at, int which, int pick)
    {
        var now = at.Now;
        var (member, motion) = (M(Members[pick % 4]), Some(now.Motions.Keys, pick, Motion("one")));
        MemberId? placard = pick % 3 == 0 ? member : null;
        return which switch
        {
            < 12 => OfMotion(now, which, pick, motion, placard),
            < 21 => OfAmendment(now, which, pick, motion, placard),
            < 25 => OfAlternative(now, which, pick, motion, placard),
            < 36 => OfProcedural(at, which, pick, placard),
            36 => new MakeRuling(Ruling("r" + (pick % 5000)), "So be it.", Allows: pick % 2 == 0 ? Catalogue.Commands.Keys.Order(StringComparer.Ordinal).ElementAt(pick % Catalogue.Commands.Count) : null, Member: placard),
            37 => new ReadmitObservers(), 38 => new ReadmitCandidates(), 39 => new ResumeRecord(),
            < 47 => OfVoters(now, which, pick, member, motion, placard),
            63 => new TranslateMotion(motion, pick % 4 == 0 ? "en" : "fr", "Titre", pick % 7 == 0 ? "" : $"Un. {pick}"),
            _ => OfPolls(at, which, pick, member),
        };
    }

    private static Command OfPolls(Situation at, int which, int pick, MemberId member)
    {
        var now = at.Now;
        var (ballot, other) = (now.RunningBallot?.Id ?? Some(now.Ballots.Keys, pick, Ballot("none")), M(Members[pick / 4 % 4]));
        var option = Some(now.Find(ballot)?.Options.Select(each => each.Key) ?? [], pick / 3, "for");
        var figures = (now.Find(ballot)?.Options ?? []).ToImmutableSortedDictionary(each => each.Key, each => (pick + each.Key.Length) % 2, StringComparer.Ordinal);
        ImmutableArray<Share> shares = [new([option], 1), new([Some(now.Find(ballot)?.Options.Select(each => each.Key) ?? [], pick / 5, "for")], 1 + (pick % 2))];
        return which switch
        {
            47 => new EnterPaper(ballot, pick % 3 == 0 ? [member] : [member, other], figures.Values.Sum(), figures), 48 => new ConfirmPaper(ballot, 1 + (pick % 2), figures.Values.Sum(), figures), 49 => new WithdrawPaper(ballot, 1 + (pick % 2)),
            50 => new OpenBallot(Ballot("x" + (pick % 5000)), BallotMethod.RollCall, Title: "Question", Decision: "motion"), 51 => new AnswerRollCall(ballot, now.RunningBallot?.CalledNow ?? member, option),
            52 => new PassRollCall(ballot, now.RunningBallot?.CalledNow ?? member), 53 => new ExtendVoting(ballot, pick % 90), 54 => new TimeOut(ballot),
            55 => new ObjectToRecord(ballot, (RecordError)(pick % 4), option, Member: pick % 4 == 0 ? member : null), 56 => new SettleObjection(ballot, Some(now.Find(ballot)?.Objections.Keys.Select(voter => voter.Member) ?? [], pick, member), pick % 2 == 0),
            57 => new EndChecking(ballot), 58 => new UnlockTablet(DeviceOf("desk"), P("head of " + Members[pick % 4])), 59 => pick % 4 == 0 ? new LockTablet() : new CastAtTablet(ballot, option, pick),
            60 => new OpenTestBallot(Ballot("x" + (pick % 5000)), (BallotMethod)(pick % 3), "Test"), 61 => new ConfirmOwnEntry(ballot, option),
            _ => new OpenBallot(Ballot("x" + (pick % 5000)), BallotMethod.Phones, Title: "Which?", Decision: "motion", Proposals: ["A", "B", "C"], Seats: 1 + (pick % 2), Disclosure: (Disclosure)(pick % 2), Seconds: pick % 3 * 5),
        };
    }

    private static Command OfVoters(Proceedings now, int which, int pick, MemberId member, MotionId motion, MemberId? placard)
    {
        var other = M(Members[pick / 4 % 4]);
        return which switch
        {
            40 => new ReportCredentials(Report("r" + (pick % 500)), pick % 2 == 0, [new(member, pick % 3 != 0, pick % 4 == 0 ? "Debts." : null), .. pick % 5 == 0 ? [] : new ReportRow[] { new(other, Vote: true) }]),
            41 => new SubmitMotion(Motion("m" + (pick % 5000)), "Membership", Text, pick % 7 == 0 ? "motion" : pick % 3 == 0 ? "credentials" : "membership", For: placard,
                Membership: pick % 3 == 0 ? null : new(member, pick % 2 == 0 ? (MemberStatus)(pick % 3) : null, pick % 5 == 0 ? null : (Standing)(pick / 3 % 3))),
            42 => new GiveProxy(member, other, pick % 6 == 0 ? null : new(Letter("l" + (pick % 50)), new('a', 64))), 43 => new EndProxy(Some(now.Proxies.Keys, pick, member)),
            44 => new NameVoters([.. pick % 4 == 0 ? [] : new[] { P("head of " + Members[pick % 4]) }, .. pick % 3 == 0 ? [P("colleague of " + Members[pick % 4])] : ImmutableArray<ParticipantId>.Empty], placard),
            45 => new OpenBallot(Ballot("x" + (pick % 5000)), BallotMethod.Phones, Title: "Question", Decision: pick % 2 == 0 ? "credentials" : "bylaws"),
            _ => new PutMotion(Some(now.Motions.Values.Where(each => each.Phase == MotionPhase.Submitted && (each.Membership is not null || each.Decision == "credentials")).Select(each => each.Id), pick, motion)),
        };
    }

    private static Command OfMotion(Proceedings now, int which, int pick, MotionId motion, MemberId? placard) => which switch
    {
        0 => new DraftMotion(Motion("d" + (pick % 5)), "Draft", "One.\n\nTwo.", "motion", [M(Members[(pick + 1) % 4])]),
        1 => new JoinMotion(motion), 2 => new HandInDraft(motion), 3 => new AnnounceMotions(Plenary(1), [motion]), 4 => new SetSubmissionDeadline(now.At.AddMinutes((pick % 9) - 4)),
        5 => new PutEnBloc(Motion("b" + (pick % 500)), "Bloc", [motion, Some(now.Motions.Keys, pick / 7, motion)]), 6 => new PullOut(motion, placard),
        7 or 8 => new DivideMotion(now.Floor.Motion ?? motion, Parts(now, now.Floor.Motion ?? motion, pick), placard),
        9 => new WithdrawMotion(now.Floor.Motion ?? motion, placard), 10 => new SecondMotion(now.Floor.Motion ?? motion, placard),
        _ => new SubmitMotion(Motion("m" + (pick % 5000)), "Title", Text, pick % 2 == 0 ? "motion" : "bylaws", For: placard),
    };

    private static Command OfAmendment(Proceedings now, int which, int pick, MotionId motion, MemberId? placard)
    {
        var amendment = now.Floor.Pending?.Amendment ?? Some(now.Amendments.Keys, pick, Amendment("a"));
        return which switch
        {
            12 or 13 => new ProposeAmendment(
                Amendment("a" + (pick % 5000)), now.Floor.Motion ?? motion, Edits(now, now.Floor.Motion ?? motion, pick), pick % 4 == 0 ? now.Floor.Pending?.Amendment : null,
                pick % 5 == 0 ? now.Floor.Pending?.Procedural : null, pick % 5 == 0 ? new() { Minutes = 5 } : null, For: placard),
            14 or 15 => new PutAmendment(Some(now.Amendments.Values.Where(each => each.Phase == AmendmentPhase.Submitted).Select(each => each.Id), pick, amendment)),
            16 => new AcceptAmendment(amendment, placard), 17 => new RefuseAmendment(amendment, placard), 18 => new SecondAmendment(amendment, placard),
            19 => pick % 2 == 0 ? new FailAmendment(amendment) : new WithdrawAmendment(amendment, placard),
            _ => pick % 3 == 0 ? new RuleOutAmendment(amendment, Ruling("r" + (pick % 5000)), "No.") : new OpenBallot(Ballot("x" + (pick % 5000)), BallotMethod.Phones, Amendment: amendment),
        };
    }

    private static Command OfAlternative(Proceedings now, int which, int pick, MotionId motion, MemberId? placard)
    {
        var before = now.Floor.Motion ?? motion;
        var alternative = Some(now.Motions.Values.Where(each => each.AlternativeTo == before).Select(each => each.Id), pick, motion);
        return which switch
        {
            21 => new AskAlternatives(before), 22 => new ProposeAlternative(Motion("t" + (pick % 500)), before, "Alternative", "Otherwise.", placard),
            23 => new SecondAlternative(alternative, placard), _ => pick % 2 == 0 ? new FailAlternative(alternative) : new OpenBallot(Ballot("x" + (pick % 5000)), BallotMethod.Phones, before),
        };
    }

    private static Command OfProcedural(Situation at, int which, int pick, MemberId? placard)
    {
        var now = at.Now;
        var pending = now.Floor.Pending?.Procedural ?? Some(now.Procedurals.Keys, pick, Procedural("p"));
        return which switch
        {
            < 29 => new MoveProcedural(Procedural("p" + (pick % 5000)), Some(now.Rules?.Procedural.Keys ?? Enumerable.Empty<string>(), pick, "adjourn"), Detail(at, pick), placard),
            29 => new PutProcedural(Some(now.Procedurals.Values.Where(each => each.Phase == ProceduralPhase.Waiting).Select(each => each.Id), pick, pending)),
            30 or 31 => new SecondProcedural(pending, placard), 32 => pick % 2 == 0 ? new FailProcedural(pending) : new WithdrawProcedural(pending, placard),
            33 => new DecideProcedural(pending, (Grant)(pick % 2)), 34 => new RuleOutProcedural(pending, Ruling("r" + (pick % 5000)), "No."),
            _ => new OpenBallot(Ballot("x" + (pick % 5000)), BallotMethod.Phones, Procedural: pending),
        };
    }

    private static ProceduralDetail Detail(Situation at, int pick)
    {
        var now = at.Now;
        return new()
        {
            Minutes = pick % 20, Seconds = pick % 90, Words = "The board.", Until = at.Clock.AddMinutes((pick % 99) - 9),
            Paragraph = now.Rules is { } rules ? Some(pick % 2 == 0 && !now.SuspendedRules.IsEmpty ? now.SuspendedRules : rules.Paragraphs.Keys.Order(StringComparer.Ordinal), pick, "none") : null,
            Motion = Some(now.Motions.Values.Where(motion => motion.IsSettled).Select(motion => motion.Id), pick, Motion("none")),
            Ruling = Some(now.Rulings.Keys, pick, Ruling("none")), List = Some(now.SpeakersLists.Keys, pick, List("none")), Item = Some(now.Items.Keys, pick, Item("none")), Before = pick % 2 == 0 ? Some(now.Items.Keys, pick / 3, Item("none")) : null,
        };
    }

    private static ImmutableArray<TextEdit> Edits(Proceedings now, MotionId motion, int pick)
    {
        var text = now.Find(motion)?.Text ?? "";
        var start = pick % Math.Max(1, text.Length + 2);
        return [new(start, pick / 5 % 12, pick % 3 == 0 ? "" : $"other words {pick % 7}")];
    }

    private static ImmutableArray<PartStart> Parts(Proceedings now, MotionId motion, int pick) =>
        [.. Paragraphs.Of(now.Find(motion)?.Text ?? "").Take(2 + (pick % 2)).Select((paragraph, place) => new PartStart(Motion($"part {pick % 5000} {place}"), paragraph.Start + (pick % 11 == 0 ? 1 : 0)))];

    private static T Some<T>(IEnumerable<T> from, int pick, T otherwise)
    {
        // Dictionaries of ids have no order of their own; a run has to come out the same twice.
        var all = from.OrderBy(each => each!.ToString(), StringComparer.Ordinal).ToList();
        return all.Count == 0 ? otherwise : all[pick % all.Count];
    }
}

using System.Collections.Immutable;
using Ifmsa.Assembly.Core.Ballots;
using Ifmsa.Assembly.Core.Debate;
using Ifmsa.Assembly.Core.Federation;
using Ifmsa.Assembly.Core.Journal;
using Ifmsa.Assembly.Core.Motions;
using Ifmsa.Assembly.Core.Plenaries;
using Ifmsa.Assembly.Server.Floor.Boards;
using Ifmsa.Assembly.Server.Floor.Rooms;
using Ifmsa.Assembly.Server.Tests.Minutes;
using Ifmsa.Assembly.Server.Wording;
using Xunit;

namespace Ifmsa.Assembly.Server.Tests.OnTheFloor.Rooms;

/// <summary>A delegation's room: who may speak in it, who hears it, and that the gavel empties it.</summary>
public sealed class A_private_room
{
    private static readonly BoardRoom Boards = new(new RefusalTexts(Meeting.Sentences), Meeting.Sentences);
    private static readonly Board Board = BoardRoom.All.Single(board => board.Name == "room");

    private readonly Meeting _meeting = new(8);
    private readonly DelegationRooms _rooms;
    private readonly Credential _colleague, _observer;
    private readonly MotionId _motion;
    private readonly BallotId _ballot = new(Guid.NewGuid());

    public A_private_room()
    {
        _meeting.Opened(6);
        _colleague = _meeting.Enrolled("Ana", _meeting.Members[3]);
        _observer = _meeting.Enrolled("Olu", null, Duty.Observer);
        _motion = _meeting.Put("Open data");
        _rooms = new(_meeting.Now.Id);
        _rooms.Begin(_meeting.Now);
    }

    private Credential Head => _meeting.Phones[3];

    private DelegationRoom Room => _rooms.Now.GetValueOrDefault(_meeting.Members[3], DelegationRoom.Empty);

    [Fact]
    public void shows_a_colleagues_advice_to_its_own_delegation_alone()
    {
        Open();
        Assert.Null(Advise(_colleague, "against", "We promised it"));

        var shown = Shown(Head);
        Assert.Equal("against", shown.Advice[Person(_colleague)].Options.Single());
        Assert.Equal("We promised it", shown.Advice[Person(_colleague)].Note);
        Assert.Empty(Shown(_meeting.Phones[2]).Advice);
        foreach (var nobody in new[] { _observer, _meeting.Secretary, _meeting.Desk, _meeting.Officer })
            Assert.Null(Board.Audience(View, _meeting.Now.ActorOf(nobody)));
        // The chair is a delegate of the first member, and sees that room and no other.
        Assert.Equal(_meeting.Members[0], Board.Audience(View, _meeting.Now.ActorOf(_meeting.Chair)));
        Assert.Empty(Shown(_meeting.Chair).Advice);
    }

    [Fact]
    public void holds_one_advice_of_each_delegate_the_latest()
    {
        Open();
        Advise(_colleague, "for");
        Advise(_colleague, "abstain");
        Advise(Head, "for");
        Assert.Equal(["abstain", "for"], Room.Advice.Values.Select(advice => advice.Options.Single()).Order());
        Assert.Null(_rooms.Take(_colleague, new Advice(_ballot, [])));
        Assert.Equal(Person(Head), Room.Advice.Keys.Single());
    }

    [Fact]
    public void refuses_whoever_is_of_no_delegation_and_whatever_is_not_asked()
    {
        Assert.IsType<UnknownBallot>(Advise(_colleague, "for"));
        Open();
        Assert.IsType<NoDelegation>(Advise(_observer, "for"));
        Assert.IsType<NoDelegation>(Advise(_meeting.Desk, "for"));
        Assert.IsType<NotBound>(Advise(new(new(Guid.NewGuid())), "for"));
        Assert.IsType<UnknownOption>(Advise(_colleague, "perhaps"));
        Assert.IsType<UnknownOption>(_rooms.Take(_colleague, new Advice(_ballot, ["for", "for", "for", "for"])));
        Assert.IsType<WordsTooLong>(Advise(_colleague, "for", new string('x', 201)));
        Assert.IsType<WordsUnprintable>(Advise(_colleague, "for", "two\nlines"));
        Assert.IsType<WordsMissing>(Advise(_colleague, "for", " "));
        Assert.Empty(_rooms.Now);
        Do(_meeting.Chair, new ClosePolls(_ballot));
        Assert.IsType<BallotIsNotOpen>(Advise(_colleague, "for"));
    }

    [Fact]
    public void lets_the_head_or_the_cards_holder_note_the_mandate_as_soon_as_a_motion_is_handed_in()
    {
        var later = new MotionId(Guid.NewGuid());
        Do(_meeting.Phones[1], new SubmitMotion(later, "Later", "It is so.", "policy"));
        Assert.IsType<NotForHome>(Note(_colleague, later, "for"));
        Assert.Null(Note(Head, later, "for", "Board of May"));
        Do(Head, new Core.Credentials.OfferCard(Person(_colleague)));
        Do(_colleague, new Core.Credentials.AcceptCard());
        Assert.Null(Note(_colleague, _motion, "against"));
        Assert.Equal(2, Shown(_colleague).Mandates.Count);
        Assert.Equal(Person(Head), Shown(_colleague).Mandates[later].By);
        Assert.Null(Note(Head, later, option: null));
        Assert.Equal(_motion, Shown(_colleague).Mandates.Keys.Single());
        Assert.IsType<UnknownOption>(Note(Head, later, "perhaps"));
        Assert.IsType<WordsTooLong>(Note(Head, later, "for", new string('x', 501)));
        Assert.IsType<UnknownMotion>(Note(Head, new(Guid.NewGuid()), "for"));
    }

    [Fact]
    public void says_nothing_of_a_draft_of_others()
    {
        var draft = new MotionId(Guid.NewGuid());
        Do(_meeting.Phones[1], new DraftMotion(draft, "Secret", "It is so.", "policy", []));
        Assert.IsType<UnknownMotion>(Note(Head, draft, "for"));
    }

    [Fact]
    public void is_emptied_by_the_gavel()
    {
        var other = new MotionId(Guid.NewGuid());
        Do(_meeting.Phones[1], new SubmitMotion(other, "Other", "It is so.", "policy"));
        Note(Head, other, "for");
        Note(Head, _motion, "for");
        Open();
        Advise(_colleague, "against");
        Do(_meeting.Chair, new ClosePolls(_ballot));
        Do(Credential.Clock, new ConfirmCount(_ballot, _meeting.Now.Ballots[_ballot].Count()));
        Assert.Single(Room.Advice);
        Do(_meeting.Chair, new DeclareResult(_ballot));

        Assert.Empty(Room.Advice);
        Assert.Equal(other, Room.Mandates.Keys.Single());
        Assert.IsType<BallotIsNotOpen>(Advise(_colleague, "for"));
        Assert.IsType<MotionIsNot>(Note(Head, _motion, "for"));
    }

    [Fact]
    public void keeps_the_mandate_and_not_the_advice_where_a_void_vote_is_taken_again()
    {
        Note(Head, _motion, "for");
        Open();
        Advise(_colleague, "against");
        Do(_meeting.Chair, new VoidBallot(_ballot, "The hall lost its line", new BallotId(Guid.NewGuid())));
        Assert.Empty(Room.Advice);
        Assert.Equal(_motion, Room.Mandates.Keys.Single());
        Assert.Equal("for", Shown(Head).Mandates[_motion].Option);
    }

    [Fact]
    public void is_emptied_by_a_void_vote_that_is_not_taken_again()
    {
        Note(Head, _motion, "for");
        Open();
        Advise(_colleague, "against");
        Do(_meeting.Chair, new VoidBallot(_ballot, "The hall lost its line"));
        Assert.Empty(_rooms.Now);
    }

    [Fact]
    public void keeps_a_mandate_on_a_vote_about_no_motion_where_that_is_taken_again_and_on_no_other()
    {
        Declared();
        var (question, again, other) = (new BallotId(Guid.NewGuid()), new BallotId(Guid.NewGuid()), new BallotId(Guid.NewGuid()));
        Do(_meeting.Chair, new OpenBallot(question, BallotMethod.Phones, Title: "Lunch first?", Decision: "motion"));
        Assert.Null(_rooms.Take(Head, new Mandate("for", Ballot: question)));
        Advise(_colleague, "for", ballot: question);
        Do(_meeting.Chair, new VoidBallot(question, "Misread", again));
        Assert.Equal("for", Shown(Head).Mandate?.Option);
        Assert.Equal(again, Shown(Head).Ballot);
        Assert.Empty(Shown(Head).Advice);
        Do(_meeting.Chair, new VoidBallot(again, "Misread"), new OpenBallot(other, BallotMethod.Phones, Title: "Dinner first?", Decision: "motion"));
        Assert.Empty(_rooms.Now);
    }

    [Fact]
    public void forgets_the_mandate_on_a_motion_that_is_withdrawn()
    {
        var motion = new MotionId(Guid.NewGuid());
        Do(_meeting.Phones[1], new SubmitMotion(motion, "Short-lived", "It is so.", "policy"));
        Note(Head, motion, "for");
        Note(Head, _motion, "for");
        Do(_meeting.Phones[1], new WithdrawMotion(motion));
        Assert.Equal(_motion, Room.Mandates.Keys.Single());
    }

    [Fact]
    public void is_touched_by_no_cast()
    {
        Open();
        Advise(_colleague, "for");
        Note(Head, _motion, "for");
        var (before, inputs) = (_rooms.Now, Board.Inputs(View, _meeting.Now.ActorOf(Head)));
        Do(Head, new CastVote(_ballot, "for", 1));
        Assert.Same(before, _rooms.Now);
        Assert.Equal(inputs, Board.Inputs(View, _meeting.Now.ActorOf(Head)));
        Advise(_colleague, "against");
        Assert.NotEqual(inputs, Board.Inputs(View, _meeting.Now.ActorOf(Head)));
    }

    [Fact]
    public void holds_no_more_than_its_bounds()
    {
        var motions = Enumerable.Range(0, DelegationRooms.MostMandates + 1).Select(_ => new MotionId(Guid.NewGuid())).ToList();
        foreach (var (place, motion) in motions.Index())
            Do(_meeting.Desk, new SubmitMotion(motion, "One of many", "It is so.", "policy", For: _meeting.Members[place % 6]));
        var long_ = new string('x', Mandate.LongestNote);
        Assert.IsType<RoomIsFull>(motions.Select(motion => Note(Head, motion, "for", long_)).First(refusal => refusal is not null));
        Assert.Equal(DelegationRooms.MostCharacters / Mandate.LongestNote, Room.Mandates.Count);
        foreach (var motion in motions.Take(DelegationRooms.MostMandates))
            Assert.Null(Note(Head, motion, "for"));
        Assert.IsType<RoomIsFull>(Note(Head, motions[^1], "for"));
        Assert.Null(Note(Head, motions[0], "against"));
        // One delegation's room being full is no matter to another.
        Assert.Null(Note(_meeting.Phones[2], motions[^1], "for"));
    }

    [Fact]
    public async Task takes_words_from_many_at_once_and_lets_none_outlive_the_gavel()
    {
        Open();
        var (seen, gavel) = (0, new ManualResetEventSlim());
        var talking = Enumerable.Range(0, 4).Select(place => Task.Run(() =>
        {
            for (var word = 0; word < 5_000; word++)
            {
                if (Advise(place == 3 ? _colleague : _meeting.Phones[place], word % 2 == 0 ? "for" : "against") is null)
                    Interlocked.Increment(ref seen);
                if (word == 1_000)
                    gavel.Set();
            }
        })).ToList();
        gavel.Wait(TestContext.Current.CancellationToken);
        Do(_meeting.Chair, new VoidBallot(_ballot, "Enough"));
        await Task.WhenAll(talking);
        Assert.True(seen > 0);
        Assert.Empty(_rooms.Now);
    }

    [Fact]
    public void shuts_out_whoever_is_sent_out()
    {
        Open();
        var watching = _meeting.Enrolled("Obs", _meeting.Members[3], Duty.Observer);
        _rooms.Begin(_meeting.Now);
        Assert.Null(Advise(watching, "for"));
        _rooms.Begin(_meeting.Now with { Floor = _meeting.Now.Floor with { ObserversOut = true } });
        Assert.IsType<SentOut>(Advise(watching, "for"));
        var view = Boards.ViewOf(_meeting.Snapshot with { Now = _meeting.Now with { Floor = _meeting.Now.Floor with { ObserversOut = true } } }, Reach.Nothing, new MinutesBook(), _rooms.Now);
        Assert.Null(Board.Audience(view, view.Now.ActorOf(watching)));
        Assert.NotNull(Board.Audience(view, view.Now.ActorOf(Head)));
    }

    private View View => Boards.ViewOf(_meeting.Snapshot, Reach.Nothing, new MinutesBook(), _rooms.Now);

    private RoomBoard Shown(Credential by) => (RoomBoard)Board.Project(View, _meeting.Now.ActorOf(by));

    private ParticipantId Person(Credential by) => _meeting.Now.ParticipantOf(by)!.Id;

    private void Open() => Do(_meeting.Chair, new OpenBallot(_ballot, BallotMethod.Phones, _motion));

    private void Declared()
    {
        Open();
        Do(_meeting.Chair, new ClosePolls(_ballot));
        Do(Credential.Clock, new ConfirmCount(_ballot, _meeting.Now.Ballots[_ballot].Count()));
        Do(_meeting.Chair, new DeclareResult(_ballot));
    }

    private Refusal? Advise(Credential by, string option, string? note = null, BallotId? ballot = null) => _rooms.Take(by, new Advice(ballot ?? _ballot, [option], note));

    private Refusal? Note(Credential by, MotionId motion, string? option, string? note = null) => _rooms.Take(by, new Mandate(option, note, motion));

    /// <summary>Commits some acts together, as the writer does under load.</summary>
    private void Do(Credential by, params ReadOnlySpan<Command> commands)
    {
        var before = _meeting.Journal.Count;
        foreach (var command in commands)
            _meeting.Do(by, command);
        _rooms.Committed(_meeting.Now, [.. _meeting.Journal.Skip(before)]);
    }
}

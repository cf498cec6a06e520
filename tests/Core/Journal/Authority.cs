using System.Reflection;
using System.Text;

namespace Ifmsa.Assembly.Core.Tests;

using static Meeting;

/// <summary>Every command × every capacity: whoever has none of the capacities a command names hears <c>act.not-yours</c>, whatever the state of the meeting.</summary>
public sealed class Every_command
{
    private static readonly Who[] Capacities = [.. Enum.GetValues<Who>().Where(who => who != Who.None && (who & (who - 1)) == Who.None)];

    private static readonly Situation[] States = [Situation.Nothing, Convened, RollCall, InSession, AskingForSecond, AskingForNegatives, Voting, VotingByPlacards, Electing, Adjourned];

    [Fact]
    public void is_given_only_by_those_it_names()
    {
        var table = new StringBuilder();
        foreach (var entry in Catalogue.Commands.Values.OrderBy(entry => entry.Kind, StringComparer.Ordinal))
        {
            table.Append(entry.Kind).Append(':');
            foreach (var capacity in Capacities)
            {
                var refused = States.Count(state => Try(state, entry, capacity) is NotYours { Code: "act.not-yours" });
                // Authority never depends on how far the meeting has come.
                Assert.True(refused == 0 || refused == States.Length, $"{entry.Kind} by {capacity}");
                if (refused == 0)
                    table.Append(' ').Append(capacity);
            }
            table.Append('\n');
        }
        Golden.Matches("authority.txt", table.ToString());
    }

    [Fact]
    public void is_refused_to_whom_the_journal_does_not_know()
    {
        foreach (var entry in Catalogue.Commands.Values)
            Assert.IsType<NotYours>(Try(InSession, entry, Who.None));
    }

    [Fact]
    public void names_itself_and_those_who_may_give_it_when_it_is_refused()
    {
        var refusal = InSession.When(Officer, new OpenPlenary()).Because<NotYours>();
        Assert.Equal(["plenary.open", (object)Who.Presiding], refusal.Arguments);
    }

    [Fact]
    public void is_offered_exactly_to_those_for_whom_it_is_in_order()
    {
        foreach (var state in States)
        foreach (var person in new[] { Chair, Vice, Desk, Officer, Secretary, Head("Brazil"), Colleague("Brazil"), Stranger, Secretariat, Credential.Clock })
        {
            var actor = state.Actor(person);
            var offered = state.Now.InOrder(actor).Where(row => row.Because is null).Select(row => row.Act.Kind).ToHashSet(StringComparer.Ordinal);
            foreach (var entry in Catalogue.Commands.Values)
                Assert.Equal(offered.Contains(entry.Kind), state.Now.Order(entry, actor) is null);
        }
    }

    private static Refusal? Try(Situation state, CommandEntry entry, Who capacity)
    {
        var actor = new Actor
        {
            Device = new(Of("device")),
            Account = new(Of("account")),
            Participant = P("head of Brazil"),
            Member = M("Brazil"),
            Roles = capacity,
        };
        // What stands in the command does not matter to authority: it is asked before the content is looked at.
        var command = (Command)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(entry.Type);
        try
        {
            return state.Now.Decide(command, new(actor, state.Clock, new byte[32])).Refusal;
        }
        catch (Exception empty) when (empty is NullReferenceException or ArgumentException or KeyNotFoundException or TargetInvocationException or InvalidOperationException)
        {
            // Authority was passed, and the empty command failed later.
            return null;
        }
    }
}

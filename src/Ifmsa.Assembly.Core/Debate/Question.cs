using Ifmsa.Assembly.Core.Journal;

namespace Ifmsa.Assembly.Core.Debate;

/// <summary>A question pending above the motion before the plenary: an amendment or a procedural motion, and what it stands upon.</summary>
/// <param name="Amendment">The amendment, where it is one.</param>
/// <param name="Procedural">The procedural motion, where it is one.</param>
/// <param name="Below">The question that is taken up again once this one is decided; null for the main motion itself.</param>
public sealed record Question(AmendmentId? Amendment, ProceduralId? Procedural, Question? Below)
{
    /// <summary>This question and all below it, the immediately pending one first.</summary>
    public IEnumerable<Question> Downwards()
    {
        for (var question = this; question is not null; question = question.Below)
            yield return question;
    }
}

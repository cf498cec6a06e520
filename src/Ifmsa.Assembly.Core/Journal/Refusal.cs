namespace Ifmsa.Assembly.Core.Journal;

/// <summary>Why something a person asked for does not happen: a stable code and its arguments; the edge puts it in words.</summary>
public abstract record Refusal
{
    private protected Refusal(string code, params object[] arguments)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>The stable code, such as <c>ballot.not-open</c>; also the key of its sentence in the message files.</summary>
    public string Code { get; }

    /// <summary>What fills the places of the sentence.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>The article of the rulebook that refuses, where one does.</summary>
    public string? Article { get; init; }

    /// <summary>Two refusals are the same when they say the same.</summary>
    public virtual bool Equals(Refusal? other) =>
        other is not null && other.Code == Code && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);
}

/// <summary>A refusal by a rule of procedure, which the chair may rule otherwise.</summary>
public abstract record RuleRefusal : Refusal
{
    private protected RuleRefusal(string code, params object[] arguments)
        : base(code, arguments)
    {
    }
}

namespace Workflow.Engine;

/// <summary>The tokens of a step in the making: found by id, listed oldest first, with counts that answer "is anything left in there" at once.</summary>
internal sealed class TokenSet
{
    private readonly LinkedList<Token> all = new();
    private readonly Dictionary<string, LinkedListNode<Token>> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> inside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> beside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> live = new(StringComparer.Ordinal);

    public TokenSet(IEnumerable<Token> tokens)
    {
        foreach (var token in tokens)
        {
            Add(token);
        }
    }

    public int Count => all.Count;

    public int Joining { get; private set; }

    public IEnumerable<Token> All => all;

    public Token? Find(string id) => byId.TryGetValue(id, out var node) ? node.Value : null;

    public int CountIn(string scope) => inside.GetValueOrDefault(scope);

    /// <summary>Tokens of a scope that keep it open: watchers do not.</summary>
    public bool IsEmpty(string scope) => live.GetValueOrDefault(scope) == 0;

    public void Add(Token token)
    {
        byId.Add(token.Id, all.AddLast(token));
        Count1(token, 1);
    }

    public bool Drop(string id)
    {
        if (!byId.Remove(id, out var node))
        {
            return false;
        }

        all.Remove(node);
        Count1(node.Value, -1);
        return true;
    }

    /// <summary>Puts a changed token in the place of the one with its id.</summary>
    public Token Change(Token token)
    {
        byId[token.Id].Value = token;
        return token;
    }

    public List<Token> Inside(string scope) => inside.GetValueOrDefault(scope) == 0 ? [] : [.. all.Where(token => token.Scope == scope)];

    public List<Token> Beside(string host) => beside.GetValueOrDefault(host) == 0 ? [] : [.. all.Where(token => token.IsWatcher && token.Via == host)];

    private void Count1(Token token, int by)
    {
        inside[token.Scope] = inside.GetValueOrDefault(token.Scope) + by;
        Joining += token.Wait == Wait.Inclusive ? by : 0;
        if (token.IsWatcher)
        {
            beside[token.Via] = beside.GetValueOrDefault(token.Via) + by;
        }
        else
        {
            live[token.Scope] = live.GetValueOrDefault(token.Scope) + by;
        }
    }
}

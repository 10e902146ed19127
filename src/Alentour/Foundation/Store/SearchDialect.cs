namespace Alentour.Foundation.Store;

/// <summary>
/// Search by the beginnings of words and by place. The index tables are made by twin scripts of the module that owns them;
/// words reach them already folded, so that both engines keep and find the same.
/// </summary>
public abstract partial class Dialect
{
    /// <summary>A query for the ids, in ascending order where it costs nothing, of the rows of a word index that hold @words.</summary>
    public abstract string WordsQuery(string table);

    /// <summary>The value of @words: every one of these, as the beginning of a word.</summary>
    /// <param name="beginnings">Letters and digits only.</param>
    public abstract string WordsValue(IEnumerable<string> beginnings);

    /// <summary>Keeps @words as the words of @id.</summary>
    public abstract string InsertWords(string table);

    /// <summary>The value of @words to keep.</summary>
    public abstract object KeptWords(IEnumerable<string> words);

    /// <summary>A query for the ids of the rows of a place index between @south, @north, @west and @east.</summary>
    public abstract string BoxQuery(string table);

    /// <summary>Keeps @lat, @lon as the place of @id.</summary>
    public abstract string InsertPlace(string table);

    /// <summary>Empties a word index.</summary>
    public abstract string ClearWords(string table);
}

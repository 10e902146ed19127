namespace Alentour.Foundation.Backups;

/// <summary>
/// A key without which part of a backup says nothing. It never goes into the backup itself: whoever finds one of the two files has nothing.
/// </summary>
public interface IKeptApart
{
    /// <summary>One word, such as "card-key", never changed.</summary>
    string Name { get; }

    /// <summary>The key in force, from wherever the house has it; null while there is none.</summary>
    byte[]? Read();

    /// <summary>Draws one where there is none. Called before the first page: a member who only reads must not meet a full disk because a page asks for the key.</summary>
    void Draw();

    /// <summary>Makes this the key in force, on disk before it returns. Called by <c>restore</c> on an empty database alone.</summary>
    /// <exception cref="BackupRefused">Another key is fixed in the settings.</exception>
    void Put(byte[] key);
}

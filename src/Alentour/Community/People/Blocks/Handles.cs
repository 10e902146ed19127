using Alentour.Community.People.Cards;

namespace Alentour.Community.People.Blocks;

/// <summary>
/// What a page calls somebody by, so that a press can name them: another word in each group and for each reader. Who bears another name in
/// another group is not found again there by whoever keeps the page.
/// </summary>
public sealed class Handles(CardKey key)
{
    /// <summary>What the pages of a group call this person when this reader reads them.</summary>
    /// <param name="reader">Whose page it is.</param>
    public Guid Of(Guid group, Guid reader, Guid person) => new(Seal(group, reader, person)[..16]);

    /// <summary>The sewn block of somebody who bears another name in a group: the same for all its members, and no kin of the one worn elsewhere.</summary>
    public int BlockOf(Guid group, Guid person) => BitConverter.ToInt32(Seal(group, Guid.Empty, person)) & int.MaxValue;

    byte[] Seal(Guid group, Guid reader, Guid person) => key.SealHandle($"{group} {reader} {person}");
}

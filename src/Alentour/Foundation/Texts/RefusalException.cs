namespace Alentour.Foundation.Texts;

/// <summary>A rule says no. <see cref="TextKey"/> is a sentence that the person reads.</summary>
public sealed class RefusalException(string textKey) : Exception($"Refused: {textKey}")
{
    public string TextKey => textKey;
}

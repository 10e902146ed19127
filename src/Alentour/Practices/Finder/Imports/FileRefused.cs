namespace Alentour.Practices.Finder.Imports;

/// <summary>A file that cannot be taken at all. The message is a sentence for whoever runs the import.</summary>
public sealed class FileRefusedException(string sentence) : Exception(sentence);

/// <summary>One row that cannot be taken; the others go on. The message continues "row 12 refused: ".</summary>
public sealed class RowRefusedException(string reason) : Exception(reason);

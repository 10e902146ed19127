namespace Alentour.Foundation.Backups;

/// <summary>A backup that cannot be taken or put back. The message is a sentence for whoever runs the command; nothing was changed.</summary>
public sealed class BackupRefused(string sentence) : Exception(sentence);

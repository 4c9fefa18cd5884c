package org.libstation.journal;

/// The journal could not be read or written.
public class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong, for programs.
  public enum Kind {
    DISK_FULL,
    CORRUPT,
    /// Written by a newer version of this program.
    NEWER,
    /// Another process has it.
    IN_USE,
    /// A key file is missing or does not fit.
    KEY,
    DISK
  }

  private final Kind kind;

  public JournalException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public JournalException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}

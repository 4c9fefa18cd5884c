package org.libstation.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// The journal could not be read or written.
public class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Kinds of faults, for programs to decide on.
  public enum FaultKind {
    DISK_FULL,
    CORRUPT,
    /// The journal was written by a newer version of this program.
    NEWER,
    /// Written in an old form that this version of the program can no longer read.
    OLD_FORM,
    /// Another process has the journal open.
    IN_USE,
    /// A key file does not fit.
    KEY,
    /// The machine's key file is missing.
    KEY_MISSING,
    /// The machine's key is bound to a TPM, and the TPM does not release it.
    KEY_BOUND,
    /// The disk, the directory or a file is read-only for this program.
    READ_ONLY,
    /// The disk answered with an error.
    IO,
    /// The disk cannot be read or written for another reason.
    DISK;

    /// Returns the kind of fault that kept a file from being read or written.
    public static FaultKind of(IOException cause) {
      String why = String.valueOf(cause.getMessage());
      if (cause instanceof AccessDeniedException || why.contains("Read-only file system")) {
        return READ_ONLY;
      }
      if (why.contains("No space left on device") || why.contains("Disk quota exceeded")) {
        return DISK_FULL;
      }
      return why.contains("Input/output error") ? IO : DISK;
    }
  }

  private final FaultKind kind;

  public JournalException(FaultKind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public JournalException(FaultKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public FaultKind kind() {
    return kind;
  }

  /// Describes in words why a file could not be read or written.
  public static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException denied ->
          "user %s may not read or write %s"
              .formatted(System.getProperty("user.name"), denied.getFile());
      case NoSuchFileException missing -> missing.getFile() + " is not there";
      default -> String.valueOf(cause.getMessage());
    };
  }
}

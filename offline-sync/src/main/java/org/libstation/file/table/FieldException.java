package org.libstation.file.table;

import org.jspecify.annotations.Nullable;

/// A field that a [FieldTable] cannot read.
public final class FieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final boolean newer;

  private FieldException(String message, boolean newer, @Nullable Throwable cause) {
    super(message, cause);
    this.newer = newer;
  }

  static FieldException missing(String name) {
    return new FieldException("the field '" + name + "' is missing", false, null);
  }

  static FieldException unknownWord(String word) {
    return new FieldException("the word is unknown: " + word, true, null);
  }

  static FieldException unreadable(String name, RuntimeException cause) {
    return new FieldException(
        "the field '" + name + "' cannot be read: " + cause.getMessage(),
        cause instanceof FieldException inner && inner.newer,
        cause);
  }

  /// Whether a newer program may have written the field: it holds a word that this program does not
  /// know.
  public boolean isNewer() {
    return newer;
  }
}

package org.libstation.lab.embedded;

/// The library's ledger could not be read or written: a dead disk, or a bug.
public class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }

  public LedgerException(String message) {
    super(message);
  }
}

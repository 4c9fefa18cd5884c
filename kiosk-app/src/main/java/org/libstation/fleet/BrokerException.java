package org.libstation.fleet;

/// A broker that cannot be used now.
public final class BrokerException extends Exception {
  private static final long serialVersionUID = 1;

  /// What of it is wrong, each with its code (`docs/codes.md`).
  public enum Kind {
    /// It is not reached, or does not answer in time.
    UNREACHED("G65"),
    /// It refuses the name and password, the certificate's holder, or a topic.
    REFUSED("G66"),
    /// Its certificate, or ours, cannot be, or a file of them.
    CERTIFICATE("G67");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private final Kind kind;

  public BrokerException(Kind kind, String why) {
    super(why);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// In words, without a secret.
  public String why() {
    return String.valueOf(getMessage());
  }
}

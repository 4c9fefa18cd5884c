package org.libstation.fleet;

import org.libstation.central.link.LineFault;

/// Reports that a broker cannot be used now.
public final class BrokerException extends Exception {
  private static final long serialVersionUID = 1;

  /// Kind of problem, each with its code (`docs/technician/codes.md`).
  public enum BrokerProblem {
    /// The broker cannot be reached, or does not answer in time.
    UNREACHED("G65"),
    /// The broker refuses name and password, the certificate's holder, or a topic.
    REFUSED("G66"),
    /// The broker's certificate, or the station's own, is not acceptable.
    CERTIFICATE("G67"),
    /// Another client has this installation's ID.
    TAKEN_OVER("G68"),
    /// One end encrypts and the other does not.
    ENCRYPTION("G70"),
    /// A file that the connection needs cannot be used.
    FILE("G80");

    private final String code;

    BrokerProblem(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private final BrokerProblem kind;
  private final String fault;
  private final String detail;

  /// @param detail what was seen, such as a topic or an answer of the broker; never a secret
  /// @param why the same as a sentence, for a log
  public BrokerException(BrokerFault fault, String detail, String why) {
    super(why);
    this.kind = fault.kind();
    this.fault = fault.name();
    this.detail = detail;
  }

  /// @param detail as above
  /// @param why as above
  public BrokerException(LineFault fault, String detail, String why) {
    super(why);
    this.kind =
        switch (fault.side()) {
          case NETWORK -> BrokerProblem.UNREACHED;
          case ENCRYPTION -> BrokerProblem.ENCRYPTION;
          case CERTIFICATE -> BrokerProblem.CERTIFICATE;
        };
    this.fault = fault.name();
    this.detail = detail;
  }

  public BrokerProblem kind() {
    return kind;
  }

  /// Name of the [BrokerFault] or [LineFault], which is also the key of its words.
  public String fault() {
    return fault;
  }

  public String detail() {
    return detail;
  }

  /// The reason in words, without a secret.
  public String why() {
    return String.valueOf(getMessage());
  }
}

package org.libstation.fleet;

import org.libstation.fleet.BrokerException.BrokerProblem;

/// Why a broker cannot be used although a connection to it can be made.
public enum BrokerFault {
  /// It took the connection and answered nothing.
  SILENT(BrokerProblem.UNREACHED),
  /// It closed the connection before it answered.
  HUNG_UP(BrokerProblem.UNREACHED),
  /// It answers, and not in MQTT 5.
  NOT_MQTT(BrokerProblem.UNREACHED),
  /// It answers that it takes no connection or message now.
  NOT_NOW(BrokerProblem.UNREACHED),
  /// The connection ended later.
  LOST(BrokerProblem.UNREACHED),
  /// The station ends.
  ENDED(BrokerProblem.UNREACHED),
  /// It refuses the name and the password.
  LOGIN_REFUSED(BrokerProblem.REFUSED),
  /// It refuses whom the station's certificate names.
  HOLDER_REFUSED(BrokerProblem.REFUSED),
  /// It refuses a station that shows neither a name nor a certificate.
  NOBODY_REFUSED(BrokerProblem.REFUSED),
  CLIENT_ID_REFUSED(BrokerProblem.REFUSED),
  /// It refuses a topic that the station listens to.
  SUBSCRIBE_REFUSED(BrokerProblem.REFUSED),
  /// It refuses a topic that the station writes to.
  PUBLISH_REFUSED(BrokerProblem.REFUSED),
  /// It gave the connection to another client of the same ID.
  TAKEN_OVER(BrokerProblem.TAKEN_OVER),
  /// The file with name and password cannot be used; the broker was not asked.
  LOGIN_FILE(BrokerProblem.FILE),
  /// A file of a certificate or key cannot be used; the broker was not asked.
  TLS_FILE(BrokerProblem.FILE);

  private final BrokerProblem kind;

  BrokerFault(BrokerProblem kind) {
    this.kind = kind;
  }

  public BrokerProblem kind() {
    return kind;
  }
}

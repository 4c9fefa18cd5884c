package org.libstation.fleet;

import org.libstation.fleet.BrokerException.BrokerProblem;

/// Why a broker cannot be used although a connection to it can be made.
public enum BrokerFault {
  /// The broker accepted the connection and answered nothing.
  SILENT(BrokerProblem.UNREACHED),
  /// The broker closed the connection before it answered.
  HUNG_UP(BrokerProblem.UNREACHED),
  /// The broker answers, but not in MQTT 5.
  NOT_MQTT(BrokerProblem.UNREACHED),
  /// The broker answers that it takes no connection or message now.
  NOT_NOW(BrokerProblem.UNREACHED),
  /// The connection ended later.
  LOST(BrokerProblem.UNREACHED),
  /// The station ends.
  ENDED(BrokerProblem.UNREACHED),
  /// The broker refuses name and password.
  LOGIN_REFUSED(BrokerProblem.REFUSED),
  /// The broker refuses the holder that the station's certificate names.
  HOLDER_REFUSED(BrokerProblem.REFUSED),
  /// The broker refuses a station that shows neither a name nor a certificate.
  NOBODY_REFUSED(BrokerProblem.REFUSED),
  CLIENT_ID_REFUSED(BrokerProblem.REFUSED),
  /// The broker refuses a topic that the station listens to.
  SUBSCRIBE_REFUSED(BrokerProblem.REFUSED),
  /// The broker refuses a topic that the station writes to.
  PUBLISH_REFUSED(BrokerProblem.REFUSED),
  /// The broker gave the connection to another client with the same ID.
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

package org.libstation.fleet;

import org.libstation.fleet.BrokerException.Kind;

/// Why a broker cannot be used although a connection to it can be made.
public enum BrokerFault {
  /// It took the connection and answered nothing.
  SILENT(Kind.UNREACHED),
  /// It closed the connection before it answered.
  HUNG_UP(Kind.UNREACHED),
  /// It answers, and not in MQTT 5.
  NOT_MQTT(Kind.UNREACHED),
  /// It answers that it takes no connection or message now.
  NOT_NOW(Kind.UNREACHED),
  /// The connection ended later.
  LOST(Kind.UNREACHED),
  /// The station ends.
  ENDED(Kind.UNREACHED),
  /// It refuses the name and the password.
  LOGIN_REFUSED(Kind.REFUSED),
  /// It refuses whom the station's certificate names.
  HOLDER_REFUSED(Kind.REFUSED),
  /// It refuses a station that shows neither a name nor a certificate.
  NOBODY_REFUSED(Kind.REFUSED),
  CLIENT_ID_REFUSED(Kind.REFUSED),
  /// It refuses a topic that the station listens to.
  SUBSCRIBE_REFUSED(Kind.REFUSED),
  /// It refuses a topic that the station writes to.
  PUBLISH_REFUSED(Kind.REFUSED),
  /// It gave the connection to another client of the same ID.
  TAKEN_OVER(Kind.TAKEN_OVER),
  /// The file with name and password cannot be used; the broker was not asked.
  LOGIN_FILE(Kind.FILE),
  /// A file of a certificate or key cannot be used; the broker was not asked.
  TLS_FILE(Kind.FILE);

  private final Kind kind;

  BrokerFault(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}

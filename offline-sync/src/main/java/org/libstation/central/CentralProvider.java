package org.libstation.central;

import java.util.List;
import java.util.Optional;

/// Offers one protocol to central systems; found by [java.util.ServiceLoader]. A new protocol needs
/// a new folder and a line in `META-INF/services/org.libstation.central.CentralProvider`.
public interface CentralProvider {
  /// The word that chooses this protocol, and its trace, in a site's settings. It is also the name
  /// of the protocol's folder.
  String protocol();

  /// Whether this protocol holds for a site that names none. Exactly one provider returns true.
  default boolean usual() {
    return false;
  }

  /// The protocol's own settings below `central.options`. Address and login are not among them.
  default List<CentralOption> options() {
    return List.of();
  }

  /// Folder of the protocol's dialects, both in a site and among the program's own files. Empty if
  /// all systems that speak the protocol act alike.
  default Optional<String> dialects() {
    return Optional.empty();
  }

  /// Checks a dialect without the settings of a site.
  ///
  /// @throws WrongSettingException for an impossible switch
  default void check(DialectFile dialect) {}

  /// Makes a site's central system and checks all its settings. Opens no connection.
  ///
  /// @param dialect present exactly if this protocol has dialects
  /// @throws WrongSettingException for an impossible or missing setting
  CentralLine line(CentralSettings settings, Optional<DialectFile> dialect);

  /// Name of the log of everything that goes over the wire. It is written at DEBUG only, and
  /// masked: no card number, secret, name or sentence of a central system.
  String wireLog();

  /// A message that such a system answers before any login, as bytes. It changes nothing there and
  /// holds no secret. Empty if the protocol has no such message.
  default byte[] greeting() {
    return new byte[0];
  }
}

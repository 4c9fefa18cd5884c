package org.libstation.central;

import java.util.List;
import java.util.Optional;

/// Knows one protocol to central systems; found by [java.util.ServiceLoader]. A new protocol is one
/// new folder and one line in `META-INF/services/org.libstation.central.CentralProvider`.
public interface CentralProvider {
  /// The word that chooses this protocol in a site's settings, and its trace; its folder's name.
  String protocol();

  /// Whether a site that names no protocol speaks this one. One provider says so.
  default boolean usual() {
    return false;
  }

  /// What can be set of it below `central.options`, besides where it is and who logs in.
  default List<CentralOption> options() {
    return List.of();
  }

  /// The folder of its dialects, in a site and among what comes with the program; empty where all
  /// systems that speak it act alike.
  default Optional<String> dialects() {
    return Optional.empty();
  }

  /// Judges a dialect alone.
  ///
  /// @throws WrongSettingException for a switch that cannot be
  default void check(DialectFile dialect) {}

  /// A site's central system. Opens nothing; judges all that is set.
  ///
  /// @param dialect there exactly when this protocol has dialects
  /// @throws WrongSettingException for what cannot be, or is missing
  CentralLine line(CentralSettings settings, Optional<DialectFile> dialect);

  /// The name of the log to which it writes what goes over its wire, at DEBUG only and masked: no
  /// card number, secret, name or sentence of a central system.
  String wireLog();

  /// Bytes that such a system answers before anybody logs in. They change nothing there and hold no
  /// secret; empty where the protocol has none.
  default byte[] greeting() {
    return new byte[0];
  }
}

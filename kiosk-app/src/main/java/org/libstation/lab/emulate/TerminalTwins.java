package org.libstation.lab.emulate;

import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.libstation.payment.lab.TerminalTwin;
import org.libstation.payment.zvt.lab.PlayedZvt;

/// The card terminals that can be played here, by the word that chooses them in a configuration.
public final class TerminalTwins {
  /// Makes one.
  private interface Maker {
    TerminalTwin at(int port, Currency currency) throws IOException;
  }

  private static final Map<String, Maker> ALL = Map.of("zvt", PlayedZvt::new);

  private TerminalTwins() {}

  public static List<String> models() {
    return ALL.keySet().stream().sorted().toList();
  }

  /// Plays one.
  ///
  /// @param model one of [#models]
  /// @param port 0 for any that is free
  /// @throws IOException when the port is not to be had
  public static TerminalTwin at(String model, int port, Currency currency) throws IOException {
    Maker maker = ALL.get(model);
    if (maker == null) {
      throw new IllegalArgumentException("no terminal '" + model + "' can be played");
    }
    return maker.at(port, currency);
  }
}

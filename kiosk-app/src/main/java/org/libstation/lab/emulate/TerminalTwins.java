package org.libstation.lab.emulate;

import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.libstation.payment.lab.TerminalTwin;
import org.libstation.payment.zvt.lab.PlayedZvt;

/// Card terminals that can be emulated here, by their word in a configuration.
public final class TerminalTwins {
  /// Makes an emulated terminal.
  private interface Maker {
    TerminalTwin at(int port, Currency currency) throws IOException;
  }

  private static final Map<String, Maker> ALL = Map.of("zvt", PlayedZvt::new);

  private TerminalTwins() {}

  public static List<String> models() {
    return ALL.keySet().stream().sorted().toList();
  }

  /// Starts an emulated terminal.
  ///
  /// @param model one of [#models]
  /// @param port 0 for any free one
  /// @throws IOException when the port is taken
  public static TerminalTwin at(String model, int port, Currency currency) throws IOException {
    Maker maker = ALL.get(model);
    if (maker == null) {
      throw new IllegalArgumentException("no terminal '" + model + "' can be played");
    }
    return maker.at(port, currency);
  }
}

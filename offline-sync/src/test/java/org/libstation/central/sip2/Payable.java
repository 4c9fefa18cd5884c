package org.libstation.central.sip2;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.testkit.Changed;

/// Adds payments to a dialect, as an administrator does after a payment was tried.
final class Payable {
  private Payable() {}

  static Sip2Dialect of(Sip2Dialect dialect) {
    Set<String> messages =
        Stream.concat(dialect.habits().messages().stream(), Stream.of("37"))
            .collect(Collectors.toUnmodifiableSet());
    return Changed.with(dialect, "habits", Changed.with(dialect.habits(), "messages", messages));
  }
}

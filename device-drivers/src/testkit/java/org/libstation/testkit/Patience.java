package org.libstation.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// How long a test waits for what it means, where it does not say so itself: long enough for a
/// machine with ten times as much to do as it has processors. It ends a test that hangs; it
/// measures nothing.
///
/// Registered for every test class by `META-INF/services`.
public final class Patience implements BeforeAllCallback {
  public static final Duration LONGEST = Duration.ofMinutes(3);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(LONGEST);
  }
}

package org.libstation.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.libstation.flow.state.FlowEvent;
import org.libstation.station.FlowLoop;
import org.libstation.station.driven.DrivenStation;
import org.libstation.station.parts.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a parent process press keys and read the state (scenarios), once the station is ready. The
/// station ends when the parent closes its end.
final class DrivenByParent {
  private static final Logger log = LoggerFactory.getLogger(DrivenByParent.class);

  /// How long the parent process waits for a key to be handled.
  private static final Duration KEY_LIMIT = Duration.ofSeconds(10);

  private final FlowLoop loop;
  private final Inbox inbox;
  private final Screens screens;
  private final EndReason ending;

  DrivenByParent(FlowLoop loop, Inbox inbox, Screens screens, EndReason ending) {
    this.loop = loop;
    this.inbox = inbox;
    this.screens = screens;
    this.ending = ending;
  }

  /// @param in the parent's requests
  /// @param out the answers
  void start(InputStream in, PrintStream out) {
    Thread.ofPlatform().daemon().name("driven").start(() -> serve(in, out));
  }

  private void serve(InputStream in, PrintStream out) {
    out.println("ready");
    out.flush();
    try {
      new DrivenStation(loop::state, this::press, screens::keys, screens::drawnKeys)
          .serve(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), out);
    } catch (IOException e) {
      log.warn("cannot read from the parent process: {}", e.getMessage());
    } finally {
      boolean _ = ending.because("whoever drove it is gone");
    }
  }

  /// Presses a key and waits until it is handled, so that the parent's next request reads the state
  /// after it.
  private void press(FlowEvent event) {
    inbox.answer(event);
    try {
      if (!loop.caughtUp(KEY_LIMIT)) {
        log.warn("a key was not handled within {}", KEY_LIMIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

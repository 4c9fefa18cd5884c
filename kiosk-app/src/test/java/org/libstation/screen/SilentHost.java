package org.libstation.screen;

import java.time.Duration;
import java.util.function.Consumer;
import org.libstation.flow.state.FlowEvent;
import org.libstation.language.Texts;
import org.libstation.language.speech.Speech;

/// Makes hosts that read nothing aloud and whose keys are struck by the machine's clock, as most
/// tests want them.
final class SilentHost {
  private SilentHost() {}

  static ScreenHost of(Texts texts, Consumer<FlowEvent> out) {
    return of(texts, ScreensTest.names(), out);
  }

  static ScreenHost of(Texts texts, SiteNames names, Consumer<FlowEvent> out) {
    return new ScreenHost(
        texts, names, Duration.ofSeconds(60), out, Speech.SILENT, System::nanoTime);
  }
}

package org.libstation.station.parts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.language.speech.DispatcherEngine;
import org.libstation.language.speech.EspeakEngine;
import org.libstation.language.speech.Headphone;
import org.libstation.language.speech.Speech;
import org.libstation.language.speech.SpeechEngine;
import org.libstation.language.speech.SpeechQueue;
import org.libstation.site.StationSettings;
import org.libstation.sync.StepLoop;

/// Reading aloud as the site configured it: the engine, the listeners, and what stops the current
/// speech.
public final class SpeechParts implements AutoCloseable {
  /// Name of the engine's line on the technician's page.
  static final String NAME = "speech";

  /// The engine's program is missing. Documented in docs/patron-services/speech.md.
  static final String NO_ENGINE = "DV11";

  private final StationSettings.SpeechSettings settings;
  private final Optional<SpeechEngine> engine;
  private final Headphone headphone;
  private final Optional<SpeechQueue> queue;
  private final Optional<StepLoop> watch;

  /// @param inbox takes events of the engine and the headphone plug; its events about patrons stop
  ///   the speech
  SpeechParts(
      StationSettings.SpeechSettings settings, Supplier<Optional<SpeechEngine>> made, Inbox inbox) {
    this.settings = settings;
    this.engine = made.get();
    this.headphone = new Headphone(Headphone.HeadphoneDetection.of(settings.headphone()));
    this.queue = engine.map(one -> new SpeechQueue(one, this::listeners));
    this.watch =
        queue
            .filter(_ -> headphone.watched())
            .map(_ -> new StepLoop("headphone", () -> look(inbox)));
    inbox.listen(this::heard);
  }

  public static SpeechParts of(StationSettings.SpeechSettings settings, Inbox inbox) {
    return new SpeechParts(settings, () -> engine(settings.engine()), inbox);
  }

  private static Optional<SpeechEngine> engine(StationSettings.ReadAloudEngine engine) {
    return switch (engine) {
      case ESPEAK_NG -> Optional.of(new EspeakEngine("espeak-ng", Optional.empty()));
      case SPEECH_DISPATCHER -> Optional.of(new DispatcherEngine());
      case NONE -> Optional.empty();
    };
  }

  private Duration look(Inbox inbox) {
    headphone.look().ifPresent(in -> inbox.answer(new FlowEvent.HeadphoneChanged(in)));
    return Headphone.EVERY;
  }

  private Speech.Listeners listeners() {
    if (headphone.present()) {
      return Speech.Listeners.ONE;
    }
    return settings.loudspeaker() ? Speech.Listeners.ALL : Speech.Listeners.NONE;
  }

  /// Stops the current speech when a card or code is read. On the screen, keys and touches do so.
  private void heard(FlowEvent event) {
    if (event instanceof FlowEvent.CardRead
        || event instanceof FlowEvent.BarcodeRead
        || event instanceof FlowEvent.UnmatchedRead) {
      queue.ifPresent(SpeechQueue::hush);
    } else if (event instanceof FlowEvent.HeadphoneChanged(boolean in)) {
      headphone.told(in);
      if (!in) {
        queue.ifPresent(SpeechQueue::hush);
      }
    }
  }

  /// The speech of the station; silent if there is no engine.
  public Speech speech() {
    return queue.<Speech>map(one -> one).orElse(Speech.SILENT);
  }

  /// Plays a sound between two sentences.
  ///
  /// @return false if the station cannot read aloud
  public boolean between(Runnable sound) {
    queue.ifPresent(one -> one.between(sound));
    return queue.isPresent();
  }

  /// Reports the engine's state to the technician and starts the headphone watch. It runs the
  /// engine's program, so do not call it on the flow's thread.
  public void start(Inbox inbox) {
    engine.ifPresent(
        one -> {
          Optional<String> trouble = one.trouble();
          inbox.answer(
              new FlowEvent.DeviceChanged(
                  DeviceLine.plain(
                      DeviceRole.SPEECH,
                      NAME,
                      trouble.isPresent() ? DeviceCondition.CONNECTING : DeviceCondition.READY,
                      trouble.isPresent() ? NO_ENGINE : "",
                      trouble.orElseGet(one::name))));
        });
    watch.ifPresent(StepLoop::start);
  }

  /// Forgets the spoken text after a visit.
  public void forget() {
    queue.ifPresent(SpeechQueue::forget);
  }

  @Override
  public void close() {
    watch.ifPresent(StepLoop::close);
    queue.ifPresent(SpeechQueue::close);
  }
}

package org.libstation.language.speech;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A queue of sentences, and the one thread that speaks them. Adding to it never blocks.
///
/// The thread lives for one visit. Its stack, through which the words went to the engine,
/// disappears with it.
public final class SpeechQueue implements Speech, AutoCloseable {
  /// Most waiting sentences; more are dropped. A screen has fewer.
  public static final int MOST_WAITING = 300;

  private static final Duration ENDS = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(SpeechQueue.class);

  private final SpeechEngine engine;
  private final Supplier<Listeners> listeners;

  // All fields below are guarded by this.
  private final Deque<QueuedSentence> queue = new ArrayDeque<>();
  private @Nullable Runnable sound;
  private @Nullable Thread speaker;
  private boolean speaking;
  private long round;

  /// A waiting sentence; it is dropped if its round is over.
  private record QueuedSentence(Utterance sentence, SpeechStyle manner, long round) {}

  /// @param listeners who can hear; asked before each sentence
  public SpeechQueue(SpeechEngine engine, Supplier<Listeners> listeners) {
    this.engine = engine;
    this.listeners = listeners;
  }

  @Override
  public synchronized void say(List<Utterance> sentences, SpeechStyle manner) {
    for (Utterance sentence : sentences) {
      if (!sentence.about().isEmpty()) {
        queue.removeIf(waiting -> waiting.sentence().about().equals(sentence.about()));
      }
      if (queue.size() < MOST_WAITING) {
        queue.add(new QueuedSentence(sentence, manner, round));
      }
    }
    wake();
  }

  /// Plays something between two sentences: after the present and before the next, or at once if
  /// nothing is spoken. At most one waits; a newer one replaces it.
  ///
  /// @param played runs on the speaking thread; must end soon
  public synchronized void between(Runnable played) {
    sound = played;
    wake();
  }

  private synchronized void wake() {
    if (speaker == null && (!queue.isEmpty() || sound != null)) {
      Thread fresh = Thread.ofPlatform().name("speech").daemon().unstarted(this::run);
      speaker = fresh;
      fresh.start();
    }
    notifyAll();
  }

  @Override
  public void hush() {
    boolean stop;
    synchronized (this) {
      queue.clear();
      round++;
      stop = speaking;
    }
    if (stop) {
      engine.stop();
    }
  }

  @Override
  public Listeners listeners() {
    return listeners.get();
  }

  /// Whether nothing is spoken and nothing waits.
  public synchronized boolean quiet() {
    return queue.isEmpty() && !speaking;
  }

  private void run() {
    try {
      while (true) {
        QueuedSentence next = next();
        if (next == null) {
          play();
        } else if (allowed(next.sentence())) {
          for (Spoken piece : next.sentence().pieces()) {
            if (stopped(next) || !engine.say(piece, next.manner(), () -> stopped(next))) {
              break;
            }
          }
        }
      }
    } catch (InterruptedException e) {
      engine.stop();
    } catch (RuntimeException e) {
      // Without the message of the fault: it may contain personal words.
      LOG.error("reading aloud failed: {}", e.getClass().getSimpleName());
    } finally {
      over();
    }
  }

  private synchronized void over() {
    speaking = false;
    if (Thread.currentThread().equals(speaker)) {
      speaker = null;
    }
    notifyAll();
  }

  /// Waits for the next sentence.
  ///
  /// @return null if a sound comes next
  private synchronized @Nullable QueuedSentence next() throws InterruptedException {
    speaking = false;
    notifyAll();
    while (queue.isEmpty() && sound == null) {
      wait();
    }
    speaking = true;
    return sound != null ? null : queue.remove();
  }

  private void play() {
    Runnable now;
    synchronized (this) {
      now = sound;
      sound = null;
    }
    if (now != null) {
      now.run();
    }
  }

  private synchronized boolean stopped(QueuedSentence of) {
    return of.round() != round;
  }

  /// Checks again, because the headphone may have been unplugged since the sentence was queued.
  private boolean allowed(Utterance sentence) {
    return !sentence.personal() || listeners.get() == Listeners.ONE;
  }

  /// Stops speech, drops all words, and waits until the speaking thread has ended.
  public void forget() {
    Thread old;
    synchronized (this) {
      old = speaker;
      speaker = null;
      sound = null;
    }
    hush();
    if (old != null) {
      old.interrupt();
      try {
        if (!old.join(ENDS)) {
          throw new IllegalStateException("the speech engine did not stop within " + ENDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    forget();
  }
}

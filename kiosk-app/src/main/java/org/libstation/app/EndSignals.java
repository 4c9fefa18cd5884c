package org.libstation.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the program in order when a signal asks for it: first the station and its threads, then the
/// toolkit, then the process. The virtual machine would begin its shutdown hooks all at once, and
/// the toolkit has one: its threads would then fail while the station still draws.
final class EndSignals {
  private static final Logger log = LoggerFactory.getLogger(EndSignals.class);

  /// SIGHUP, SIGINT and SIGTERM by their numbers, which the exit status names.
  private static final List<EndSignal> SIGNALS =
      List.of(new EndSignal("HUP", 1), new EndSignal("INT", 2), new EndSignal("TERM", 15));

  private static final int STATUS_OF_SIGNALS = 128;

  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch stationEnded = new CountDownLatch(1);
  private volatile Runnable ending = () -> {};
  private volatile int status;

  private record EndSignal(String name, int number) {}

  /// Takes the signals of this process. A signal that the process was started to ignore stays
  /// ignored.
  void take() {
    for (EndSignal each : SIGNALS) {
      try {
        take(each);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        log.warn("SIG{} ends the program at once: {}", each.name(), e.toString());
      }
    }
  }

  /// The JDK's module for this is open to all, but a compiler warns of each use of it.
  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself alone
  private void take(EndSignal signal) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object asked = type.getConstructor(String.class).newInstance(signal.name());
    InvocationHandler taking =
        (proxy, method, values) ->
            switch (method.getName()) {
              case "handle" -> {
                end(STATUS_OF_SIGNALS + signal.number());
                yield null;
              }
              case "equals" -> proxy == values[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> "the end of the station";
            };
    Object ours =
        Proxy.newProxyInstance(EndSignals.class.getClassLoader(), new Class<?>[] {handler}, taking);
    @Nullable Object before = type.getMethod("handle", type, handler).invoke(null, asked, ours);
    Object ignoring = handler.getField("SIG_IGN").get(null);
    if (ignoring.equals(before)) {
      Object _ = type.getMethod("handle", type, handler).invoke(null, asked, ignoring);
    }
  }

  /// What ends the station from now on; it returns when its threads have ended.
  void endWith(Runnable station) {
    ending = station;
  }

  private void end(int by) {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    status = by;
    try {
      ending.run();
    } catch (RuntimeException | Error e) {
      log.error("the station's end failed; the process ends all the same", e);
    } finally {
      stationEnded.countDown();
      try {
        ToolkitEnd.end();
      } finally {
        System.exit(by);
      }
    }
  }

  /// Whether a signal ends the program.
  boolean begun() {
    return begun.get();
  }

  /// Waits until the threads of the station have ended.
  ///
  /// @return the exit status that the signal asks for
  int awaitEnd() throws InterruptedException {
    stationEnded.await();
    return status;
  }
}

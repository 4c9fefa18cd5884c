package org.libstation.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the program in order on a signal: first the station and its threads, then the toolkit, then
/// the process. The virtual machine would start all shutdown hooks at once, including the
/// toolkit's. Its threads would then fail while the station still draws.
final class EndSignals {
  private static final Logger log = LoggerFactory.getLogger(EndSignals.class);

  /// SIGHUP, SIGINT and SIGTERM with their numbers, which appear in the exit status.
  private static final List<EndSignal> SIGNALS =
      List.of(new EndSignal("HUP", 1), new EndSignal("INT", 2), new EndSignal("TERM", 15));

  private static final int STATUS_OF_SIGNALS = 128;

  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch stationEnded = new CountDownLatch(1);
  private volatile Runnable ending = () -> {};
  private volatile int status;

  private record EndSignal(String name, int number) {}

  /// Handles the signals of this process. A signal that was ignored at the start of the process
  /// stays ignored.
  void take() {
    for (EndSignal each : SIGNALS) {
      try {
        take(each);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        log.warn(
            "cannot handle SIG{}: this signal ends the program at once: {}",
            each.name(),
            e.toString());
      }
    }
  }

  /// Uses reflection: the JDK's module for signals is public, but a compiler warns about each use.
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

  /// Sets what ends the station from now on; it must return after the station's threads have ended.
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
      log.error("the orderly shutdown failed; the process ends anyway", e);
    } finally {
      stationEnded.countDown();
      try {
        ToolkitEnd.end();
      } finally {
        System.exit(by);
      }
    }
  }

  /// Whether a signal is ending the program.
  boolean begun() {
    return begun.get();
  }

  /// Waits until the station's threads have ended.
  ///
  /// @return the exit status of the signal
  int awaitEnd() throws InterruptedException {
    stationEnded.await();
    return status;
  }
}

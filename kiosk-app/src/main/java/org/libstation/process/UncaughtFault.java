package org.libstation.process;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the program at once after an uncaught fault, because a station without one of its parts may
/// look well and be wrong. Everything that must survive is on disk already.
public final class UncaughtFault implements Thread.UncaughtExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(UncaughtFault.class);

  private final Consumer<String> tell;
  private final IntConsumer halt;
  private volatile boolean ending;

  /// @param tell takes the cause, in one line
  /// @param halt ends the process with a status, and does not return
  public UncaughtFault(Consumer<String> tell, IntConsumer halt) {
    this.tell = tell;
    this.halt = halt;
  }

  /// Declares that the program ends in order; later faults are only logged.
  public void ending() {
    ending = true;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    if (ending) {
      if (!isLateLoading(fault)) {
        log.warn("{} during shutdown", cause(thread, fault));
      }
      return;
    }
    try {
      log.error("{}: uncaught exception; the program ends", thread.getName(), fault);
      tell.accept(cause(thread, fault));
    } finally {
      halt.accept(Supervisor.FAULT);
    }
  }

  /// Whether a class failed to load because the virtual machine is ending, which is not a fault.
  private static boolean isLateLoading(Throwable fault) {
    return fault instanceof LinkageError;
  }

  /// Returns class, place and thread of a fault, without its message.
  public static String cause(Thread thread, Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    String where =
        trace.length == 0
            ? ""
            : " at "
                + trace[0].getClassName()
                + "."
                + trace[0].getMethodName()
                + ":"
                + trace[0].getLineNumber();
    return fault.getClass().getName() + where + " (" + thread.getName() + ")";
  }
}

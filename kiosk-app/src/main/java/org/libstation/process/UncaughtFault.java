package org.libstation.process;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody caught ends the program at once: a station of which a part is gone may look well and
/// be wrong. What was to be kept is on disk already.
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

  /// The program ends in order: what fails now is only logged.
  public void ending() {
    ending = true;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    if (ending) {
      if (!isLateLoading(fault)) {
        log.warn("{} while ending", cause(thread, fault));
      }
      return;
    }
    try {
      log.error("{}: a fault that nobody caught; the program ends", thread.getName(), fault);
      tell.accept(cause(thread, fault));
    } finally {
      halt.accept(Supervisor.FAULT);
    }
  }

  /// What was not loaded yet cannot be while the virtual machine ends: no fault of anything.
  private static boolean isLateLoading(Throwable fault) {
    return fault instanceof LinkageError;
  }

  /// Where and what, without the message.
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

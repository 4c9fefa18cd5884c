package org.libstation.device.driver;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.Receipt;

/// The receipts that wait for a printer, and the jobs that were withdrawn. Any thread may add and
/// withdraw; the device's own thread takes them.
public final class PrintQueue {
  /// How many jobs may wait.
  public static final int LIMIT = 4;

  /// A job that waits.
  ///
  /// @param number the job's number
  public record PrintJob(long number, Receipt receipt) {}

  private final String device;
  private final DeviceListener listener;
  private final BlockingQueue<PrintJob> jobs = new ArrayBlockingQueue<>(LIMIT);
  private final BlockingQueue<Long> withdrawals = new ArrayBlockingQueue<>(2 * LIMIT);

  public PrintQueue(String device, DeviceListener listener) {
    this.device = device;
    this.listener = listener;
  }

  /// Adds a job and reports it as queued.
  ///
  /// @return whether there was room
  public boolean offer(long number, Receipt receipt) {
    boolean taken = jobs.offer(new PrintJob(number, receipt));
    if (taken) {
      listener.on(new DeviceEvent.PrintMoved(device, number, new PrintState.Queued()));
    }
    return taken;
  }

  /// Cancels a job, because no patron waits for it any more.
  public void withdraw(long number) {
    // The queue holds more than there can be jobs, so a number that does not fit names none of
    // them.
    boolean _ = withdrawals.offer(number);
  }

  /// Ends the withdrawn jobs that still wait.
  ///
  /// @param code the failure code of a withdrawn job
  /// @param underWay receives the number of each withdrawn job that does not wait
  public void endWithdrawn(String code, LongConsumer underWay) {
    for (Long number = withdrawals.poll(); number != null; number = withdrawals.poll()) {
      long withdrawn = number;
      if (jobs.removeIf(waiting -> waiting.number() == withdrawn)) {
        fail(withdrawn, code, "nobody waits for it any more");
      } else {
        underWay.accept(withdrawn);
      }
    }
  }

  /// Takes the next job from the queue; null if none waits.
  public @Nullable PrintJob poll() {
    return jobs.poll();
  }

  /// Ends all waiting jobs as failed; none of them was begun.
  public void failAll(String code, String reason) {
    for (PrintJob waiting : List.copyOf(jobs)) {
      if (jobs.remove(waiting)) {
        fail(waiting.number(), code, reason);
      }
    }
  }

  public boolean isEmpty() {
    return jobs.isEmpty();
  }

  /// Whether a job waits, or a withdrawal is not yet handled.
  public boolean hasWork() {
    return !jobs.isEmpty() || !withdrawals.isEmpty();
  }

  private void fail(long number, String code, String reason) {
    listener.on(
        new DeviceEvent.PrintEnded(device, number, new PrintOutcome.Failed(code, reason, 0)));
  }
}

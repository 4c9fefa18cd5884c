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

/// The receipts that wait for a printer, and those of them that nobody waits for any more. Given
/// and withdrawn by any thread, taken by the device's own.
public final class PrintQueue {
  /// How many jobs may wait.
  public static final int LIMIT = 4;

  /// @param number the job's
  public record PrintJob(long number, Receipt receipt) {}

  private final String device;
  private final DeviceListener listener;
  private final BlockingQueue<PrintJob> jobs = new ArrayBlockingQueue<>(LIMIT);
  private final BlockingQueue<Long> withdrawals = new ArrayBlockingQueue<>(2 * LIMIT);

  public PrintQueue(String device, DeviceListener listener) {
    this.device = device;
    this.listener = listener;
  }

  /// Told as queued.
  ///
  /// @return whether there was room
  public boolean offer(long number, Receipt receipt) {
    boolean taken = jobs.offer(new PrintJob(number, receipt));
    if (taken) {
      listener.on(new DeviceEvent.PrintMoved(device, number, new PrintState.Queued()));
    }
    return taken;
  }

  /// Nobody waits for it any more.
  public void withdraw(long number) {
    // More than there can be jobs: what does not fit names none of them.
    boolean _ = withdrawals.offer(number);
  }

  /// Ends what was withdrawn and still waits.
  ///
  /// @param code of a withdrawn job's failure
  /// @param underWay is told the number of each that was withdrawn and does not wait
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

  /// The next, which waits no more.
  public @Nullable PrintJob poll() {
    return jobs.poll();
  }

  /// Ends all that wait: nothing of them was printed.
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

  /// Whether something waits, or was withdrawn and not looked at yet.
  public boolean hasWork() {
    return !jobs.isEmpty() || !withdrawals.isEmpty();
  }

  private void fail(long number, String code, String reason) {
    listener.on(
        new DeviceEvent.PrintEnded(device, number, new PrintOutcome.Failed(code, reason, 0)));
  }
}

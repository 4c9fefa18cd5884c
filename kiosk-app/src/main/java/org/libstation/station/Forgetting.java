package org.libstation.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases what the program knows about a visit. The cause of its end does not matter: a key, a
/// timeout, a new person, a fault, or staff who close an opened card.
///
/// The flow's state holds the visit's data and is dropped with it. Data outside the state (the
/// screen's focus and clipboard, what desk and journal keep for the visit) is wiped here, part by
/// part, in order. Each is a [ForgettingPart]. Then the heap is collected and overwritten, because
/// data of dead objects would stay readable. After a crash or a power cut, memory is empty; the
/// journal finishes its erasures when it is opened.
public final class Forgetting implements Consumer<FlowState>, AutoCloseable {
  /// Delay until the heap is swept: the next screen has been drawn by then.
  private static final Duration SWEPT_AFTER = Duration.ofSeconds(1);

  /// Delays of further sweeps. On a busy machine, data of the last visit may still have been in use
  /// at the first one.
  private static final List<Duration> AGAIN_AFTER =
      List.of(Duration.ofSeconds(6), Duration.ofSeconds(20));

  /// Delay before a failed wipe is tried again; retries do not end until it succeeds.
  static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(2);

  /// Size in bytes of the arrays that overwrite free memory: small enough to reach every gap.
  private static final int PIECE = 1 << 12;

  private static final int HEADER = 16;
  private static final int ROUNDS = 2;

  /// One part in this many of the maximum heap stays free for other threads.
  private static final int PART_LEFT = 8;

  private static final long NOBODY = -1;
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private final Executor deskThread;
  private final List<ForgettingPart> parts = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("forgetting").daemon().factory());

  /// Pending further sweeps of the last visit. Only the desk's thread uses this list.
  private final List<Future<?>> again = new ArrayList<>();

  /// Parts that could not be wiped yet. Only the desk's thread uses this list.
  private final List<ForgettingPart> owed = new ArrayList<>();

  /// Written by the flow's thread; read by the sweeps.
  private volatile long visit = NOBODY;

  private boolean cardOpen;

  /// A store outside the flow's state that keeps data of a visit.
  ///
  /// @param name for the log
  /// @param wipe may wait; if it throws, the other parts are still wiped, and `finish` is retried
  ///   until it succeeds
  /// @param finish the same, or the rest of it; another patron may be present by then
  public record ForgettingPart(String name, Runnable wipe, Runnable finish) {
    /// Makes a part that is wiped in one step.
    public static ForgettingPart of(String name, Runnable wipe) {
      return new ForgettingPart(name, wipe, wipe);
    }
  }

  /// @param deskThread runs tasks one after the other, so the visit's last desk work ends first
  /// @param parts wiped in this order
  public Forgetting(Executor deskThread, List<ForgettingPart> parts) {
    this.deskThread = deskThread;
    this.parts.addAll(parts);
  }

  /// Adds a part that is wiped after the existing ones.
  public void add(ForgettingPart part) {
    parts.add(part);
  }

  /// Takes each new state; the flow's thread calls this.
  @Override
  public void accept(FlowState state) {
    long now = state.session().map(open -> open.number()).orElse(NOBODY);
    boolean open = cardOpen(state);
    boolean over = (visit != NOBODY && now != visit) || (cardOpen && !open);
    visit = now;
    cardOpen = open;
    if (over) {
      deskThread.execute(this::forget);
    }
  }

  private static boolean cardOpen(FlowState state) {
    return state.screen() instanceof Screen.ToDo list
        && list.chosen().flatMap(Screen.ToDo.Chosen::card).isPresent();
  }

  /// Wipes every part, then schedules the sweeps. A part that fails is retried until it succeeds.
  ///
  /// @return the names of the parts that could not be wiped yet
  List<String> forget() {
    owed.clear();
    parts.forEach(part -> wipe(part, part.wipe()));
    sweepSoon();
    return owe();
  }

  private void sweepSoon() {
    again.forEach(sweep -> sweep.cancel(false));
    again.clear();
    var _ = sweepAfter(SWEPT_AFTER);
    AGAIN_AFTER.forEach(after -> again.add(sweepAfter(after)));
  }

  private void wipe(ForgettingPart part, Runnable how) {
    try {
      how.run();
    } catch (RuntimeException e) {
      owed.add(part);
      LOG.warn(
          "after a visit, {} could not be wiped yet ({}); the station tries again",
          part.name(),
          e instanceof IllegalStateException ? e.getMessage() : e.toString());
    }
  }

  private List<String> owe() {
    if (!owed.isEmpty()) {
      var _ =
          later.schedule(
              () -> deskThread.execute(this::tryAgain),
              TRIED_AGAIN_AFTER.toMillis(),
              TimeUnit.MILLISECONDS);
    }
    return owed.stream().map(ForgettingPart::name).toList();
  }

  /// Retries the failed parts, on the desk's thread. If another visit ended meanwhile, it wiped all
  /// parts again and keeps its own list.
  private void tryAgain() {
    List<ForgettingPart> left = List.copyOf(owed);
    if (left.isEmpty()) {
      return;
    }
    owed.clear();
    left.forEach(part -> wipe(part, part.finish()));
    left.stream()
        .filter(part -> !owed.contains(part))
        .forEach(part -> LOG.info("{} is wiped now", part.name()));
    sweepSoon();
    List<String> _ = owe();
  }

  private Future<?> sweepAfter(Duration time) {
    return later.schedule(this::sweepIfNobody, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Sweeps only if no visit is open. A collection moves the present patron's data between
  /// long-lived objects, where a later sweep cannot reach it. It would also freeze the screen. The
  /// end of that visit sweeps for both.
  private void sweepIfNobody() {
    if (visit == NOBODY) {
      sweep();
    }
  }

  /// Collects the heap and overwrites its free memory. The serial collector moves live objects to
  /// the start of the heap and leaves the old places as they were (decision 12). Memory that other
  /// threads had reserved in the first round is elsewhere in the second.
  private static void sweep() {
    System.gc();
    for (int i = 0; i < ROUNDS; i++) {
      int pieces = overwrite();
      System.gc();
      LOG.debug("overwrote {} pieces of the heap", pieces);
    }
  }

  /// Number of bytes to overwrite: the free memory, as far as the heap can still grow for other
  /// threads. If the heap cannot grow by their reserve, that much stays free.
  static long writtenOver(long free, long total, long max) {
    return Math.min(free, max - (total - free) - max / PART_LEFT);
  }

  private static int overwrite() {
    List<byte[]> zeroes = new ArrayList<>();
    Runtime heap = Runtime.getRuntime();
    long left = writtenOver(heap.freeMemory(), heap.totalMemory(), heap.maxMemory());
    for (; left > PIECE; left -= PIECE) {
      zeroes.add(new byte[PIECE - HEADER]);
    }
    return zeroes.size();
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}

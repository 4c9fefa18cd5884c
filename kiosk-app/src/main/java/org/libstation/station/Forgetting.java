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

/// Makes the program forget a visit: one function, whatever ended it (a key, time, a new person, a
/// fault, staff who leave a card they opened).
///
/// The flow's state is the one place of what belongs to a visit and goes with it. What lies outside
/// of it (focus and clipboard of the screen, what the desk and the journal keep for the visit) is a
/// [ForgettingPart], wiped here in order. At last the heap is collected: what no object holds any
/// more would else stay readable in it. After a crash or a power cut there is no memory; the
/// journal finishes its erasures when it is opened.
public final class Forgetting implements Consumer<FlowState>, AutoCloseable {
  /// When the heap is swept: as soon as the next screen is drawn.
  private static final Duration SWEPT_AFTER = Duration.ofSeconds(1);

  /// And again, since on a busy machine something of the former one may have been on its way still.
  private static final List<Duration> AGAIN_AFTER =
      List.of(Duration.ofSeconds(6), Duration.ofSeconds(20));

  /// When what could not be wiped is tried again, for as long as it takes.
  static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(2);

  /// What is free is written over in pieces of this size: so small that they reach each corner.
  private static final int PIECE = 1 << 12;

  private static final int HEADER = 16;
  private static final int ROUNDS = 2;

  /// This part of the most that the heap may have is never taken away from other threads.
  private static final int PART_LEFT = 8;

  private static final long NOBODY = -1;
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private final Executor deskThread;
  private final List<ForgettingPart> parts = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("forgetting").daemon().factory());

  /// Sweeps of the last visit that are to come; the desk's thread has it alone.
  private final List<Future<?>> again = new ArrayList<>();

  /// What could not be wiped yet; the desk's thread has it alone.
  private final List<ForgettingPart> owed = new ArrayList<>();

  /// Written by the flow's thread; the sweeps look at it.
  private volatile long visit = NOBODY;

  private boolean cardOpen;

  /// Something outside the flow's state that keeps what belongs to a visit.
  ///
  /// @param name for the log
  /// @param wipe may wait; when it throws, the others are wiped all the same, and `finish` is
  ///   called again and again until it does not throw
  /// @param finish the same, or what is left of it: another person may be there by then
  public record ForgettingPart(String name, Runnable wipe, Runnable finish) {
    /// One that is wiped in a single go.
    public static ForgettingPart of(String name, Runnable wipe) {
      return new ForgettingPart(name, wipe, wipe);
    }
  }

  /// @param deskThread does one thing after the other: what the visit still asked of the desk is
  ///   done before
  /// @param parts in this order
  public Forgetting(Executor deskThread, List<ForgettingPart> parts) {
    this.deskThread = deskThread;
    this.parts.addAll(parts);
  }

  /// One more, wiped after those that are there.
  public void add(ForgettingPart part) {
    parts.add(part);
  }

  /// Given each new state by the flow's thread.
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

  /// Wipes every part, then collects. What could not be wiped is owed, and tried again until it is.
  ///
  /// @return the names of those that could not be wiped yet
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
          "after a visit, {} could not be wiped yet ({}); it is tried again",
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

  /// On the desk's thread. A visit that ended meanwhile wiped all parts anew, and owes its own.
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

  /// Not while the next person is there: what a collection of everything moves, what is theirs with
  /// it, comes to lie between what stays, where a later one leaves it. Nor would the screen move.
  /// The end of that visit sweeps for both.
  private void sweepIfNobody() {
    if (visit == NOBODY) {
      sweep();
    }
  }

  /// The serial collector moves what lives to the beginning of the heap, without a gap, and leaves
  /// the places it moved from as they were (decision 12). So what is free is written over. What
  /// other threads had set aside for theirs meanwhile lies elsewhere the second time.
  private static void sweep() {
    System.gc();
    for (int i = 0; i < ROUNDS; i++) {
      int pieces = overwrite();
      System.gc();
      LOG.debug("overwrote {} pieces of the heap", pieces);
    }
  }

  /// How much is written over, all in bytes: what is free, while the heap may grow for what others
  /// need meanwhile. What it cannot grow by is left to them.
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

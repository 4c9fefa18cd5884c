package org.libstation.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.payment.zvt.lab.TcpEnd;
import org.libstation.payment.zvt.lab.ZvtTwin;
import org.libstation.payment.zvt.lab.ZvtTwin.Temper;
import org.libstation.station.driven.ScenarioProblem;

/// Patrons pay at a terminal that survives, and each time the process gets no further instruction:
/// at a byte of what it and the terminal say, or a moment after. No two pay the same sum, so each
/// sum in a ledger is one round's.
final class PayRounds implements TcpEnd.Watch {
  /// What the site lets a person pay at least, and by how much most sums differ, in minor units.
  private static final int LEAST = 500;

  private static final int SPREAD = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(100);

  /// Of a payment's first bytes so many go over, but for a few, before the station notes that it
  /// asks.
  private static final int UNNOTED = 180;

  /// After so many bytes of an answer to what it was asked some terminals go on without a till.
  private static final int BEGUN = 10;

  /// That nothing was taken is certain when two looks agree that lie three minutes apart; nearly
  /// all others are settled in seconds.
  private static final Duration SETTLED = Duration.ofMinutes(8);

  /// @param times how often it covers such a sum (`docs/developer/embedded-library.md`)
  private record Debtor(String card, String pin, int times) {}

  private static final List<Debtor> DEBTORS =
      List.of(
          new Debtor("28801000000041", "8642", 14),
          new Debtor("28801000000058", "7531", 8),
          new Debtor("28801000000066", "9024", 2));

  private static final List<String> FAULTS =
      List.of("lose-reply 37", "act-late 700 37", "lose-request 37", "clear");

  /// Where in a payment the power goes.
  enum Phase {
    /// The terminal is looked at; it was not asked for money yet.
    BEFORE_ASKED(UNNOTED),
    /// It was asked, and has not taken the money yet.
    ASKED(70),
    /// It took the money, and tells so.
    TAKEN(45),
    /// It has told; the station writes it and books it.
    BOOKING(400);

    /// Of how many bytes the seed chooses one; of how many milliseconds while it books.
    private final int span;

    Phase(int span) {
      this.span = span;
    }
  }

  /// @param after so many bytes of the phase, or milliseconds
  /// @param receipt the terminal's last before
  /// @param taken how many payments the terminal had taken before
  private record Plan(Phase phase, int after, int receipt, int taken, CountDownLatch killed) {}

  private final RealStage stage;
  private final TcpEnd end;
  private final ZvtTwin twin;
  private final Random random;
  private final List<String> story = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> paid = new LinkedHashMap<>();
  private final Set<Long> sums = new TreeSet<>();
  private final Set<Phase> hit = Collections.synchronizedSet(EnumSet.noneOf(Phase.class));
  private volatile Optional<Plan> plan = Optional.empty();

  /// Written by the thread of the connection, as what follows.
  private final AtomicInteger talks = new AtomicInteger();

  private int bytes;

  PayRounds(RealStage stage, TcpEnd end, ZvtTwin twin, long seed) {
    this.stage = stage;
    this.end = end;
    this.twin = twin;
    this.random = new Random(seed);
    end.watched(this);
  }

  List<String> story() {
    return story;
  }

  /// What was asked for, in minor units, a round each.
  Set<Long> sums() {
    return sums;
  }

  /// In which phases the power went.
  Set<Phase> hit() {
    return hit;
  }

  /// @param extra rounds besides one in each phase
  void play(int extra) throws ScenarioProblem, InterruptedException {
    List<Phase> phases = new ArrayList<>(List.of(Phase.values()));
    for (int i = 0; i < extra; i++) {
      phases.add(pick(List.of(Phase.values())));
    }
    Collections.shuffle(phases, random);
    for (Phase phase : phases) {
      boolean alone = phase == Phase.ASKED;
      round(
          phase,
          alone ? BEGUN + random.nextInt(phase.span - BEGUN) : random.nextInt(phase.span),
          pick(alone ? List.of(Temper.GOES_ON, Temper.LATE) : List.of(Temper.values())));
      settle();
    }
    // Nothing is taken, and of that the station is certain in some minutes only: nothing else could
    // follow it.
    boolean noted = random.nextBoolean();
    round(
        noted ? Phase.BEFORE_ASKED : Phase.ASKED,
        noted ? UNNOTED + random.nextInt(20) : random.nextInt(Phase.ASKED.span),
        Temper.REVERSES_UNHEARD);
    start();
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void round(Phase phase, int after, Temper temper)
      throws ScenarioProblem, InterruptedException {
    Debtor who = pick(DEBTORS.stream().filter(it -> paid(it) < it.times()).toList());
    paid.merge(who.card(), 1, Integer::sum);
    long sum = LEAST + (long) random.nextInt(SPREAD);
    while (!sums.add(sum)) {
      sum++;
    }
    String fault = phase == Phase.BOOKING ? pick(FAULTS) : "clear";
    story.add("%s pays %d, %s, %s, %s".formatted(who.card(), sum, phase, temper, fault));
    stage.perform(new Action.LibraryFault(fault));
    twin.becomes(temper);
    perform(press("account"), "screen card");
    perform(new Action.ScanAction(who.card()), "screen pin");
    perform(new Action.TypePin(who.pin()), "screen account");
    perform(press("charges"), "owed ");
    perform(press("amount"), "screen pay");
    Plan next = new Plan(phase, after, twin.receipt(), end.ledger().size(), new CountDownLatch(1));
    plan = Optional.of(next);
    try {
      stage.perform(new Action.TypePin(Long.toString(sum)));
    } catch (ScenarioProblem problem) {
      // The station died while it was spoken to.
      story.add("  " + problem.getMessage());
    }
    if (!next.killed().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new ScenarioProblem("the terminal was not spoken to as far as that: " + stage.shown());
    }
    stage.perform(new Action.LibraryFault("clear"));
  }

  private int paid(Debtor who) {
    return paid.getOrDefault(who.card(), 0);
  }

  /// A terminal that is still at it takes the money when it is looked at, and the station looks
  /// again after a while, or at its next start.
  private void settle() throws ScenarioProblem, InterruptedException {
    int taken = end.ledger().size();
    start();
    if (end.ledger().size() > taken) {
      story.add("  killed once more: it was taken meanwhile");
      stage.perform(new Action.PowerCut(Optional.empty()));
      stage.perform(new Action.PowerOn());
    }
    if (!comesTrue(() -> stage.look(new Expectation.JournalOpen(0)).so(), SETTLED)) {
      throw new ScenarioProblem("not settled in " + SETTLED);
    }
  }

  /// The station starts and has looked at the terminal.
  private void start() throws ScenarioProblem, InterruptedException {
    int before = talks.get();
    stage.perform(new Action.PowerOn());
    if (!comesTrue(() -> talks.get() > before, PATIENCE)) {
      throw new ScenarioProblem("nobody looked at the terminal");
    }
  }

  @Override
  public void before() {
    plan.ifPresent(
        it -> {
          Phase now = phase(it);
          boolean later = now.compareTo(it.phase()) > 0;
          if (later || (now == it.phase() && bytes++ >= it.after())) {
            kill(it, now);
          }
        });
  }

  /// Nothing is said any more while it books: the till went away after the terminal's end.
  @Override
  public void gone() {
    talks.incrementAndGet();
    plan.filter(it -> phase(it) != Phase.BEFORE_ASKED)
        .ifPresent(
            it -> {
              try {
                KillRounds.pause(Duration.ofMillis(it.phase() == Phase.BOOKING ? it.after() : 0));
                kill(it, Phase.BOOKING);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private Phase phase(Plan it) {
    return twin.receipt() == it.receipt()
        ? Phase.BEFORE_ASKED
        : end.ledger().size() == it.taken() ? Phase.ASKED : Phase.TAKEN;
  }

  private void kill(Plan it, Phase now) {
    plan = Optional.empty();
    bytes = 0;
    story.add("  killed in " + now + " after " + it.after());
    hit.add(now);
    try {
      stage.perform(new Action.PowerCut(Optional.empty()));
      it.killed().countDown();
    } catch (ScenarioProblem problem) {
      story.add("  the power could not be cut: " + problem.getMessage());
    }
  }

  /// @param then how a line begins that the station tells of itself after it
  private void perform(Action action, String then) throws ScenarioProblem, InterruptedException {
    stage.perform(action);
    if (!comesTrue(() -> stage.shown().stream().anyMatch(it -> it.startsWith(then)), PATIENCE)) {
      throw new ScenarioProblem(action + " led to " + stage.shown());
    }
  }

  private interface Looked {
    boolean so() throws ScenarioProblem;
  }

  private static boolean comesTrue(Looked it, Duration within)
      throws ScenarioProblem, InterruptedException {
    for (long i = 0; i < within.dividedBy(GLANCE); i++) {
      if (it.so()) {
        return true;
      }
      KillRounds.pause(GLANCE);
    }
    return false;
  }

  private static Action press(String key) {
    return new Action.Press(key, Optional.empty());
  }
}

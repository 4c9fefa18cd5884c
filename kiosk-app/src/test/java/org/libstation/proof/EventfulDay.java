package org.libstation.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.libstation.circulation.PatronId;
import org.libstation.journal.EntryState;
import org.libstation.simulation.Wire;

/// A day on which something goes wrong in each minute, whatever people do at that moment.
final class EventfulDay {
  private static final int MOST_DAYS = 60;

  /// What goes wrong. Each comes about equally often.
  enum Trouble {
    LOSE_REQUEST,
    LOSE_REPLY,
    ACT_LATE,
    ANSWER_LATE,
    GARBLED,
    ANOTHERS_ANSWER,
    /// The link is gone for less than a minute.
    LINK_SHORT,
    /// The link is gone for some minutes.
    LINK_LONG,
    LOOSE_PLUG,
    /// The pad is unplugged, silent, breaks off its answers, or does not say what lies there.
    PAD_FAILS,
    POWER,
    /// The wall clock is set to another day or hour, and right again at the next.
    CLOCK
  }

  private final StationDay day;
  private final Random random;
  private final Map<Trouble, Integer> met = new EnumMap<>(Trouble.class);
  private final List<Trouble> coming = new ArrayList<>();

  EventfulDay(StationDay day, long seed) {
    this.day = day;
    this.random = new Random(seed);
  }

  /// How often each went wrong so far.
  Map<Trouble, Integer> met() {
    return Map.copyOf(met);
  }

  /// Lets so many minutes pass.
  ///
  /// @return what is broken; empty when all held after each thing that people did
  List<String> minutes(int count) {
    Instant end = day.time().now().plus(Duration.ofMinutes(count));
    for (int i = 0; i < count; i++) {
      day.time().later(Duration.ofMinutes(i), this::harm);
    }
    while (day.time().now().isBefore(end)) {
      act();
      day.emptyChute();
      day.pass(Duration.ofSeconds(random.nextInt(45)));
      List<String> broken = day.broken();
      if (!broken.isEmpty()) {
        return broken;
      }
    }
    return List.of();
  }

  private void act() {
    PatronId patron = day.patrons().get(random.nextInt(day.patrons().size()));
    switch (random.nextInt(13)) {
      case 0, 1, 2, 3, 4 -> day.borrow(patron, day.shelf(2), day.mood(), random.nextBoolean());
      case 5, 6, 7 -> day.returnSome(patron);
      case 8 -> day.held(patron).ifPresent(item -> day.renew(patron, item));
      case 9 -> day.counterTakesBack(patron);
      case 10 -> day.counterLends(patron);
      case 11 -> day.failingPad(patron);
      default -> day.emptyBin();
    }
  }

  private void harm() {
    if (coming.isEmpty()) {
      coming.addAll(List.of(Trouble.values()));
      Collections.shuffle(coming, random);
    }
    Trouble trouble = coming.removeLast();
    met.merge(trouble, 1, Integer::sum);
    switch (trouble) {
      case LOSE_REQUEST -> day.wire().next(Wire.Fault.LOSE_REQUEST);
      case LOSE_REPLY -> day.wire().next(Wire.Fault.LOSE_REPLY);
      case ACT_LATE -> day.wire().next(Wire.Fault.ACT_LATE);
      case ANSWER_LATE -> day.wire().next(Wire.Fault.ANSWER_LATE);
      case GARBLED -> day.wire().next(Wire.Fault.GARBLE);
      case ANOTHERS_ANSWER -> day.wire().next(Wire.Fault.ANOTHERS_ANSWER);
      case LINK_SHORT -> linkLost(Duration.ofSeconds(5 + random.nextInt(50)));
      case LINK_LONG -> linkLost(Duration.ofMinutes(2 + random.nextInt(5)));
      case LOOSE_PLUG -> day.loosePlug();
      case PAD_FAILS -> day.padFails();
      case POWER -> day.power().cutAfter(1 + random.nextInt(40));
      case CLOCK -> setClock();
    }
  }

  private void linkLost(Duration span) {
    day.wire().down(true);
    day.time().later(span, () -> day.wire().down(false));
  }

  private void setClock() {
    List<Duration> errors =
        List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofHours(1), Duration.ofMinutes(-7));
    day.time().setWallError(errors.get(random.nextInt(errors.size())));
  }

  /// All is well again. Late loans of an item that somebody else has wait for the other stations, a
  /// day each, one after the other.
  ///
  /// @return what is broken then
  List<String> heal() {
    day.power().stay();
    day.wire().heal();
    day.time().setWallError(Duration.ZERO);
    for (int i = 0; i < MOST_DAYS && unsettled(); i++) {
      day.cabinet().pass(Duration.ofDays(1));
    }
    return day.heal();
  }

  private boolean unsettled() {
    return day.cabinet().journal().open().stream()
        .anyMatch(entry -> entry.state() != EntryState.WITH_STAFF);
  }
}

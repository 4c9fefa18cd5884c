package org.libstation.fleet.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.fleet.watch.Agreement.Notification;
import org.libstation.fleet.watch.Incident.Subject;

/// The part of [WatchBook] about which watchers ask and inform each other.
final class ToldBook implements Agreement.AlertLog {
  private final WatchBook book;
  private final StationsSeen seen;
  private final Duration after;
  private final InstantSource clock;

  /// Keys whose state another watcher has given since this start.
  private final Set<String> answered = new HashSet<>();

  /// @param after how long a subject must be well before the incident is over
  ToldBook(WatchBook book, StationsSeen seen, Duration after, InstantSource clock) {
    this.book = book;
    this.seen = seen;
    this.after = after;
    this.clock = clock;
  }

  @Override
  public boolean wasTold(Notification unit) {
    renew(unit);
    return book.all().stream()
        .anyMatch(
            it ->
                it.subject().key().equals(unit.key())
                    ? unit.since().isBefore(it.over()) || wasTold(it, unit)
                    // A watcher that never heard the station knows no installation.
                    : it.isGone()
                        && unit.key().equals(it.subject().ofAny().key())
                        && wasTold(it, unit));
  }

  private boolean wasTold(Incident matter, Notification unit) {
    return !matter.isDoubted() && matter.wasTold(unit.way(), unit.step(), unit.since(), after);
  }

  @Override
  public Notification known(Notification unit) {
    Optional<Incident> mine = book.of(unit.key());
    return unit.with(
        c ->
            c.mark(mine.map(Incident::mark).orElse(unit.mark()))
                .over(mine.map(Incident::over).orElse(unit.over())));
  }

  @Override
  public void heard(Notification unit, boolean told) {
    if (told && book.of(unit.key()).isPresent()) {
      answered.add(unit.key());
      book.of(unit.key()).filter(Incident::isDoubted).ifPresent(it -> settle(it, unit));
    }
    renew(unit);
    book.of(unit.key())
        .filter(it -> !unit.since().isBefore(it.over()))
        // An end is not for an incident that goes on here: it belongs to another one.
        .filter(it -> unit.step() != Incident.BACK || !it.isPresent())
        .ifPresent(
            matter -> {
              matter.known(unit.mark(), told && unit.step() == Incident.BEGUN);
              if (told) {
                matter.told(unit.way(), unit.step(), clock.instant());
              }
              book.change();
            });
  }

  @Override
  public List<Notification> open() {
    List<Notification> all = new ArrayList<>();
    for (Incident it : book.all()) {
      for (String way : it.ways()) {
        if (!it.subject().kind().isOfTheWatch() && it.closed(way, after).isEmpty()) {
          all.add(
              new Notification(
                  it.subject().key(), Incident.BEGUN, way, it.since(), it.mark(), it.over()));
        }
      }
    }
    return all;
  }

  @Override
  public Optional<Notification> stands(Notification open) {
    return book.of(open.key()).flatMap(mine -> stands(mine, open));
  }

  private Optional<Notification> stands(Incident mine, Notification open) {
    Optional<Instant> closed = mine.closed(open.way(), after);
    Instant over = closed.orElse(mine.over());
    boolean isOver = open.since().isBefore(over);
    return isOver || (closed.isEmpty() && mine.ways().contains(open.way()))
        ? Optional.of(
            open.with(
                c ->
                    c.step(isOver ? Incident.BACK : Incident.BEGUN)
                        .mark(isOver ? open.mark() : mine.mark())
                        .over(over)))
        : Optional.empty();
  }

  /// Settles a doubtful incident by a message: with the same mark it is the same incident, else the
  /// next.
  private void settle(Incident matter, Notification unit) {
    if (unit.step() == Incident.BEGUN && !unit.mark().equals(matter.mark())) {
      Incident next = new Incident(matter.subject(), unit.mark(), unit.since(), unit.over());
      next.see(matter.isPresent(), clock.instant());
      book.open(next);
    } else {
      matter.sure();
      book.change();
    }
  }

  /// Reports a doubtful fault that has lasted long enough as the next incident: rather twice than
  /// never.
  void anew(Instant wall) {
    for (Incident it : book.all()) {
      if (it.isDoubted()) {
        Subject subject = it.subject();
        Optional<StationsSeen.Station> station = seen.of(subject.station(), subject.installation());
        // If a station is silent, its faults are unknown, but it is certainly gone.
        if (station.isPresent() || subject.kind() == Incident.Kind.GONE) {
          it.anew(wall, after, station.map(StationsSeen.Station::firstHeard).orElse(Instant.EPOCH))
              .ifPresent(
                  since ->
                      book.open(
                          new Incident(
                              subject,
                              station
                                  .map(StationsSeen.Station::mark)
                                  .orElse(since.getEpochSecond() + ".0"),
                              since,
                              since)));
        }
      }
    }
  }

  /// Marks open incidents as doubtful that no other watcher knows: they may have ended while this
  /// watcher was away.
  void doubt(Instant wall) {
    for (Incident it : book.all()) {
      boolean open =
          it.ways().stream().anyMatch(way -> it.closed(way, after).isEmpty())
              && !it.subject().kind().isOfTheWatch();
      if (open && it.isPresent() && !answered.contains(it.subject().key())) {
        it.doubt(wall);
        book.change();
      }
    }
  }

  /// Closes an incident whose end was missed here but reported by another watcher; a present fault
  /// is the next incident.
  private void renew(Notification unit) {
    Instant wall = clock.instant();
    Incident matter =
        book.of(unit.key()).filter(it -> it.since().isBefore(unit.over())).orElse(null);
    if (matter == null) {
      return;
    }
    Subject subject = matter.subject();
    if (!unit.since().isBefore(unit.over())) {
      Incident next = new Incident(subject, unit.mark(), unit.since(), unit.over());
      next.see(matter.isPresent(), wall);
      if (unit.step() > Incident.BEGUN) {
        next.told(unit.way(), Incident.BEGUN, wall);
      }
      book.open(next);
    } else if (matter.isPresent()) {
      Optional<StationsSeen.Station> station = seen.of(subject.station(), subject.installation());
      if (station.isPresent()) {
        book.open(new Incident(subject, station.get().mark(), wall, unit.over()));
      } else {
        // The state when this watcher ended; the station's next message shows whether the fault
        // exists now.
        matter.ended(unit.way(), unit.over().minus(after.dividedBy(2)), wall);
        book.change();
      }
    } else {
      matter.told(unit.way(), Incident.BACK, wall);
      book.change();
    }
  }
}

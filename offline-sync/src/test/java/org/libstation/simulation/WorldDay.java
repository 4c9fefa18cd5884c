package org.libstation.simulation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.libstation.central.CentralSystem.CheckinResult;
import org.libstation.central.CentralSystem.CheckoutResult;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.simulation.World.Place;

/// A day with a world in which the laws must hold: the counter's staff act in it, the line fails,
/// the power goes; what people do at the station itself is told by those who extend it.
public abstract class WorldDay extends TownDay {
  /// How long a book rests before counter staff lay hands on it; longer than any request is late.
  private static final Duration RESTS = Duration.ofMinutes(10);

  protected final World world = new World();
  protected final Random random;
  protected final Laws laws;

  protected WorldDay(long seed, Bug bug) {
    this(seed, bug, LibraryDialects.embedded().habits().renewsFrom());
  }

  /// @param renewsFrom from which day the library counts a renewed loan
  protected WorldDay(long seed, Bug bug, Sip2Habits.RenewsFrom renewsFrom) {
    super(seed, bug, renewsFrom);
    this.random = new Random(seed);
    for (ItemId item : town.items()) {
      world.add(item, time.now());
    }
    this.laws = new Laws(world, town.counter(), town.acts(), town.everybody());
  }

  /// What is broken now.
  public abstract List<String> broken();

  /// Everything works again and days pass.
  ///
  /// @return what is broken then
  public abstract List<String> heal();

  /// Something random that people do, or that goes wrong.
  protected abstract void randomStep();

  /// The station works while time passes and nobody comes.
  protected abstract void idle(Duration span);

  /// The power came back.
  protected abstract void restart();

  /// By how much the machine's clock is wrong when it starts, where it is.
  protected abstract Duration wrongClock();

  /// Counter staff put it onto the shelf.
  protected abstract void shelve(ItemId item);

  /// It goes onto the shelf when the bin is emptied.
  protected abstract void sortedOut(ItemId item);

  /// Counter staff lent it and hand it out.
  protected abstract void handOut(ItemId item, PatronId patron);

  /// Takes random steps until something is broken.
  ///
  /// @return what is broken; empty when all held to the end
  public List<String> run(int steps) {
    for (int i = 0; i < steps; i++) {
      randomStep();
      List<String> broken = broken();
      if (!broken.isEmpty()) {
        return broken;
      }
    }
    return heal();
  }

  protected <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  protected void trouble() {
    if (random.nextInt(3) == 0) {
      wire().down(true);
      happens("the link is lost");
    } else {
      Wire.Fault fault = pick(Wire.EVERYDAY);
      wire().next(fault);
      happens("next acting request: " + fault);
    }
  }

  public void linkBack() {
    wire().down(false);
    happens("the link is back");
    pass(Duration.ofMinutes(random.nextInt(15)));
  }

  public void pass(Duration span) {
    guarded("pass " + span, () -> idle(span), () -> {});
  }

  /// Whether staff may lay hands on it.
  protected boolean rested(ItemId item) {
    return !world.book(item).movedAt().plus(RESTS).isAfter(time.now());
  }

  public void counterTakesBack(PatronId patron) {
    List<ItemId> held = world.heldBy(patron).stream().filter(this::rested).toList();
    if (!held.isEmpty()) {
      counterTakesBack(patron, pick(held));
    }
  }

  public void counterTakesBack(PatronId patron, ItemId item) {
    happens("the counter takes back " + item + " from " + patron);
    counterTakesBack(item);
  }

  protected void counterTakesBack(ItemId item) {
    Answer<CheckinResult> _ = town.counter().checkin(item, trueTime());
    boolean unsettled =
        cabinet.journal().open(item).stream()
            .anyMatch(entry -> entry.what() instanceof CirculationEvent.LoanGiven);
    if (unsettled) {
      world.overtaken(item);
    }
    shelve(item);
  }

  public void counterLends(PatronId patron) {
    List<ItemId> shelf = world.at(Place.SHELF).stream().filter(this::rested).toList();
    if (!shelf.isEmpty()) {
      counterLends(patron, pick(shelf));
    }
  }

  /// The counter, or a second station with its staff: what is on loan to another is taken back
  /// first.
  public void counterLends(PatronId patron, ItemId item) {
    happens("the counter lends " + item + " to " + patron);
    if (!lentAtCounter(item, patron)) {
      Answer<CheckinResult> _ = town.counter().checkin(item, trueTime());
      if (!lentAtCounter(item, patron)) {
        return;
      }
    }
    handOut(item, patron);
  }

  private boolean lentAtCounter(ItemId item, PatronId patron) {
    return town.counter().checkout(item, patron, Optional.empty())
        instanceof Answer.Accepted<CheckoutResult>;
  }

  private OffsetDateTime trueTime() {
    return time.now().atOffset(ZoneOffset.ofHours(8));
  }

  public void emptyBin() {
    happens("the bin is emptied");
    world.at(Place.BIN).stream().filter(this::rested).forEach(this::sortedOut);
  }

  /// Something during which the power may go; then the station starts again, sometimes with its
  /// clock a day off.
  protected void guarded(String what, Runnable step, Runnable afterLoss) {
    happens(what);
    try {
      step.run();
    } catch (PowerLoss loss) {
      note("    " + loss.getMessage());
      power.stay();
      if (random.nextInt(3) == 0) {
        time.setWallError(wrongClock());
      }
      restart();
      afterLoss.run();
    }
  }
}

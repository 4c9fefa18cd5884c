package org.libstation.lab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.libstation.lab.twin.BookDrop;
import org.libstation.lab.twin.TagField;
import org.libstation.station.driven.ScenarioProblem;

/// Acts on the twins of a book drop as hands do.
final class DropHands {
  /// How long a falling object stands before the photo-eye.
  private static final Duration FALL = Duration.ofMillis(250);

  /// How long a thin object does.
  private static final Duration THIN = Duration.ofMillis(40);

  private static final Duration HAND = Duration.ofSeconds(2);

  /// How long an item slides before the reader until it falls past the eye.
  private static final Duration SLIDE = Duration.ofMillis(600);

  private static final Duration LONGEST_READ = Duration.ofSeconds(10);

  /// Number of looks after which a reader has found and read a tag; it reads between two looks.
  private static final int READ_AFTER = 2;

  private static final Duration POLL = Duration.ofMillis(2);

  /// Tag of another system, whose format is no library's.
  private static final String FOREIGN_TAG = "E004015000FF00FF";

  private static final int FOREIGN_BLOCKS = 28;
  private static final int FOREIGN_DSFID = 0x55;
  private static final byte[] FOREIGN_RECORD = {0x7F, 0x01, 0x02, 0x03};

  private final Bench bench;
  private final ScenarioRunner.Pause pause;

  DropHands(Bench bench, ScenarioRunner.Pause pause) {
    this.bench = bench;
    this.pause = pause;
  }

  /// Pushes an item through the flap. The drop's reader sees it, it falls past the beam, and comes
  /// to rest within the reader's reach.
  void drop(ScenarioItem item) throws ScenarioProblem {
    TagField reader = reader();
    BookDrop bin = bin();
    bin.flapClosed(false);
    bench.lay(reader, item);
    slide(reader);
    shadow(bin, FALL);
    until(() -> reader.afi(item.uid()) == TagField.AFI_IN_STOCK, FALL);
    // The tag is read back before the item leaves the reader's reach.
    rest(SLIDE);
    reader.lift(item.uid());
    bin.flapClosed(true);
  }

  /// Holds an item into the slot until it is read, and takes it out again.
  void holdIn(ScenarioItem item) throws ScenarioProblem {
    bin().flapClosed(false);
    bench.lay(reader(), item);
    slide(reader());
    rest(SLIDE);
    reader().lift(item.uid());
    rest(SLIDE);
    bin().flapClosed(true);
  }

  /// Brings items before the drop's reader, or out of its reach.
  void slot(List<String> items, boolean in) throws ScenarioProblem {
    for (String item : items) {
      boolean foreign = item.equals(Action.DropSlotAction.FOREIGN);
      if (!in) {
        reader().lift(foreign ? FOREIGN_TAG : ScenarioItem.parse(item).uid());
      } else if (foreign) {
        foreign();
      } else {
        bench.lay(reader(), ScenarioItem.parse(item));
      }
    }
  }

  void act(Action.AtDrop.DropDeed deed) throws ScenarioProblem {
    BookDrop bin = bin();
    switch (deed) {
      case FLAP_OPEN -> bin.flapClosed(false);
      case FLAP_SHUT -> bin.flapClosed(true);
      case UNTAGGED -> passes(bin, FALL);
      case FOREIGN -> {
        bin.flapClosed(false);
        foreign();
        slide(reader());
        passes(bin, FALL);
        reader().lift(FOREIGN_TAG);
      }
      case FALLS -> {
        shadow(bin, FALL);
        // A pause separates it from the next object.
        rest(FALL);
      }
      case THIN -> thin(bin);
      case EYE_DARK -> bin.beam(true);
      case EYE_LIGHT -> bin.beam(false);
      case HAND -> passes(bin, HAND);
      case DOOR_OPEN -> bin.tampered(true);
      case DOOR_SHUT -> bin.tampered(false);
      case BIN_OUT -> bin.binPresent(false);
      case BIN_IN -> {
        bench.emptied();
        bin.binPresent(true);
      }
    }
  }

  /// Darkens the eye for a thin object. It waits until the driver has looked, because a busy
  /// machine reads late.
  private void thin(BookDrop bin) throws ScenarioProblem {
    bin.beam(true);
    seen(bin::looks, 1, POLL);
    rest(THIN);
    seen(bin::looks, 1, POLL);
    bin.beam(false);
  }

  /// Waits as long as an item slides, and until the reader has found and read it.
  private void slide(TagField reader) throws ScenarioProblem {
    rest(SLIDE);
    seen(reader::looks, READ_AFTER, FALL);
  }

  /// Waits until the driver has looked this many times more, but at most [#LONGEST_READ].
  private void seen(LongSupplier looks, int times, Duration poll) throws ScenarioProblem {
    long before = looks.getAsLong();
    until(() -> looks.getAsLong() >= before + times, poll);
  }

  private void foreign() throws ScenarioProblem {
    reader().placeRaw(FOREIGN_TAG, FOREIGN_BLOCKS, 0, FOREIGN_DSFID, FOREIGN_RECORD);
  }

  private void passes(BookDrop bin, Duration dark) throws ScenarioProblem {
    bin.flapClosed(false);
    shadow(bin, dark);
    bin.flapClosed(true);
  }

  private void shadow(BookDrop bin, Duration dark) throws ScenarioProblem {
    bin.beam(true);
    seen(bin::looks, 1, POLL);
    rest(dark);
    bin.beam(false);
    seen(bin::looks, 1, POLL);
  }

  /// Waits until the condition holds, but at most [#LONGEST_READ].
  private void until(BooleanSupplier so, Duration poll) throws ScenarioProblem {
    Duration waited = Duration.ZERO;
    while (!so.getAsBoolean() && waited.compareTo(LONGEST_READ) < 0) {
      rest(poll);
      waited = waited.plus(poll);
    }
  }

  private void rest(Duration time) throws ScenarioProblem {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScenarioProblem("interrupted");
    }
  }

  private TagField reader() throws ScenarioProblem {
    return bench.device("drop", TagField.class);
  }

  private BookDrop bin() throws ScenarioProblem {
    return bench.device("bin", BookDrop.class);
  }
}

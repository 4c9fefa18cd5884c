package org.libstation.flow.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;

/// What the drop sees: what its reader has read and its photo-eye has seen pass. It names no person
/// and no title.
///
/// @param dark the photo-eye is dark
/// @param since monotonic, when it became dark or light
/// @param seen what was read and has not passed the eye
/// @param passed what passed the eye and was not read
/// @param together what was taken with one passage although there was more than one of it
/// @param asking what is being asked about something that came in unread
/// @param answered monotonic, when something was taken last
/// @param hint what a person is told for a moment beside the state
/// @param lamp what the lamp was last told; empty before it was told anything
/// @param slip the last slip that was asked for
/// @param outOfSight what its reader saw before it failed, until the reader has said what lies
///   there now: no sighting (`SightFlow`)
public record DropSight(
    boolean dark,
    Duration since,
    List<Seen> seen,
    List<Passed> passed,
    Optional<Together> together,
    Optional<Asking> asking,
    Optional<Duration> answered,
    Optional<Hint> hint,
    Optional<DropLamp> lamp,
    DropFill fill,
    Optional<Slip> slip,
    List<Seen> outOfSight) {

  /// Dark for longer than this is a jam (the driver's DB21 says the same to technicians).
  public static final Duration JAM = Duration.ofSeconds(3);

  /// Nothing was ever there.
  public static final DropSight NOTHING =
      new DropSight(
          false,
          Duration.ZERO,
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          DropFill.UNKNOWN,
          Optional.empty(),
          List.of());

  public DropSight {
    seen = List.copyOf(seen);
    outOfSight = List.copyOf(outOfSight);
    passed = List.copyOf(passed);
  }

  /// Something that was read.
  ///
  /// @param uid of its tag; empty when its barcode was read
  /// @param opened the flap stood open while it was there
  /// @param leftAt monotonic, when it was not seen any more
  /// @param shutAt monotonic, since when the flap is shut over it
  /// @param since monotonic, when it was read
  public record Seen(
      Optional<String> uid,
      TagReading reading,
      PadTag.SecurityBit security,
      boolean opened,
      Optional<Duration> leftAt,
      Optional<Duration> shutAt,
      Duration since) {

    public boolean left() {
      return leftAt.isPresent();
    }

    public Seen left(Duration at) {
      return new Seen(uid, reading, security, opened, Optional.of(at), shutAt, since);
    }

    /// It lay there already.
    public Seen lying() {
      return new Seen(uid, reading, security, false, leftAt, shutAt, since);
    }

    public Seen flap(boolean closed, Duration at) {
      Optional<Duration> shut = closed ? Optional.of(at) : Optional.empty();
      return new Seen(uid, reading, security, opened || !closed, leftAt, shut, since);
    }
  }

  /// Something that passed the eye and was not read.
  ///
  /// @param at the moment that counts
  /// @param dark how long it stood before the eye, once it is light again
  /// @param sign what could be read of it all the same, as a code; may be empty text
  /// @param entry the journal's number, once it is on disk as an unread object
  /// @param late its tag, where that was read after all
  /// @param since monotonic, when the stage began
  public record Passed(
      long number,
      EventTime at,
      Optional<Duration> dark,
      String sign,
      Stage stage,
      OptionalLong entry,
      Optional<Seen> late,
      Duration since) {

    /// How far it is.
    public enum Stage {
      /// May still be read.
      FRESH,
      /// Being written down as unread.
      WRITING,
      /// On disk as unread.
      WRITTEN,
      /// It is being written down what it is.
      IDENTIFYING,
      /// On disk as unread, and nobody in front of the drop knows more.
      LEFT,
      /// Could not be written down; tried again.
      UNWRITTEN
    }

    public boolean fresh() {
      return stage == Stage.FRESH;
    }

    public Passed stage(Stage next, Duration now) {
      return new Passed(number, at, dark, sign, next, entry, late, now);
    }

    public Passed dark(Duration time) {
      return new Passed(number, at, Optional.of(time), sign, stage, entry, late, since);
    }

    public Passed signed(String code) {
      return new Passed(number, at, dark, code, stage, entry, late, since);
    }

    public Passed late(Seen tag) {
      return new Passed(number, at, dark, sign, stage, entry, Optional.of(tag), since);
    }

    public Passed written(long number, Duration now) {
      return new Passed(
          this.number, at, dark, sign, Stage.WRITTEN, OptionalLong.of(number), late, now);
    }
  }

  /// More than one was read and one passage was seen.
  ///
  /// @param rows numbers of their rows
  /// @param spare passages that may still come for them
  public record Together(List<Long> rows, int spare, Duration since) {
    public Together {
      rows = List.copyOf(rows);
    }
  }

  /// A person is asked what an unread object is.
  ///
  /// @param object number of the [Passed]
  /// @param typed digits so far
  /// @param problem what was wrong with the last answer
  public record Asking(long object, String typed, Optional<Code> problem, Duration since) {}

  /// @param item whose number it is about, where it is about one
  public record Hint(Code code, Optional<ItemId> item, Duration since) {}

  /// A slip.
  ///
  /// @param through number of the last row that stands on it
  /// @param entries numbers in the journal of what stands on it
  /// @param since monotonic, when it was asked for
  public record Slip(long job, long through, List<Long> entries, Paper stage, Duration since) {
    public Slip {
      entries = List.copyOf(entries);
    }

    public enum Paper {
      PRINTING,
      DONE,
      /// It did not come out, or nobody knows.
      FAILED
    }
  }

  public DropSight slip(Slip changed) {
    return new DropSight(
        dark,
        since,
        seen,
        passed,
        together,
        asking,
        answered,
        hint,
        lamp,
        fill,
        Optional.of(changed),
        outOfSight);
  }

  /// What was seen, and what went out of sight.
  public DropSight sees(List<Seen> now, List<Seen> before) {
    return new DropSight(
        dark, since, now, passed, together, asking, answered, hint, lamp, fill, slip, before);
  }

  /// Something stays before the eye.
  boolean jammed(Duration now) {
    return dark && now.minus(since).compareTo(JAM) > 0;
  }

  public DropSight eye(boolean isDark, Duration now) {
    return new DropSight(
        isDark, now, seen, passed, together, asking, answered, hint, lamp, fill, slip, outOfSight);
  }

  public DropSight seen(List<Seen> changed) {
    return new DropSight(
        dark,
        since,
        changed,
        passed,
        together,
        asking,
        answered,
        hint,
        lamp,
        fill,
        slip,
        outOfSight);
  }

  public DropSight passed(List<Passed> changed) {
    return new DropSight(
        dark, since, seen, changed, together, asking, answered, hint, lamp, fill, slip, outOfSight);
  }

  public DropSight passing(Passed fresh) {
    List<Passed> all = new ArrayList<>(passed);
    all.add(fresh);
    return passed(all);
  }

  /// The same with one of those that passed changed.
  public DropSight changed(Passed change) {
    return passed(
        passed.stream().map(old -> old.number() == change.number() ? change : old).toList());
  }

  public DropSight without(long number) {
    return passed(passed.stream().filter(old -> old.number() != number).toList());
  }

  public DropSight together(Optional<Together> changed) {
    return new DropSight(
        dark, since, seen, passed, changed, asking, answered, hint, lamp, fill, slip, outOfSight);
  }

  public DropSight asking(Optional<Asking> changed) {
    return new DropSight(
        dark, since, seen, passed, together, changed, answered, hint, lamp, fill, slip, outOfSight);
  }

  public DropSight answered(Optional<Duration> at) {
    return new DropSight(
        dark, since, seen, passed, together, asking, at, hint, lamp, fill, slip, outOfSight);
  }

  public DropSight hint(Optional<Hint> changed) {
    return new DropSight(
        dark,
        since,
        seen,
        passed,
        together,
        asking,
        answered,
        changed,
        lamp,
        fill,
        slip,
        outOfSight);
  }

  public DropSight lamp(DropLamp told) {
    return new DropSight(
        dark,
        since,
        seen,
        passed,
        together,
        asking,
        answered,
        hint,
        Optional.of(told),
        fill,
        slip,
        outOfSight);
  }

  public DropSight fill(DropFill changed) {
    return new DropSight(
        dark,
        since,
        seen,
        passed,
        together,
        asking,
        answered,
        hint,
        lamp,
        changed,
        slip,
        outOfSight);
  }
}

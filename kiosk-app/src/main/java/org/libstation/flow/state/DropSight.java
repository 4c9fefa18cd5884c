package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.EventTime;

/// What the drop's reader has read and its photo-eye has seen. It names no person and no title.
///
/// @param passed objects that passed the photo-eye and were not read as items
/// @param lamp last signal sent to the lamp; empty before the first
/// @param slip the last slip that was to be printed
@RecordBuilder
public record DropSight(
    Eye eye,
    ReaderSight field,
    List<Passed> passed,
    DropDialogue front,
    DropFill fill,
    Optional<DropLamp> lamp,
    Optional<Slip> slip)
    implements DropSightBuilder.With {

  /// Time after which a dark photo-eye means a jam. The driver reports the same to technicians as
  /// DB21.
  public static final Duration JAM = Duration.ofSeconds(3);

  /// Before anything was seen.
  public static final DropSight NOTHING =
      new DropSight(
          new Eye(false, Duration.ZERO),
          new ReaderSight(List.of(), List.of()),
          List.of(),
          new DropDialogue(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              DropPanel.untouched(Language.OF_STAFF)),
          DropFill.UNKNOWN,
          Optional.empty(),
          Optional.empty());

  public DropSight {
    passed = List.copyOf(passed);
  }

  /// State of the photo-eye.
  ///
  /// @param since monotonic time at which it became dark or light
  public record Eye(boolean dark, Duration since) {}

  /// What the drop's reader has read.
  ///
  /// @param seen objects that have not passed the photo-eye yet
  /// @param outOfSight objects seen before the reader failed, until it has listed its field again.
  ///   The station does not act on them, see `SilentReaderFlow`
  public record ReaderSight(List<SeenObject> seen, List<SeenObject> outOfSight) {
    public ReaderSight {
      seen = List.copyOf(seen);
      outOfSight = List.copyOf(outOfSight);
    }
  }

  /// What the person in front of the drop is asked and told.
  ///
  /// @param together items that were read together while only one passage was seen
  /// @param asking question about an unread object
  /// @param answered monotonic time at which something was last taken
  /// @param hint short message beside the state
  /// @param panel state of the drop's own panel, if it has one
  public record DropDialogue(
      Optional<Together> together,
      Optional<UnreadObjectPrompt> asking,
      Optional<Duration> answered,
      Optional<Hint> hint,
      DropPanel panel) {}

  public boolean dark() {
    return eye.dark();
  }

  public List<SeenObject> seen() {
    return field.seen();
  }

  public List<SeenObject> outOfSight() {
    return field.outOfSight();
  }

  public Optional<Together> together() {
    return front.together();
  }

  public Optional<UnreadObjectPrompt> asking() {
    return front.asking();
  }

  public Optional<Duration> answered() {
    return front.answered();
  }

  public Optional<Hint> hint() {
    return front.hint();
  }

  public DropPanel panel() {
    return front.panel();
  }

  /// An object that was read.
  ///
  /// @param uid UID of its tag; empty if its barcode was read
  /// @param opened the flap was open while the reader saw it
  /// @param leftAt monotonic time at which the reader no longer saw it; empty while it does
  /// @param shutAt monotonic time at which the flap closed after it; empty if it did not
  /// @param since monotonic time at which it was read
  @RecordBuilder
  public record SeenObject(
      Optional<String> uid,
      TagReading reading,
      PadTag.SecurityBit security,
      boolean opened,
      Optional<Duration> leftAt,
      Optional<Duration> shutAt,
      Duration since)
      implements DropSightSeenObjectBuilder.With {

    public boolean left() {
      return leftAt.isPresent();
    }

    public SeenObject left(Duration at) {
      return withLeftAt(Optional.of(at));
    }

    /// Marks it as an object that lay there already.
    public SeenObject lying() {
      return withOpened(false);
    }

    /// Takes in that the flap opened or closed.
    public SeenObject flap(boolean closed, Duration at) {
      Optional<Duration> shut = closed ? Optional.of(at) : Optional.empty();
      return with(c -> c.opened(opened || !closed).shutAt(shut));
    }
  }

  /// An object that passed the photo-eye and was not read as an item.
  ///
  /// @param at moment of the passage; a return counts from it
  /// @param dark how long it darkened the photo-eye; empty until known
  /// @param sign code for what could be read of it; empty if nothing could
  /// @param entry number of its journal entry; empty until it is on disk as an unread object
  /// @param late its tag, if that was read later
  /// @param since monotonic time at which the stage began
  @RecordBuilder
  public record Passed(
      long number,
      EventTime at,
      Optional<Duration> dark,
      Optional<Code> sign,
      PassedStage stage,
      OptionalLong entry,
      Optional<SeenObject> late,
      Duration since)
      implements DropSightPassedBuilder.With {

    /// Stage of handling an unread object.
    public enum PassedStage {
      /// May still be read.
      FRESH,
      /// Is being written to disk as unread.
      WRITING,
      /// Is on disk as unread.
      WRITTEN,
      /// Was identified as an item; that is being written to disk.
      IDENTIFYING,
      /// Is on disk as unread; the person in front of the drop did not identify it.
      LEFT,
      /// Could not be written to disk; the station tries again.
      UNWRITTEN
    }

    public boolean fresh() {
      return stage == PassedStage.FRESH;
    }

    public Passed stage(PassedStage next, Duration now) {
      return with(c -> c.stage(next).since(now));
    }

    public Passed dark(Duration time) {
      return withDark(Optional.of(time));
    }

    public Passed sign(Code read) {
      return withSign(Optional.of(read));
    }

    public Passed late(SeenObject tag) {
      return withLate(Optional.of(tag));
    }

    public Passed written(long number, Duration now) {
      return with(c -> c.stage(PassedStage.WRITTEN).entry(OptionalLong.of(number)).since(now));
    }
  }

  /// Several items that were read before one passage was seen.
  ///
  /// @param rows numbers of their [ReturnRow]s
  /// @param spare number of passages that are still missing for them
  /// @param since monotonic time of their last passage
  public record Together(List<Long> rows, int spare, Duration since) {
    public Together {
      rows = List.copyOf(rows);
    }
  }

  /// The question which item an unread object is.
  ///
  /// @param object number of the [Passed]
  /// @param typed digits typed so far
  /// @param problem code for what was wrong with the last answer; empty if nothing was
  public record UnreadObjectPrompt(
      long object, String typed, Optional<Code> problem, Duration since) {}

  /// A message that the person at the drop sees for a short time.
  public record Hint(Code code, Duration since) {}

  /// A slip for items put into the drop.
  ///
  /// @param through number of the last row printed on it; -1 if the print failed
  /// @param entries numbers of the journal entries printed on it
  /// @param since monotonic time at which the stage began
  @RecordBuilder
  public record Slip(
      long job, long through, List<Long> entries, SlipPrintState stage, Duration since)
      implements DropSightSlipBuilder.With {
    public Slip {
      entries = List.copyOf(entries);
    }

    public enum SlipPrintState {
      PRINTING,
      DONE,
      /// It was not printed, or that is unknown.
      FAILED
    }
  }

  public DropSight slip(Slip changed) {
    return withSlip(Optional.of(changed));
  }

  /// Replaces the objects that the reader sees, and those out of sight.
  public DropSight sees(List<SeenObject> now, List<SeenObject> before) {
    return withField(new ReaderSight(now, before));
  }

  /// Whether an object blocks the photo-eye for longer than [#JAM].
  boolean jammed(Duration now) {
    return eye.dark() && now.minus(eye.since()).compareTo(JAM) > 0;
  }

  public DropSight eye(boolean isDark, Duration now) {
    return withEye(new Eye(isDark, now));
  }

  public DropSight seen(List<SeenObject> changed) {
    return sees(changed, outOfSight());
  }

  /// Adds an object that passed unread.
  public DropSight passing(Passed fresh) {
    List<Passed> all = new ArrayList<>(passed);
    all.add(fresh);
    return withPassed(all);
  }

  /// Replaces one of the objects that passed unread, by its number.
  public DropSight changed(Passed change) {
    return withPassed(
        passed.stream().map(old -> old.number() == change.number() ? change : old).toList());
  }

  /// Removes one of the objects that passed unread.
  public DropSight without(long number) {
    return withPassed(passed.stream().filter(old -> old.number() != number).toList());
  }

  public DropSight together(Optional<Together> changed) {
    return withFront(new DropDialogue(changed, asking(), answered(), hint(), panel()));
  }

  public DropSight asking(Optional<UnreadObjectPrompt> changed) {
    return withFront(new DropDialogue(together(), changed, answered(), hint(), panel()));
  }

  public DropSight answered(Optional<Duration> at) {
    return withFront(new DropDialogue(together(), asking(), at, hint(), panel()));
  }

  public DropSight hint(Optional<Hint> changed) {
    return withFront(new DropDialogue(together(), asking(), answered(), changed, panel()));
  }

  public DropSight panel(DropPanel changed) {
    return withFront(new DropDialogue(together(), asking(), answered(), hint(), changed));
  }

  public DropSight lamp(DropLamp told) {
    return withLamp(Optional.of(told));
  }
}

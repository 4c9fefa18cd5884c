package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.EventTime;

/// What the drop sees: what its reader has read and its photo-eye has seen pass. It names no person
/// and no title.
///
/// @param passed what passed the eye and was not read
/// @param lamp what the lamp was last told; empty before it was told anything
/// @param slip the last slip that was asked for
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

  /// Dark for longer than this is a jam (the driver's DB21 says the same to technicians).
  public static final Duration JAM = Duration.ofSeconds(3);

  /// Nothing was ever there.
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

  /// The photo-eye.
  ///
  /// @param since monotonic, when it became dark or light
  public record Eye(boolean dark, Duration since) {}

  /// What the reader has read.
  ///
  /// @param seen what has not passed the eye
  /// @param outOfSight what it saw before it failed, until the reader has said what lies there now:
  ///   no sighting (`SilentReaderFlow`)
  public record ReaderSight(List<SeenObject> seen, List<SeenObject> outOfSight) {
    public ReaderSight {
      seen = List.copyOf(seen);
      outOfSight = List.copyOf(outOfSight);
    }
  }

  /// What whoever stands in front is asked and told.
  ///
  /// @param together what was taken with one passage although there was more than one of it
  /// @param asking what is being asked about something that came in unread
  /// @param answered monotonic, when something was taken last
  /// @param hint what a person is told for a moment beside the state
  /// @param panel how they want the drop's own panel, where there is one
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

  /// Something that was read.
  ///
  /// @param uid of its tag; empty when its barcode was read
  /// @param opened the flap stood open while it was there
  /// @param leftAt monotonic, when it was not seen any more
  /// @param shutAt monotonic, since when the flap is shut over it
  /// @param since monotonic, when it was read
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

    /// It lay there already.
    public SeenObject lying() {
      return withOpened(false);
    }

    public SeenObject flap(boolean closed, Duration at) {
      Optional<Duration> shut = closed ? Optional.of(at) : Optional.empty();
      return with(c -> c.opened(opened || !closed).shutAt(shut));
    }
  }

  /// Something that passed the eye and was not read.
  ///
  /// @param at the moment that counts
  /// @param dark how long it stood before the eye, once it is light again
  /// @param sign what could be read of it all the same, as a code
  /// @param entry the journal's number, once it is on disk as an unread object
  /// @param late its tag, where that was read after all
  /// @param since monotonic, when the stage began
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

    /// How far it is.
    public enum PassedStage {
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
  public record UnreadObjectPrompt(
      long object, String typed, Optional<Code> problem, Duration since) {}

  /// What a person at the drop is told for a while.
  public record Hint(Code code, Duration since) {}

  /// A slip.
  ///
  /// @param through number of the last row that stands on it
  /// @param entries numbers in the journal of what stands on it
  /// @param since monotonic, when it was asked for
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
      /// It did not come out, or nobody knows.
      FAILED
    }
  }

  public DropSight slip(Slip changed) {
    return withSlip(Optional.of(changed));
  }

  /// What was seen, and what went out of sight.
  public DropSight sees(List<SeenObject> now, List<SeenObject> before) {
    return withField(new ReaderSight(now, before));
  }

  /// Something stays before the eye.
  boolean jammed(Duration now) {
    return eye.dark() && now.minus(eye.since()).compareTo(JAM) > 0;
  }

  public DropSight eye(boolean isDark, Duration now) {
    return withEye(new Eye(isDark, now));
  }

  public DropSight seen(List<SeenObject> changed) {
    return sees(changed, outOfSight());
  }

  public DropSight passing(Passed fresh) {
    List<Passed> all = new ArrayList<>(passed);
    all.add(fresh);
    return withPassed(all);
  }

  /// The same with one of those that passed changed.
  public DropSight changed(Passed change) {
    return withPassed(
        passed.stream().map(old -> old.number() == change.number() ? change : old).toList());
  }

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

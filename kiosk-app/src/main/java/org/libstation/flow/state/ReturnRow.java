package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.WasOnLoan;
import org.libstation.fines.FineExplained;

/// One item that is being returned.
///
/// @param number stable key; the desk's first answer refers to it
/// @param item empty if what was read is not an item of this library
/// @param title empty while unknown, and always for an item in the drop
/// @param handedOver the moment of return that counts
/// @param tags identifiers of the item's tags seen so far; empty if it was read by barcode
/// @param unarmed those of `tags` that are still to be armed
/// @param setMissing parts of the set that were not seen (yet)
/// @param entry number of the journal entry, once it is on disk
/// @param arming state of the item's security
/// @param since monotonic; when the present state began
@RecordBuilder
public record ReturnRow(
    long number,
    Optional<ItemId> item,
    Optional<String> title,
    How how,
    EventTime handedOver,
    List<String> tags,
    List<String> unarmed,
    MissingParts setMissing,
    OptionalLong entry,
    Arming arming,
    ReturnRowState state,
    Duration since)
    implements ReturnRowBuilder.With {

  public ReturnRow {
    tags = List.copyOf(tags);
    unarmed = List.copyOf(unarmed);
  }

  /// State of a returned item's security.
  public enum Arming {
    /// Read by barcode: there is no tag to arm.
    NO_TAG,
    /// Being armed, or waiting for the journal entry to be on disk.
    UNDER_WAY,
    ARMED,
    /// Could not be armed. Staff get a task; the return stands.
    NOT_SECURED
  }

  /// How far the return is.
  public sealed interface ReturnRowState {

    /// The return is being written into the journal.
    record ReturnWriting() implements ReturnRowState {}

    /// The return is on disk and counts from its moment. The central system is being told.
    record ReturnTaken() implements ReturnRowState {}

    /// The central system booked the return.
    ///
    /// @param held whether another patron waits for the item
    /// @param alert whether the item should go to staff
    /// @param fine the fine and its explanation
    @RecordBuilder
    record Settled(boolean held, boolean alert, WasOnLoan wasOnLoan, Optional<FineExplained> fine)
        implements ReturnRowState, ReturnRowReturnRowStateSettledBuilder.With {}

    /// The return is in the journal with its moment; the central system is told later.
    ///
    /// @param fineMayRun whether the item was overdue or its due date is unknown; a fine, if any,
    ///   counts until the moment of return
    /// @param fine an estimate, if the due date is known
    record ReturnRowRecorded(boolean fineMayRun, Optional<FineExplained> fine)
        implements ReturnRowState {}

    /// The item was returned, but staff must look at it.
    record WithStaff(Code code) implements ReturnRowState {}

    /// Nothing was returned.
    ///
    /// @param lastFour the last four characters of the number that was read; empty if none was
    record NotRecognised(Code code, String lastFour) implements ReturnRowState {}
  }

  public boolean working() {
    boolean speaking =
        switch (state) {
          case ReturnRowState.ReturnWriting _, ReturnRowState.ReturnTaken _ -> true;
          case ReturnRowState.Settled _,
              ReturnRowState.ReturnRowRecorded _,
              ReturnRowState.WithStaff _,
              ReturnRowState.NotRecognised _ ->
              false;
        };
    return speaking || arming == Arming.UNDER_WAY;
  }

  /// Whether it counts as handed over.
  public boolean counted() {
    return switch (state) {
      case ReturnRowState.ReturnTaken _,
          ReturnRowState.Settled _,
          ReturnRowState.ReturnRowRecorded _,
          ReturnRowState.WithStaff _ ->
          true;
      case ReturnRowState.ReturnWriting _, ReturnRowState.NotRecognised _ -> false;
    };
  }

  /// Returns the fine and its explanation, if known.
  public Optional<FineExplained> fine() {
    return switch (state) {
      case ReturnRowState.Settled settled -> settled.fine();
      case ReturnRowState.ReturnRowRecorded recorded -> recorded.fine();
      case ReturnRowState.ReturnWriting _,
          ReturnRowState.ReturnTaken _,
          ReturnRowState.WithStaff _,
          ReturnRowState.NotRecognised _ ->
          Optional.empty();
    };
  }

  public ReturnRow with(ReturnRowState changed, Duration now) {
    return with(c -> c.state(changed).since(now));
  }

  public ReturnRow titled(Optional<String> known) {
    return how == How.DROPPED || known.filter(text -> !text.isBlank()).isEmpty()
        ? this
        : withTitle(known);
  }

  public ReturnRow written(long number) {
    return withEntry(OptionalLong.of(number));
  }

  public ReturnRow withTags(List<String> seen, List<String> open, MissingParts missing) {
    return with(c -> c.tags(seen).unarmed(open).setMissing(missing));
  }

  public ReturnRow arming(Arming changed, List<String> open, Duration now) {
    return with(c -> c.unarmed(open).arming(changed).since(now));
  }

  /// Returns a copy without anything that the next person must not see.
  public ReturnRow withoutPerson() {
    ReturnRowState bare =
        switch (state) {
          case ReturnRowState.Settled settled -> settled.withFine(Optional.empty());
          case ReturnRowState.ReturnRowRecorded recorded ->
              new ReturnRowState.ReturnRowRecorded(recorded.fineMayRun(), Optional.empty());
          case ReturnRowState.ReturnWriting _,
              ReturnRowState.ReturnTaken _,
              ReturnRowState.WithStaff _,
              ReturnRowState.NotRecognised _ ->
              state;
        };
    return with(c -> c.title(Optional.empty()).state(bare));
  }

  /// Whether the row's journal entry has this number.
  public boolean isEntry(long number) {
    return entry.isPresent() && entry.getAsLong() == number;
  }
}

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

/// One item that is handed over.
///
/// @param number stable key; also what the desk's first answer is matched by
/// @param item empty when what was read is no item of ours
/// @param title empty while not known, and always for an item in the drop
/// @param handedOver the moment that counts
/// @param tags identifiers of its tags seen so far; empty when it was read by barcode
/// @param unarmed those of them still to be armed
/// @param setMissing parts of the set not seen (yet)
/// @param entry the journal's number, once it is on disk
/// @param arming how its security stands
/// @param since monotonic, when the state began
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

  /// How the security of a returned item stands.
  public enum Arming {
    /// Read by barcode: there is no tag to arm.
    NO_TAG,
    /// Being armed, or waiting for the entry to be on disk.
    UNDER_WAY,
    ARMED,
    /// Could not be armed: staff got a line, the return stands.
    NOT_SECURED
  }

  /// How far it is.
  public sealed interface ReturnRowState {

    /// Being written into the journal.
    record ReturnWriting() implements ReturnRowState {}

    /// On disk: it counts from its moment. The central system is being told.
    record ReturnTaken() implements ReturnRowState {}

    /// The central system booked it.
    ///
    /// @param held somebody waits for it
    /// @param alert it should go to staff
    /// @param fine what it cost and why
    @RecordBuilder
    record Settled(boolean held, boolean alert, WasOnLoan wasOnLoan, Optional<FineExplained> fine)
        implements ReturnRowState, ReturnRowReturnRowStateSettledBuilder.With {}

    /// Kept here with its moment; the central system hears of it later.
    ///
    /// @param fineMayRun it was due already, or nobody knows when it was: a fine, if any, counts
    ///   until the moment of hand-over
    /// @param fine an estimate, where the due date is known
    record ReturnRowRecorded(boolean fineMayRun, Optional<FineExplained> fine)
        implements ReturnRowState {}

    /// Taken back, but staff must look at it.
    record WithStaff(Code code) implements ReturnRowState {}

    /// Nothing was taken back.
    ///
    /// @param lastFour of the number read; empty when there is none
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

  /// What it costs and why, where that is known.
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

  /// The same without anything a next person should not see.
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

  /// Whether it has this number in the journal.
  public boolean isEntry(long number) {
    return entry.isPresent() && entry.getAsLong() == number;
  }
}

package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.fines.FineExplained;

/// What a receipt says, as data: no name, no card number, and titles only when they were asked for.
///
/// @param at when it was asked for
/// @param silent the central system did not answer when it was made
/// @param suspension what a public notice stopped when it was made
/// @param whose the end of the card's number, only where the receipts of several cards of one visit
///   lie side by side; of a longer number no more than the last four digits are kept
/// @param onLoan how many items the person has on loan now, as far as the central system told it
@RecordBuilder
public record ReceiptContent(
    Language language,
    StationFacts.StationBanner banner,
    OffsetDateTime at,
    boolean silent,
    Suspension suspension,
    List<ContentLine> lines,
    Optional<String> whose,
    OptionalInt onLoan)
    implements ReceiptContentBuilder.With {
  public ReceiptContent {
    lines = List.copyOf(lines);
    whose = whose.map(ContentLine::end);
  }

  /// One item. `title` is empty unless asked for; `lastFour` are those of its barcode, and of a
  /// longer text no more than the last four are kept.
  public sealed interface ContentLine {
    Optional<String> title();

    private static String end(String text) {
      return text.substring(Math.max(0, text.length() - 4));
    }

    /// @param confirmed false = to be confirmed
    record LentLine(Optional<String> title, String lastFour, DueDate due, boolean confirmed)
        implements ContentLine {
      public LentLine {
        lastFour = ContentLine.end(lastFour);
      }
    }

    /// @param at the moment that counts
    /// @param told whether the central system has booked it
    /// @param fineMayRun it was due already, or nobody knows: a fine, if any, counts until `at`
    /// @param fine what it costs and why
    /// @param withStaff staff will look at it
    /// @param stated what a proof of the return states, where there is something on disk to state
    @RecordBuilder
    record ReturnedLine(
        Optional<String> title,
        String lastFour,
        OffsetDateTime at,
        boolean told,
        boolean fineMayRun,
        Optional<FineExplained> fine,
        boolean withStaff,
        Optional<Stated> stated)
        implements ContentLine, ReceiptContentContentLineReturnedLineBuilder.With {
      public ReturnedLine {
        lastFour = ContentLine.end(lastFour);
      }

      /// The same, with no word of a fine.
      ReturnedLine withoutFine() {
        return with(c -> c.fineMayRun(false).fine(Optional.empty()));
      }
    }

    /// @param entry its number in the journal
    record Stated(ItemId item, long entry) {}

    record RenewedLine(Optional<String> title, String lastFour, DueDate due)
        implements ContentLine {
      public RenewedLine {
        lastFour = ContentLine.end(lastFour);
      }
    }

    /// What the terminal took.
    ///
    /// @param reference the payment's own number, as the journal and the library have it
    /// @param booked whether the central system has it
    /// @param others what another card owed; whose is told nowhere
    record PaidLine(Money sum, String reference, boolean booked, boolean others, OffsetDateTime at)
        implements ContentLine {
      @Override
      public Optional<String> title() {
        return Optional.empty();
      }
    }

    /// What was asked for at the terminal, and nobody can tell whether it was taken.
    ///
    /// @param took what the terminal says it took instead
    /// @param reference the payment's own number, where it has one
    /// @param code what is done about it
    /// @param others what another card owes; whose is told nowhere
    record InDoubt(
        Money asked,
        Optional<Money> took,
        Optional<String> reference,
        Code code,
        boolean others,
        OffsetDateTime at)
        implements ContentLine {
      @Override
      public Optional<String> title() {
        return Optional.empty();
      }
    }

    /// Until it is granted the date stays.
    record RenewalAsked(
        Optional<String> title, String lastFour, OffsetDateTime at, Optional<DueDate> due)
        implements ContentLine {
      public RenewalAsked {
        lastFour = ContentLine.end(lastFour);
      }
    }
  }
}

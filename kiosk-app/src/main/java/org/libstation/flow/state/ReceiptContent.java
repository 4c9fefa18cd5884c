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

/// Content of a receipt, as data. It holds no name and no card number, and titles only on request.
///
/// @param at when the receipt was requested
/// @param silent whether the central system did not answer when the receipt was made
/// @param suspension what a public notice suspended when the receipt was made
/// @param whose the last four characters of the card's number, only if receipts of several cards of
///   one visit are printed together
/// @param onLoan how many items the person now has on loan, as far as the central system reported
///   it
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

  /// One line of a receipt. `title` is empty unless requested. `lastFour` is the end of the
  /// barcode; of a longer text only the last four characters are kept.
  public sealed interface ContentLine {
    Optional<String> title();

    private static String end(String text) {
      return text.substring(Math.max(0, text.length() - 4));
    }

    /// @param confirmed false if the loan is still to be confirmed
    record LentLine(Optional<String> title, String lastFour, DueDate due, boolean confirmed)
        implements ContentLine {
      public LentLine {
        lastFour = ContentLine.end(lastFour);
      }
    }

    /// @param at the moment of return that counts
    /// @param told whether the central system has booked the return
    /// @param fineMayRun whether the item was overdue or its due date is unknown; a fine, if any,
    ///   counts until `at`
    /// @param fine the fine and its explanation
    /// @param withStaff whether staff will look at the item
    /// @param stated what a proof of the return states; empty if the journal has no entry for it
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

      /// Returns the same line without any mention of a fine.
      ReturnedLine withoutFine() {
        return with(c -> c.fineMayRun(false).fine(Optional.empty()));
      }
    }

    /// @param entry number of the journal entry
    record Stated(ItemId item, long entry) {}

    record RenewedLine(Optional<String> title, String lastFour, DueDate due)
        implements ContentLine {
      public RenewedLine {
        lastFour = ContentLine.end(lastFour);
      }
    }

    /// A payment that the terminal took.
    ///
    /// @param reference the payment's own number, as in the journal and the central system
    /// @param booked whether the central system has recorded the payment
    /// @param others whether it was for another card's charges; the receipt does not say whose
    record PaidLine(Money sum, String reference, boolean booked, boolean others, OffsetDateTime at)
        implements ContentLine {
      @Override
      public Optional<String> title() {
        return Optional.empty();
      }
    }

    /// A payment that was requested at the terminal and whose result is unknown.
    ///
    /// @param took the amount that the terminal reports instead
    /// @param reference the payment's own number, if it has one
    /// @param code what is done about it
    /// @param others whether it was for another card's charges; the receipt does not say whose
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

    /// A renewal that was requested; the due date stays until the renewal is granted.
    record RenewalAsked(
        Optional<String> title, String lastFour, OffsetDateTime at, Optional<DueDate> due)
        implements ContentLine {
      public RenewalAsked {
        lastFour = ContentLine.end(lastFour);
      }
    }
  }
}

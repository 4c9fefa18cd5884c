package org.libstation.flow.state;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.LoanRow.RenewalState;
import org.libstation.flow.state.StationFacts.LinkState;

/// Selects what a visit's receipt contains.
public final class ReceiptLines {
  private ReceiptLines() {}

  /// Returns the row's loan, if the person takes the item along.
  public static Optional<BorrowRow.WrittenLoan> given(BorrowRow row) {
    return row.state() instanceof BorrowRowState.Borrowed(var loan, _)
        ? Optional.of(loan)
        : Optional.empty();
  }

  /// Returns the number by which staff find this visit in the station's journal; empty if the visit
  /// wrote no entry.
  public static OptionalLong quote(Session session) {
    return LongStream.concat(
            session.borrows().stream()
                .flatMap(row -> given(row).stream())
                .mapToLong(BorrowRow.WrittenLoan::entry),
            session.returns().stream()
                .filter(ReturnRow::counted)
                .flatMapToLong(row -> row.entry().stream()))
        .min();
  }

  /// Returns the content of the visit's receipt so far, for a phone: without any part of the card's
  /// number.
  ///
  /// @param titles whether the person asked for titles
  /// @param at the time that the receipt shows
  public static ReceiptContent content(
      FlowState state, Session session, boolean titles, OffsetDateTime at) {
    return content(state, session, titles, at, Optional.empty());
  }

  /// Returns the content of the visit's receipt so far, for paper.
  ///
  /// @param whose the card's number, if receipts of several cards are printed together
  public static ReceiptContent content(
      FlowState state, Session session, boolean titles, OffsetDateTime at, Optional<String> whose) {
    List<ReceiptContent.ContentLine> lines = new ArrayList<>();
    for (BorrowRow row : session.borrows()) {
      given(row)
          .ifPresent(
              loan ->
                  lines.add(
                      new ReceiptContent.ContentLine.LentLine(
                          row.title().filter(_ -> titles),
                          lastFour(row.item()),
                          loan.due(),
                          loan.confirmed())));
    }
    session.returns().stream()
        .filter(ReturnRow::counted)
        .<ReceiptContent.ContentLine>map(row -> returned(row, titles))
        .forEach(lines::add);
    for (Session.VisitPayment paid : session.paid()) {
      lines.add(
          new ReceiptContent.ContentLine.PaidLine(
              paid.payment().amount(),
              paid.payment().reference(),
              paid.booked(),
              paid.others(),
              paid.at()));
    }
    for (Session.PaymentDoubt doubt : session.doubts()) {
      lines.add(
          new ReceiptContent.ContentLine.InDoubt(
              doubt.outcome().payment().amount(),
              doubt.outcome().took(),
              doubt.number(),
              doubt.code(),
              doubt.others(),
              doubt.at()));
    }
    for (LoanRow row : session.account().rows()) {
      Optional<String> title = Optional.of(row.title()).filter(text -> titles && !text.isBlank());
      String lastFour = ScannedCode.lastFour(row.item().value());
      switch (row.renewing()) {
        case RenewalState.RenewalGranted _ ->
            row.due()
                .ifPresent(
                    due ->
                        lines.add(
                            new ReceiptContent.ContentLine.RenewedLine(title, lastFour, due)));
        case RenewalState.RenewingQueued(var asked) ->
            lines.add(
                new ReceiptContent.ContentLine.RenewalAsked(title, lastFour, asked, row.due()));
        case RenewalState.RenewalNotAsked _,
            RenewalState.RenewalPending _,
            RenewalState.NotRenewed _ -> {}
      }
    }
    return new ReceiptContent(
        state.language(),
        state.station().banner(),
        at,
        state.station().link() == LinkState.SILENT,
        state.station().suspension(),
        lines,
        whose,
        session.onLoan());
  }

  /// Returns the content of a drop's receipt: no title, no sum, no card number.
  public static ReceiptContent dropped(FlowState state, List<ReturnRow> rows, OffsetDateTime at) {
    return new ReceiptContent(
        state.language(),
        state.station().banner(),
        at,
        state.station().link() == LinkState.SILENT,
        state.station().suspension(),
        rows.stream().map(ReceiptLines::dropped).toList(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /// Leaves out the fine, because other people can see a drop's receipt.
  private static ReceiptContent.ContentLine dropped(ReturnRow row) {
    return returned(row, false).withoutFine();
  }

  private static ReceiptContent.ContentLine.ReturnedLine returned(ReturnRow row, boolean titles) {
    boolean told = false;
    boolean fineMayRun = false;
    boolean withStaff = false;
    switch (row.state()) {
      case ReturnRow.ReturnRowState.Settled _ -> told = true;
      case ReturnRow.ReturnRowState.ReturnRowRecorded recorded ->
          fineMayRun = recorded.fineMayRun();
      case ReturnRow.ReturnRowState.WithStaff _ -> withStaff = true;
      case ReturnRow.ReturnRowState.ReturnTaken _,
          ReturnRow.ReturnRowState.ReturnWriting _,
          ReturnRow.ReturnRowState.NotRecognised _ -> {}
    }
    return new ReceiptContent.ContentLine.ReturnedLine(
        row.title().filter(_ -> titles),
        lastFour(row.item()),
        row.handedOver().corrected(),
        told,
        fineMayRun,
        row.fine(),
        withStaff,
        row.item()
            .filter(_ -> row.entry().isPresent())
            .map(item -> new ReceiptContent.ContentLine.Stated(item, row.entry().getAsLong())));
  }

  private static String lastFour(Optional<ItemId> item) {
    return item.map(id -> ScannedCode.lastFour(id.value())).orElse("");
  }
}

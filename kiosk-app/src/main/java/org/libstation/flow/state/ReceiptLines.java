package org.libstation.flow.state;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.BorrowRow.State;
import org.libstation.flow.state.LoanRow.Renewing;
import org.libstation.flow.state.StationFacts.Link;

/// What of a visit stands on its receipt.
public final class ReceiptLines {
  private ReceiptLines() {}

  /// The loan of a row that the person takes along.
  public static Optional<BorrowRow.Loan> given(BorrowRow row) {
    return row.state() instanceof State.Borrowed(var loan, _)
        ? Optional.of(loan)
        : Optional.empty();
  }

  /// The number by which staff find this visit in the station's journal; empty where it wrote none.
  public static OptionalLong quote(Session session) {
    return LongStream.concat(
            session.borrows().stream()
                .flatMap(row -> given(row).stream())
                .mapToLong(BorrowRow.Loan::entry),
            session.returns().stream()
                .filter(ReturnRow::counted)
                .flatMapToLong(row -> row.entry().stream()))
        .min();
  }

  /// What the visit of a state came to so far, for a phone: without any of the card's number.
  ///
  /// @param titles whether they were asked for
  /// @param at stands on it
  public static ReceiptContent content(
      FlowState state, Session session, boolean titles, OffsetDateTime at) {
    return content(state, session, titles, at, Optional.empty());
  }

  /// The same on paper.
  ///
  /// @param whose the card's number, where receipts of several cards lie side by side
  public static ReceiptContent content(
      FlowState state, Session session, boolean titles, OffsetDateTime at, Optional<String> whose) {
    List<ReceiptContent.Line> lines = new ArrayList<>();
    for (BorrowRow row : session.borrows()) {
      given(row)
          .ifPresent(
              loan ->
                  lines.add(
                      new ReceiptContent.Line.Lent(
                          row.title().filter(_ -> titles),
                          lastFour(row.item()),
                          loan.due(),
                          loan.confirmed())));
    }
    session.returns().stream()
        .filter(ReturnRow::counted)
        .<ReceiptContent.Line>map(row -> returned(row, titles))
        .forEach(lines::add);
    for (Session.Paid paid : session.paid()) {
      lines.add(
          new ReceiptContent.Line.Paid(
              paid.payment().amount(),
              paid.payment().reference(),
              paid.booked(),
              paid.others(),
              paid.at()));
    }
    for (Session.PaymentDoubt doubt : session.doubts()) {
      lines.add(
          new ReceiptContent.Line.InDoubt(
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
        case Renewing.Renewed _ ->
            row.due()
                .ifPresent(due -> lines.add(new ReceiptContent.Line.Renewed(title, lastFour, due)));
        case Renewing.RenewingQueued(var asked) ->
            lines.add(new ReceiptContent.Line.RenewalAsked(title, lastFour, asked, row.due()));
        case Renewing.Rest _, Renewing.RenewalPending _, Renewing.NotRenewed _ -> {}
      }
    }
    return new ReceiptContent(
        state.language(),
        state.station().banner(),
        at,
        state.station().link() == Link.SILENT,
        state.station().suspension(),
        lines,
        whose,
        session.onLoan());
  }

  /// What was put into a drop: no title, no sum, nobody's number.
  public static ReceiptContent dropped(FlowState state, List<ReturnRow> rows, OffsetDateTime at) {
    return new ReceiptContent(
        state.language(),
        state.station().banner(),
        at,
        state.station().link() == Link.SILENT,
        state.station().suspension(),
        rows.stream().map(ReceiptLines::dropped).toList(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /// A fine is nobody's business at a drop.
  private static ReceiptContent.Line dropped(ReturnRow row) {
    return returned(row, false).withoutFine();
  }

  private static ReceiptContent.Line.Returned returned(ReturnRow row, boolean titles) {
    boolean told = false;
    boolean fineMayRun = false;
    boolean withStaff = false;
    switch (row.state()) {
      case ReturnRow.State.Settled _ -> told = true;
      case ReturnRow.State.Recorded recorded -> fineMayRun = recorded.fineMayRun();
      case ReturnRow.State.WithStaff _ -> withStaff = true;
      case ReturnRow.State.Taken _, ReturnRow.State.Writing _, ReturnRow.State.NotRecognised _ -> {}
    }
    return new ReceiptContent.Line.Returned(
        row.title().filter(_ -> titles),
        lastFour(row.item()),
        row.handedOver().corrected(),
        told,
        fineMayRun,
        row.fine(),
        withStaff,
        row.item()
            .filter(_ -> row.entry().isPresent())
            .map(item -> new ReceiptContent.Line.Stated(item, row.entry().getAsLong())));
  }

  private static String lastFour(Optional<ItemId> item) {
    return item.map(id -> ScannedCode.lastFour(id.value())).orElse("");
  }
}

package org.libstation.lab.embedded;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Places and cancels holds. A hold is on a title: any copy fills it.
final class HoldDesk {
  private final LibraryBooks books;
  private final LibraryTables tables;

  HoldDesk(LibraryBooks books) {
    this.books = books;
    this.tables = books.tables();
  }

  /// A hold that was placed or cancelled.
  ///
  /// @param item a copy of the title
  /// @param place position among the unfilled holds of the title, from 1; 0 for a cancelled hold
  record BookedHold(StockItem item, int place) {}

  /// Places a hold on the title of an item.
  ///
  /// @param pin checked unless it is empty
  Outcome<BookedHold> place(String barcode, String card, String pin, RequestOrigin origin) {
    return books.acting(
        _ -> "hold", origin, barcode, card, HoldDesk::told, () -> tryPlace(barcode, card, pin));
  }

  private static String told(BookedHold placed) {
    return "title " + placed.item().titleNumber() + ", place " + placed.place();
  }

  private Outcome<BookedHold> tryPlace(String barcode, String card, String pin) {
    Optional<Member> member = books.member(card);
    Optional<StockItem> item = books.item(barcode);
    Optional<No> no = whoAndWhat(member, item, pin);
    if (no.isPresent()) {
      return new Outcome.ActRefused<>(no.get());
    }
    StockItem held = item.orElseThrow();
    Optional<No> whyNot = whyNot(held, member.orElseThrow());
    if (whyNot.isPresent()) {
      return new Outcome.ActRefused<>(whyNot.get());
    }
    tables.holds().add(held.titleNumber(), card, books.now(), Optional.empty());
    return new Outcome.Granted<>(
        new BookedHold(held, books.holdsOnTitle(held.titleNumber()).size()));
  }

  private Optional<No> whyNot(StockItem item, Member member) {
    Optional<No> blocked = books.standing(member).blocked();
    if (blocked.isPresent()) {
      return blocked;
    }
    List<TitleHold> own = books.holdsOf(member);
    if (own.stream().anyMatch(hold -> hold.titleNumber() == item.titleNumber())) {
      return Optional.of(No.ALREADY_HELD);
    }
    if (books
        .openLoan(item.barcode())
        .filter(loan -> loan.card().equals(member.card()))
        .isPresent()) {
      return Optional.of(No.ALREADY_ON_LOAN_TO_CARD);
    }
    if (item.itemClass() == ItemClass.REFERENCE) {
      return Optional.of(No.NOT_FOR_LOAN);
    }
    OptionalInt limit = books.rules().patronClass(member).holds();
    return limit.isPresent() && own.size() >= limit.getAsInt()
        ? Optional.of(No.HOLD_LIMIT)
        : Optional.empty();
  }

  private static Optional<No> whoAndWhat(
      Optional<Member> member, Optional<StockItem> item, String pin) {
    if (member.isEmpty()) {
      return Optional.of(No.UNKNOWN_CARD);
    }
    if (!pin.isEmpty() && !LibraryBooks.pinFits(member.get(), pin)) {
      return Optional.of(No.WRONG_PIN);
    }
    return item.isEmpty() ? Optional.of(No.UNKNOWN_ITEM) : Optional.empty();
  }

  /// Cancels the patron's hold on the title of this item. A copy that was kept for it goes to the
  /// next hold.
  Outcome<BookedHold> cancel(String barcode, String card, String pin, RequestOrigin origin) {
    return books.acting(
        _ -> "hold given up",
        origin,
        barcode,
        card,
        HoldDesk::told,
        () -> tryCancel(barcode, card, pin));
  }

  private Outcome<BookedHold> tryCancel(String barcode, String card, String pin) {
    Optional<Member> member = books.member(card);
    Optional<StockItem> item = books.item(barcode);
    Optional<No> no = whoAndWhat(member, item, pin);
    if (no.isPresent()) {
      return new Outcome.ActRefused<>(no.get());
    }
    StockItem held = item.orElseThrow();
    Optional<TitleHold> own =
        books.holdsOf(member.orElseThrow()).stream()
            .filter(hold -> hold.titleNumber() == held.titleNumber())
            .findFirst();
    if (own.isEmpty()) {
      return new Outcome.ActRefused<>(No.NO_SUCH_HOLD);
    }
    tables.holds().cancelled(own.get());
    own.get().item().ifPresent(copy -> passOn(held.titleNumber(), copy));
    return new Outcome.Granted<>(new BookedHold(held, 0));
  }

  private void passOn(int titleNumber, String copy) {
    books.holdsOnTitle(titleNumber).stream()
        .filter(hold -> hold.state() == TitleHold.HoldState.WAITING)
        .findFirst()
        .ifPresent(next -> tables.holds().ready(next, copy, books.keptTill()));
  }
}

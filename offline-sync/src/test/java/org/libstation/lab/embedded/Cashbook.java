package org.libstation.lab.embedded;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.circulation.Money;

/// The library's money as its own ledger has it: what staff charge, and each payment that it
/// booked.
public final class Cashbook {
  private static final Pattern BOOKED = Pattern.compile("([A-Z]{3}) ([0-9.]+) ref (.*)");

  /// @param reference as the one who reported it named it
  public record Booking(String card, String reference, Money amount) {}

  private Cashbook() {}

  /// Staff charge a card.
  public static void charge(LibraryTables tables, String card, Money amount) {
    tables.charges().add(card, Optional.empty(), "damage", amount, "");
  }

  /// Every payment that was booked, in its order.
  public static List<Booking> bookings(LibraryTables tables) {
    return tables.actions().from(0).stream()
        .filter(action -> action.kind().equals("payment") && action.done())
        .map(Cashbook::booking)
        .toList();
  }

  private static Booking booking(LedgerAction action) {
    Matcher told = BOOKED.matcher(action.detail());
    if (!told.matches()) {
      throw new AssertionError("what was booked? " + action.detail());
    }
    return new Booking(
        action.card(),
        told.group(3),
        Money.parse(told.group(2), Currency.getInstance(told.group(1))));
  }
}

package org.libstation.payment.zvt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.payment.PaymentTerminal.CardBrand;
import org.libstation.payment.PaymentTerminal.CardBrandTotal;
import org.libstation.payment.PaymentTerminal.DayEnd;

/// Reads the totals of an end of day. BMP 60 has the first and last receipt number (two bytes BCD
/// each). Then it has a count (one byte) and a sum (six bytes BCD) for each kind of card, in the
/// order of [#BRANDS] (PA00P015, 3.1.2).
final class DayTotals {
  private static final List<CardBrand> BRANDS =
      List.of(
          CardBrand.GIROCARD,
          CardBrand.JCB,
          CardBrand.MASTERCARD,
          CardBrand.AMERICAN_EXPRESS,
          CardBrand.VISA,
          CardBrand.DINERS,
          CardBrand.OTHER);

  private static final int RECEIPTS = 4;
  private static final int A_BRAND = 7;

  private DayTotals() {}

  /// Reads the totals. Unreadable parts are left empty.
  static DayEnd.Totals of(ZvtFields fields, Currency currency) {
    Optional<Money> total =
        fields.number(ZvtField.AMOUNT).stream()
            .mapToObj(minor -> new Money(minor, currency))
            .findFirst();
    byte[] all = fields.bytes(ZvtField.TOTALS).orElse(new byte[0]);
    try {
      List<CardBrandTotal> sums = new ArrayList<>();
      for (int i = 0; i < BRANDS.size() && RECEIPTS + (i + 1) * A_BRAND <= all.length; i++) {
        int at = RECEIPTS + i * A_BRAND;
        int count = all[at] & 0xFF;
        long minor = Bcd.number(Arrays.copyOfRange(all, at + 1, at + A_BRAND));
        if (count > 0 || minor > 0) {
          sums.add(new CardBrandTotal(BRANDS.get(i), count, new Money(minor, currency)));
        }
      }
      return new DayEnd.Totals(receipt(all, 0), receipt(all, 2), total, sums);
    } catch (IllegalArgumentException _) {
      return new DayEnd.Totals(Optional.empty(), Optional.empty(), total, List.of());
    }
  }

  /// A receipt number; empty for a day without receipts, whose first or last number is 0.
  private static Optional<String> receipt(byte[] all, int at) {
    return all.length < RECEIPTS || none(all, 0) || none(all, 2)
        ? Optional.empty()
        : Optional.of(Bcd.digits(Arrays.copyOfRange(all, at, at + 2)));
  }

  private static boolean none(byte[] all, int at) {
    return all[at] == 0 && all[at + 1] == 0;
  }
}

package org.libstation.circulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An amount in whole minor units (cents) of a currency.
public record Money(long minor, Currency currency) {

  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  /// Reads decimal text with a point, as SIP2's BV and CC carry it (`0.75`, `5`, `12.5`). Digits
  /// beyond the minor unit are rounded half up.
  ///
  /// @throws NumberFormatException if the text is not a number
  /// @throws ArithmeticException if the amount exceeds a long
  public static Money parse(String decimal, Currency currency) {
    BigDecimal value =
        new BigDecimal(decimal.strip()).movePointRight(currency.getDefaultFractionDigits());
    return new Money(value.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
  }

  /// @throws IllegalArgumentException if the currencies differ
  /// @throws ArithmeticException if the sum exceeds a long
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " is not " + other.currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  /// Decimal text with a point and the currency's number of digits: `10.50`.
  public String decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + decimal();
  }
}

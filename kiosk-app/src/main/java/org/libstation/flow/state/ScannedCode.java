package org.libstation.flow.state;

import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;

/// Meaning of a barcode, after the site's rules have classified it.
public sealed interface ScannedCode {

  record ItemCode(ItemId item) implements ScannedCode {}

  record Card(PatronId patron) implements ScannedCode {}

  /// The publisher's number on the back cover. It identifies a title, not a copy.
  record Isbn(String number) implements ScannedCode {}

  /// A number like the library's, but with a wrong check digit: it should be read again.
  record BadCheck(String lastFour) implements ScannedCode {}

  /// A code that is not one of the library's numbers.
  record UnknownCode(String lastFour) implements ScannedCode {}

  /// Returns the last four characters of a number; of an unknown number nothing else is shown.
  static String lastFour(String number) {
    return number.substring(Math.max(0, number.length() - 4));
  }
}

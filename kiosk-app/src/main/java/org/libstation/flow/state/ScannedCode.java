package org.libstation.flow.state;

import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;

/// What a barcode is, after it was classified by the site's rules.
public sealed interface ScannedCode {

  record ItemCode(ItemId item) implements ScannedCode {}

  record Card(PatronId patron) implements ScannedCode {}

  /// The publisher's number on the back cover: says which book, not which copy.
  record Isbn(String number) implements ScannedCode {}

  /// Looks like one of the library's numbers, but its check digit is wrong: read it again.
  record BadCheck(String lastFour) implements ScannedCode {}

  /// None of the library's numbers.
  record UnknownCode(String lastFour) implements ScannedCode {}

  /// The last four characters of a number: all that is shown of one we do not know.
  static String lastFour(String number) {
    return number.substring(Math.max(0, number.length() - 4));
  }
}

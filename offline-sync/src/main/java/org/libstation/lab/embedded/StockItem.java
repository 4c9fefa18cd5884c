package org.libstation.lab.embedded;

/// One copy in the library's stock.
///
/// @param barcode 14 digits, Codabar with check digit
/// @param titleNumber copies of one title share it; holds are placed on it
/// @param language `zh-Hant`, `zh-Hans` or `en`
/// @param mediaType SIP2 CK: `001` book, `006` disc, `009` book with disc
/// @param parts pieces that belong to the one barcode; more than 1 for a set
public record StockItem(
    String barcode,
    int titleNumber,
    String title,
    String author,
    String language,
    ItemClass itemClass,
    String mediaType,
    String callNumber,
    int parts) {

  /// How many items a fine is charged for: a disc that accompanies a book is one of its own.
  int chargedItems() {
    return mediaType.equals("009") ? parts : 1;
  }
}

package org.libstation.lab.embedded;

/// One copy in the stock of the library.
///
/// @param barcode 14 digits, Codabar with check digit
/// @param titleNumber the same for all copies of a title; holds are placed on it
/// @param language `zh-Hant`, `zh-Hans` or `en`
/// @param mediaType CK of SIP2: `001` book, `006` disc, `009` book with disc
/// @param parts number of pieces under this barcode; more than 1 for a set
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

  /// Number of items for which a fine is charged. A disc that comes with a book counts as an item.
  int chargedItems() {
    return mediaType.equals("009") ? parts : 1;
  }
}

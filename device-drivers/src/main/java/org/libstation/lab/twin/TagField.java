package org.libstation.lab.twin;

import org.libstation.lab.link.Twin;

/// A twin that reads tags of ISO 15693: they are laid down and lifted, and keep what was written
/// into them.
///
/// A tag is named by its UID of 16 hex digits. What is asked of a tag that was never here ends in
/// an [IllegalArgumentException].
public interface TagField extends Twin {
  /// AFI of an item on loan and of every patron's card (ISO/TC46/SC4/WG11).
  int AFI_ON_LOAN = 0xC2;

  /// AFI of an item in stock.
  int AFI_IN_STOCK = 0x07;

  /// Places an item's tag with a record of ISO 28560-2; a tag that was here before is replaced.
  ///
  /// @param setTotal 1 for an item that is no set
  /// @param armed whether the gate would alarm
  /// @throws IllegalArgumentException when no tag can hold it
  void place(
      String uid, String itemBarcode, String isil, int setTotal, int setOrdinal, boolean armed);

  /// Places a patron's card with a tag.
  ///
  /// @throws IllegalArgumentException when no tag can hold it
  void placePatronCard(String uid, String barcode, String isil);

  /// Places a tag with any content.
  ///
  /// @param blockCount blocks of 4 bytes, 1 to 256
  void placeRaw(String uid, int blockCount, int afi, int dsfid, byte[] content);

  /// Places a tag again that was here before, as it was.
  void putBack(String uid);

  void lift(String uid);

  void liftAll();

  boolean isInField(String uid);

  /// How often it was asked what lies in its field.
  long looks();

  /// The tag's AFI, wherever it is now.
  int afi(String uid);

  /// The tag says yes to a new AFI and keeps the old one, until it is told otherwise.
  void deafToAfi(String uid, boolean deaf);
}

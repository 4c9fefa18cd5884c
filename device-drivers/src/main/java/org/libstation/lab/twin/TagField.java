package org.libstation.lab.twin;

import org.libstation.lab.link.Twin;

/// A twin of a reader for tags of ISO 15693. Tags are placed and lifted, and keep the data written
/// to them.
///
/// A tag is named by its UID of 16 hex digits. Methods that name a tag which was never here throw
/// an [IllegalArgumentException].
public interface TagField extends Twin {
  /// AFI of an item on loan and of every patron's card (ISO/TC46/SC4/WG11).
  int AFI_ON_LOAN = 0xC2;

  /// AFI of an item in stock.
  int AFI_IN_STOCK = 0x07;

  /// Places an item's tag with a record of ISO 28560-2; replaces a tag of the same UID.
  ///
  /// @param setTotal number of parts of a set; 1 for a single item
  /// @param armed whether the gate would alarm
  /// @throws IllegalArgumentException if no tag can hold the record
  void place(
      String uid, String itemBarcode, String isil, int setTotal, int setOrdinal, boolean armed);

  /// Places a patron's card with a tag.
  ///
  /// @throws IllegalArgumentException if no tag can hold the record
  void placePatronCard(String uid, String barcode, String isil);

  /// Places a tag with any content.
  ///
  /// @param blockCount blocks of 4 bytes, 1 to 256
  void placeRaw(String uid, int blockCount, int afi, int dsfid, byte[] content);

  /// Places a tag again that was here before, with its old content.
  void putBack(String uid);

  /// Takes a tag out of the field; it keeps its content.
  void lift(String uid);

  void liftAll();

  boolean isInField(String uid);

  /// How often the reader was asked to list its field.
  long looks();

  /// The tag's AFI, even if the tag was lifted.
  int afi(String uid);

  /// Makes the tag confirm a new AFI but keep the old one, until `deaf` is false again.
  void deafToAfi(String uid, boolean deaf);
}

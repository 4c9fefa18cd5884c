package org.libstation.device;

/// The identifier of a tag or card, most significant byte first, as 8 to 20 upper-case hex digits.
/// That of an ISO 15693 tag has 8 bytes (`E004015012345678`).
public record TagUid(String hex) {
  public TagUid {
    if (!hex.matches("[0-9A-F]{8,20}")) {
      throw new IllegalArgumentException("not a tag identifier: " + hex);
    }
  }
}

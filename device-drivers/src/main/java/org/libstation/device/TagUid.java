package org.libstation.device;

/// The unique identifier of an ISO 15693 tag, 8 bytes, most significant first, as 16 upper-case hex
/// digits (`E004015012345678`).
public record TagUid(String hex) {
  public TagUid {
    if (!hex.matches("[0-9A-F]{8,20}")) {
      throw new IllegalArgumentException("not a tag identifier: " + hex);
    }
  }
}

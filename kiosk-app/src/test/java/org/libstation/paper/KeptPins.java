package org.libstation.paper;

/// PINs and a card as settings hold them, hashed once with the fewest rounds that are taken: making
/// one of a station's own takes a good part of a second each time.
public final class KeptPins {
  /// `80915472`
  public static final String TECHNICIAN =
      "pbkdf2-sha256$100000$MDEyMzQ1Njc4OWFiY2RlZg$SiR6B/fc/HVDWx8A278kaIV8xYxT42JBnrWgAF+nKDU";

  /// `57120943`
  public static final String STAFF =
      "pbkdf2-sha256$100000$ZmVkY2JhOTg3NjU0MzIxMA$KSRtFaz9U3cJz+Fu8ucm2TzAGm2/d6pk5/eNSBAKIWs";

  /// `S-4711`
  public static final String CARD =
      "pbkdf2-sha256$100000$bGlic3RhdGlvbi1jYXJkcw$uASGNhzSPguZVcT57e+QPLLm1nXvwoP/j6YP1pHimVo";

  private KeptPins() {}
}

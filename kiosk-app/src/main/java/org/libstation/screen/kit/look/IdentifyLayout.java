package org.libstation.screen.kit.look;

/// Layout of the screens that ask for a card or a PIN: the picture of the desk, and the words about
/// a refused card.
///
/// @param noticesInShort whether notices beside a refusal show only their headings
/// @param largeOnPages whether a refusal and its notices take pages in large text
/// @param counter picture of the counter where the patron tells a code
/// @param deskYields whether the words keep their place and the desk below them shrinks
/// @param deskAtKeys whether the desk fits between the middle and the keys, if hands are shown
///   there
/// @param deskBeside most notices beside which the desk stands in one row with the words; negative
///   = never
/// @param asksOverKey whether the question is as large as it fits above a key of two lines
public record IdentifyLayout(
    boolean noticesInShort,
    boolean largeOnPages,
    Counter counter,
    boolean deskYields,
    boolean deskAtKeys,
    int deskBeside,
    boolean asksOverKey) {
  /// Picture of the staff's counter.
  ///
  /// @param size scale of the picture; 0 = none
  /// @param asRoomIsLeft whether it takes only the room that nothing else needs
  public record Counter(double size, boolean asRoomIsLeft) {}

  private static final By<Boolean> NOTICES_IN_SHORT = By.usual(false).wideLow(true).small(true);
  private static final By<Boolean> LARGE_ON_PAGES = By.usual(false).wideLow(true);
  private static final By<Counter> COUNTER =
      By.usual(new Counter(1.6, false))
          .wide(new Counter(1.2, false))
          .small(new Counter(1, true))
          .low(new Counter(0, false));
  private static final By<Boolean> DESK_YIELDS = By.usual(false).low(true);
  private static final By<Boolean> DESK_AT_KEYS = By.usual(true).narrow(false);
  private static final By<Integer> DESK_BESIDE =
      By.usual(-1).wideLow(Integer.MAX_VALUE).smallLow(0);
  private static final By<Boolean> ASKS_OVER_KEY = By.usual(false).small(true).smallLow(false);

  static IdentifyLayout of(Arrangement how) {
    return new IdentifyLayout(
        NOTICES_IN_SHORT.in(how),
        LARGE_ON_PAGES.in(how),
        COUNTER.in(how),
        DESK_YIELDS.in(how),
        DESK_AT_KEYS.in(how),
        DESK_BESIDE.in(how),
        ASKS_OVER_KEY.in(how));
  }
}

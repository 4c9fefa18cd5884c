package org.libstation.screen.kit.look;

/// Where the desk stands that shows the way of a card, and what a card that is refused is told.
///
/// @param noticesInShort beside a refusal notices say their heads alone
/// @param largeOnPages in large text a refusal and notices take pages
/// @param counter the picture of the one where a code is told
/// @param deskYields what is said keeps its place, and the desk under it is drawn smaller
/// @param deskAtKeys the desk has room between the middle and the keys, where hands stand there
/// @param deskBeside beside so many notices at most the desk stands in one row with all that is
///   said; negative = never
/// @param asksOverKey what is asked is as large as it fits above a key of two lines
public record IdentifyLayout(
    boolean noticesInShort,
    boolean largeOnPages,
    Counter counter,
    boolean deskYields,
    boolean deskAtKeys,
    int deskBeside,
    boolean asksOverKey) {
  /// @param size of the picture; 0 = there is none
  /// @param asRoomIsLeft it takes what nothing else needs
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

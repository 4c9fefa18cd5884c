package org.libstation.screen.kit.look;

/// Sizes of parts that only one patron's screen has.
///
/// @param typed role of a number that is typed
public record PatronMetrics(
    WelcomeMetrics welcome,
    GreetingMetrics greeting,
    TileMetrics tiles,
    ClosedMetrics closed,
    EndingMetrics ending,
    SheetMetrics sheet,
    Role typed) {
  /// Sizes of the start screen.
  ///
  /// @param news greatest height of an announcement; a longer one is cut into parts that take turns
  /// @param largeNews the same at larger text steps
  /// @param leastHero least height of the start picture
  /// @param card scale of the picture of a card
  public record WelcomeMetrics(
      double news, double largeNews, double leastHero, double card, double beginSides) {}

  /// Sizes of the greeting.
  ///
  /// @param line width of its line
  public record GreetingMetrics(
      Role chinese, Role latin, double line, double wide, double above, double before) {}

  /// Sizes of the tiles that begin a visit.
  ///
  /// @param besideWords width of the icon and the gaps beside the words
  public record TileMetrics(
      double high, double icon, double iconApart, double sides, double besideWords) {}

  /// Sizes of the screen *out of service*.
  ///
  /// @param board scale of the board
  /// @param factsApart gap between facts that hold meanwhile
  /// @param fact gap between such a fact and its icon
  public record ClosedMetrics(
      double board, Role chinese, Role latin, double factsApart, double fact, double icon) {}

  /// Sizes of the end of a visit.
  ///
  /// @param code side of the code for a phone
  public record EndingMetrics(
      double code, Role head, double linesApart, double printer, double printerEnds) {}

  /// Sizes of a sheet.
  ///
  /// @param code side of the code for help
  /// @param factEnds space above and below a fact
  public record SheetMetrics(
      double above, double below, double ring, double code, double factEnds) {}

  private static final By<WelcomeMetrics> WELCOME =
      By.usual(new WelcomeMetrics(300, 380, 200, 1, 28))
          .small(new WelcomeMetrics(250, 250, 150, 0.6, 14));
  private static final By<GreetingMetrics> GREETING =
      By.usual(new GreetingMetrics(Role.DISPLAY, Role.CODE, 440, 520, 40, Tokens.MARGIN))
          .wide(new GreetingMetrics(Role.CODE, Role.H1, 440, 520, 20, Tokens.MARGIN))
          .small(new GreetingMetrics(Role.CODE, Role.H1, 300, 330, 8, 20));
  private static final By<TileMetrics> TILES =
      By.usual(new TileMetrics(228, 96, 28, 20, 190)).small(new TileMetrics(132, 56, 14, 8, 110));
  private static final By<ClosedMetrics> CLOSED =
      By.usual(new ClosedMetrics(1, Role.GREAT, Role.CODE, 12, 18, 42))
          .wide(new ClosedMetrics(0.85, Role.CODE, Role.H1, 12, 18, 42))
          .small(new ClosedMetrics(0.6, Role.H1, Role.H1, 6, 12, 34));
  private static final By<EndingMetrics> ENDING =
      By.usual(new EndingMetrics(300, Role.GREAT, 12, 120, 28))
          .wide(new EndingMetrics(256, Role.GREAT, 12, 120, 20))
          .wideLow(new EndingMetrics(300, Role.H1, 12, 120, 20))
          .small(new EndingMetrics(220, Role.CODE, 4, 72, 20))
          .smallLow(new EndingMetrics(220, Role.H1, 4, 72, 20));
  private static final By<SheetMetrics> SHEET =
      By.usual(new SheetMetrics(48, 32, 252, 300, 18))
          .wide(new SheetMetrics(32, 20, 160, 300, 18))
          .small(new SheetMetrics(32, 20, 110, 200, 12))
          .smallLow(new SheetMetrics(32, 20, 110, 200, 4));
  private static final By<Role> TYPED = By.usual(Role.FIGURE).narrow(Role.BODY);

  static PatronMetrics of(Arrangement how) {
    return new PatronMetrics(
        WELCOME.in(how),
        GREETING.in(how),
        TILES.in(how),
        CLOSED.in(how),
        ENDING.in(how),
        SHEET.in(how),
        TYPED.in(how));
  }
}

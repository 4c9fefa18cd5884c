package org.libstation.screen.kit.look;

/// Layout of the technician's pages.
///
/// @param languagesShort true = languages have their short names; false = their own names
/// @param turnerIcons whether the keys that turn pages have icons
/// @param evidenceApart whether the measurements of a finding stand apart from its words
/// @param actApart whether what to do stands apart from the task
/// @param saidAtFigure whether the words of a tile stand beside its number
/// @param tray for the items on the tray
/// @param setup for the settings
public record StaffLayout(
    boolean languagesShort,
    boolean turnerIcons,
    boolean evidenceApart,
    boolean actApart,
    boolean saidAtFigure,
    TrayLayout tray,
    SetupLayout setup) {
  /// Layout of the page about the tray.
  ///
  /// @param noticedLast true = what was noticed stands after the tags; false = above them
  /// @param stateUnder true = a tag's state and key stand under its words; false = at the end of
  ///   its row
  public record TrayLayout(boolean noticedLast, boolean stateUnder) {}

  /// Layout of the page with the settings.
  ///
  /// @param keyboardWide whether a keyboard has the whole width, below all words
  /// @param stateUnder true = a setting's value stands under its name; false = at the end of its
  ///   row
  /// @param longKeyUnder whether a long key stands under the name
  public record SetupLayout(boolean keyboardWide, boolean stateUnder, boolean longKeyUnder) {}

  private static final By<Boolean> LANGUAGES_SHORT = By.usual(false).small(true);
  private static final By<Boolean> TURNER_ICONS = By.usual(true).wide(false);
  private static final By<Boolean> EVIDENCE_APART = By.usual(false).small(true);
  private static final By<Boolean> ACT_APART = By.usual(false).small(true);
  private static final By<Boolean> SAID_AT_FIGURE = By.usual(false).small(true);
  private static final By<TrayLayout> TRAY =
      By.usual(new TrayLayout(false, false)).small(new TrayLayout(true, true));
  private static final By<SetupLayout> SETUP =
      By.usual(new SetupLayout(false, false, false))
          .small(new SetupLayout(true, true, true))
          .smallLow(new SetupLayout(false, true, true));

  static StaffLayout of(Arrangement how) {
    return new StaffLayout(
        LANGUAGES_SHORT.in(how),
        TURNER_ICONS.in(how),
        EVIDENCE_APART.in(how),
        ACT_APART.in(how),
        SAID_AT_FIGURE.in(how),
        TRAY.in(how),
        SETUP.in(how));
  }
}

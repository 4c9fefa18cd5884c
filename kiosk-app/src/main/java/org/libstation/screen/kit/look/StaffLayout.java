package org.libstation.screen.kit.look;

/// Where the parts of the technician's pages stand.
///
/// @param languagesShort languages have their short names, not their own
/// @param turnerIcons the keys that turn pages have icons
/// @param evidenceApart what shows a finding stands apart from it, and a finding says what comes
///   first
/// @param actApart what to do stands apart from what it is about
/// @param saidAtFigure what is said of a tile stands beside its number
/// @param tray of what lies on the tray
/// @param setup of settings
public record StaffLayout(
    boolean languagesShort,
    boolean turnerIcons,
    boolean evidenceApart,
    boolean actApart,
    boolean saidAtFigure,
    TrayLayout tray,
    SetupLayout setup) {
  /// @param noticedLast what was noticed stands behind the tags, else above them
  /// @param stateUnder the state of a tag and its key stand under its words, else at their end
  public record TrayLayout(boolean noticedLast, boolean stateUnder) {}

  /// @param keyboardWide a keyboard has the whole width, below all that is said
  /// @param stateUnder what a setting is stands under its name, else at its end
  /// @param longKeyUnder so does a long key
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

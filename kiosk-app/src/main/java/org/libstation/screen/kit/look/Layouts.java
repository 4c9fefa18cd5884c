package org.libstation.screen.kit.look;

/// Layouts of all views: what each shows, and where. They are decided once for each arrangement;
/// [PanelMetrics] has the sizes.
public record Layouts(
    FrameLayout frame,
    ListLayout lists,
    WelcomeLayout welcome,
    TypingLayout typing,
    IdentifyLayout identify,
    EndingLayout ending,
    ClosedLayout closed,
    SheetLayout sheet,
    AccountLayout account,
    StaffLayout staff) {
  static Layouts of(Arrangement how) {
    return new Layouts(
        FrameLayout.of(how),
        ListLayout.of(how),
        WelcomeLayout.of(how),
        TypingLayout.of(how),
        IdentifyLayout.of(how),
        EndingLayout.of(how),
        ClosedLayout.of(how),
        SheetLayout.of(how),
        AccountLayout.of(how),
        StaffLayout.of(how));
  }
}

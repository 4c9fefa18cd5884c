package org.libstation.screen.kit.look;

/// Where each view places what it shows, and what it shows at all: decided once for each
/// arrangement, by the name of what is placed. How large it is stands in [PanelMetrics].
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

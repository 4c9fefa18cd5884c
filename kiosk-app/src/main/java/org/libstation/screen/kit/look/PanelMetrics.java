package org.libstation.screen.kit.look;

/// All sizes and layouts that differ between panels, made once for each arrangement. Views read
/// them by name and ask nothing about the panel. Lengths are px of the panel's canvas.
///
/// @param keysApart gap between keys, and between groups of them
public record PanelMetrics(
    Arrangement arrangement,
    double keysApart,
    AroundMetrics around,
    KeypadMetrics keypads,
    ListMetrics lists,
    PatronMetrics patrons,
    StaffMetrics staff,
    Layouts layouts) {
  private static final By<Double> KEYS_APART = By.usual(20.0).small(Tokens.TARGET_GAP);

  private static final By<PanelMetrics> ALL = By.each(PanelMetrics::made);

  static PanelMetrics of(Arrangement arrangement) {
    return ALL.in(arrangement);
  }

  private static PanelMetrics made(Arrangement arrangement) {
    return new PanelMetrics(
        arrangement,
        KEYS_APART.in(arrangement),
        AroundMetrics.of(arrangement),
        KeypadMetrics.of(arrangement),
        ListMetrics.of(arrangement),
        PatronMetrics.of(arrangement),
        StaffMetrics.of(arrangement),
        Layouts.of(arrangement));
  }
}

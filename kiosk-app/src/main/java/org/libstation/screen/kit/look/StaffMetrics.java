package org.libstation.screen.kit.look;

/// Sizes of the technician's pages.
public record StaffMetrics(
    StaffPageMetrics page,
    StaffKeyMetrics face,
    Task matter,
    HealthMetrics health,
    TestCodeMetrics codes) {
  /// Sizes of every such page.
  ///
  /// @param aside width of the column beside the page; 0 = its parts stand below
  /// @param noticeEnds space above and below the words of a notice on a full page
  /// @param name role of a page's title, and of what is to do
  /// @param told role of the words below
  public record StaffPageMetrics(
      double between,
      double foot,
      double keysApart,
      double aside,
      double noticeEnds,
      Role name,
      Role told) {}

  /// Sizes of a key with an icon and two lines.
  public record StaffKeyMetrics(
      double icon, double apart, double ends, double behind, double linesApart) {}

  /// Sizes of a task for staff.
  ///
  /// @param chosen role of the heading of the chosen task
  public record Task(double linesApart, double apart, double ends, Role chosen) {}

  /// Sizes of the page about health.
  ///
  /// @param livesInARow how many devices stand side by side
  /// @param bar width of the progress bar; 0 = words only
  public record HealthMetrics(int livesInARow, double bar) {}

  /// Sizes of the codes that test a scanner.
  ///
  /// @param bars height of the barcode
  /// @param square side of the square code
  public record TestCodeMetrics(double apart, double ends, double bars, double square) {}

  private static final By<StaffPageMetrics> PAGE =
      By.usual(new StaffPageMetrics(20, 40, 16, 0, 16, Role.TECH_HEAD, Role.TECH))
          .wide(new StaffPageMetrics(12, 16, Tokens.TARGET_GAP, 460, 16, Role.TECH_HEAD, Role.TECH))
          .small(
              new StaffPageMetrics(12, 16, Tokens.TARGET_GAP, 336, 4, Role.TECH, Role.TECH_SMALL));
  private static final By<StaffKeyMetrics> FACE =
      By.usual(new StaffKeyMetrics(60, 24, 16, 36, 4)).small(new StaffKeyMetrics(44, 16, 8, 24, 0));
  private static final By<Task> MATTER =
      By.usual(new Task(6, 10, 20, Role.TECH_FIGURE)).small(new Task(2, 4, 10, Role.TECH_HEAD));
  private static final By<HealthMetrics> HEALTH =
      By.usual(new HealthMetrics(3, 420))
          .wide(new HealthMetrics(2, 240))
          .small(new HealthMetrics(2, 0));

  private static final By<TestCodeMetrics> CODES =
      By.usual(new TestCodeMetrics(24, 24, 200, 300)).wide(new TestCodeMetrics(8, 12, 110, 170));

  static StaffMetrics of(Arrangement how) {
    return new StaffMetrics(
        PAGE.in(how), FACE.in(how), MATTER.in(how), HEALTH.in(how), CODES.in(how));
  }
}

package org.libstation.screen.kit.look;

/// Colour role of words, strokes and fills. The style sheets map it to a colour of the theme in
/// use.
public enum Ink {
  TEXT("text"),
  TEXT_2("text-2"),
  ACTION("action"),
  ON_ACTION("on-action"),
  DONE("done"),
  ASK("ask"),
  STOP("stop"),
  WAIT("wait"),
  ON_STATE("on-state");

  private final String role;

  Ink(String role) {
    this.role = role;
  }

  /// Style class that fills a text.
  public String text() {
    return "text-" + role;
  }

  /// Style class that strokes a shape.
  public String stroke() {
    return "stroke-" + role;
  }

  /// Style class that fills a shape.
  public String fill() {
    return "fill-" + role;
  }

  /// Style class that colours a border.
  public String border() {
    return "border-" + role;
  }

  /// Style class that colours a region's background.
  public String back() {
    return "back-" + role;
  }
}

package org.libstation.screen.kit.look;

import java.util.Optional;

/// Icons, each of which stands beside words. They are from Tabler Icons (MIT): a 24 × 24 box, 2 px
/// strokes, round caps and joins, no fill. Four are our own in the same strokes, because general
/// sets lack a library's things. Directions have a meaning: up out of the tray = borrow, down into
/// it = return.
public enum Icon {
  BORROW("upload"),
  RETURN("download"),
  ACCOUNT("books"),
  CHECK("check"),
  MINUS("circle-minus"),
  PLACE("arrow-bar-to-down"),
  QUESTION("question-mark"),
  DOTS("dots"),
  SEEN("broadcast"),
  WARNING("alert-triangle"),
  CLOCK("clock"),
  HAND("hand-stop"),
  CARD("credit-card"),
  LOCK("lock"),
  LEAVE("logout"),
  ARROW("arrow-right"),
  NEXT("chevron-right"),
  PREVIOUS("chevron-left"),
  HIDE("eye-off"),
  SHOW("eye"),
  RENEW("refresh"),
  MOBILE("device-mobile"),
  PRINT("printer"),
  BARCODE("barcode"),
  SILENT("cloud-upload"),
  NEWS("speakerphone"),
  TEXT_SIZE("text-size"),
  CONTRAST("brightness"),
  SLOW("hourglass"),
  ALOUD("volume"),
  HELP("help-circle"),
  ERASE("backspace"),
  PAUSE("player-pause"),
  TOOL("tool"),
  LINK("network"),
  JOURNAL("notebook"),
  CALENDAR("calendar"),
  PHONE("phone"),
  MOON("moon"),
  WALK("walk"),
  FLASK("flask"),
  /// A switch that is off.
  BOX(
      "an empty box",
      "M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2"),
  /// A switch that is on.
  BOX_TICKED(
      "a box with a tick",
      "M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2M8 12l3 3l5"
          + " -6"),
  /// A book drop: a box with a slot, never a waste bin.
  DROP(
      "box with a slot",
      "M6 11h12a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-6a2 2 0 0 1 2 -2M8 16h8M12"
          + " 2v6M9 5l3 3l3 -3"),
  /// Reach mode: all keys move down.
  REACH(
      "down to the hand",
      "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2M3 13h18M12"
          + " 5v5M9.5 7.5l2.5 2.5l2.5 -2.5M8 17h8");

  private final String name;
  private final Optional<String> own;

  Icon(String name) {
    this.name = name;
    this.own = Optional.empty();
  }

  /// @param outline path data of our own, on the same 24 × 24 box
  Icon(String name, String outline) {
    this.name = name;
    this.own = Optional.of(outline);
  }

  /// Outline as SVG path data on a 24 × 24 box.
  public String path() {
    return own.orElseGet(() -> SvgOutline.resource("icons/" + name + ".svg"));
  }
}

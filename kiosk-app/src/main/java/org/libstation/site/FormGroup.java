package org.libstation.site;

import java.util.Locale;
import org.libstation.flow.state.StaffLevel;

/// A group of settings on the technician's screen, in display order.
public enum FormGroup {
  /// Changed with an editor or from a shell, not on the screen.
  NONE(StaffLevel.ADMINISTRATOR),
  /// Shown in the group with the name of its section; for settings that several sections share.
  OF_SECTION(StaffLevel.ADMINISTRATOR),
  CENTRAL(StaffLevel.ADMINISTRATOR),
  STATION(StaffLevel.ADMINISTRATOR),
  SCREEN(StaffLevel.TECHNICIAN),
  OPENING(StaffLevel.ADMINISTRATOR),
  PATRON(StaffLevel.ADMINISTRATOR),
  BARCODES(StaffLevel.ADMINISTRATOR),
  PLACES(StaffLevel.ADMINISTRATOR),
  FLEET(StaffLevel.ADMINISTRATOR),
  STAFF(StaffLevel.ADMINISTRATOR);

  private final StaffLevel level;

  FormGroup(StaffLevel level) {
    this.level = level;
  }

  /// Whether the screen shows this group.
  public boolean isShown() {
    return this != NONE && this != OF_SECTION;
  }

  /// Access level needed to change these settings.
  public StaffLevel level() {
    return level;
  }

  /// The group's name in the text files.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

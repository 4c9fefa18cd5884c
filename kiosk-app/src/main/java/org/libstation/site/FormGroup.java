package org.libstation.site;

import java.util.Locale;
import org.libstation.flow.state.StaffLevel;

/// A group of settings on the technician's screen, in the order in which they are shown.
public enum FormGroup {
  /// They are changed with an editor or from a shell.
  NONE(StaffLevel.ADMINISTRATOR),
  /// That of the section's name in which it stands: what several sections have alike.
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

  /// Whether it is a group of its own on the screen.
  public boolean isShown() {
    return this != NONE && this != OF_SECTION;
  }

  /// Who may change them.
  public StaffLevel level() {
    return level;
  }

  /// As the text files name it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.libstation.device.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The device is there, but this program may not open it.
public final class NoRightsException extends LinkLostException {
  private static final long serialVersionUID = 1L;

  /// The health code of such a device.
  public static final String CODE = "D14";

  /// The mode bits that let the group read and write.
  private static final int GROUP_BITS = 060;

  public NoRightsException(String message) {
    super(message);
  }

  /// Describes the user, and the owner, group and mode of the device's file, with the remedy.
  public static NoRightsException of(Path file) {
    try {
      Map<String, Object> now = Files.readAttributes(file, "unix:owner,group,mode");
      int mode = (Integer) now.getOrDefault("mode", 0) & 07777;
      return of(
          file,
          String.valueOf(now.get("owner")),
          String.valueOf(now.get("group")),
          mode,
          System.getProperty("user.name", "?"));
    } catch (IOException | UnsupportedOperationException _) {
      return new NoRightsException(file + " may not be opened, and its rights cannot be read");
    }
  }

  static NoRightsException of(Path file, String owner, String group, int mode, String user) {
    String rights = "owner %s, group %s, mode %04o".formatted(owner, group, mode);
    boolean byGroup = (mode & GROUP_BITS) == GROUP_BITS && !group.equals("root");
    String remedy =
        byGroup
            ? "put user %s into group %s and start the station anew".formatted(user, group)
            : "user %s needs a udev rule that gives it GROUP and MODE=\"0660\"".formatted(user);
    return new NoRightsException("%s may not be opened (%s): %s".formatted(file, rights, remedy));
  }
}

package org.libstation.device.driver;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.libstation.device.DeviceAddress;

/// The real port behind an address. Addresses with the same real port lead to one device, whatever
/// their names (`/dev/serial/by-id/…`, `/dev/libstation/pad`, `/dev/ttyUSB0`).
///
/// @param name for comparing and for messages, such as `/dev/ttyUSB0`; for an existing device file
///   its number (`device 188:0`, see `mknod(1)`), which all nodes of a device share
public record RealPort(String name) {
  /// Limit of symbolic links, as in Linux' ELOOP.
  private static final int MOST_LINKS = 40;

  private static final String THIS_MACHINE = "127.0.0.1";

  private static final int KIND = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;

  /// Resolves an address. A port that is not there now is identified by its name, followed as far
  /// as its links lead.
  ///
  /// @param address any that a driver accepts
  public static RealPort of(DeviceAddress address) {
    return new RealPort(
        switch (address.scheme()) {
          case "tcp" -> network(address.place());
          // The place is part of a reader's name.
          case "pcsc" -> "pcsc:" + address.place().toLowerCase(Locale.ROOT);
          default -> file(Path.of(address.place()));
        });
  }

  private static String file(Path place) {
    Path real = followed(place.toAbsolutePath().normalize());
    try {
      boolean character =
          Files.getAttribute(real, "unix:mode") instanceof Integer mode
              && (mode & KIND) == CHARACTER_DEVICE;
      long device = Files.getAttribute(real, "unix:rdev") instanceof Long number ? number : 0;
      return character ? "device " + major(device) + ":" + minor(device) : real.toString();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return real.toString();
    }
  }

  /// The major number, computed as makedev(3) of glibc encodes it.
  private static long major(long device) {
    return ((device >>> 8) & 0xFFF) | ((device >>> 32) & 0xFFFFF000L);
  }

  private static long minor(long device) {
    return (device & 0xFF) | ((device >>> 12) & 0xFFFFFF00L);
  }

  /// Follows symbolic links, also if the last target is not plugged in.
  private static Path followed(Path place) {
    Path at = place;
    for (int links = 0; links < MOST_LINKS; links++) {
      try {
        return at.toRealPath();
      } catch (IOException _) {
        // The target, or a link on the way, does not exist.
      }
      if (!Files.isSymbolicLink(at)) {
        return inRealFolder(at);
      }
      try {
        at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
      } catch (IOException _) {
        return at;
      }
    }
    return at;
  }

  private static Path inRealFolder(Path place) {
    Path folder = place.getParent();
    try {
      return folder == null ? place : folder.toRealPath().resolve(place.getFileName());
    } catch (IOException _) {
      return place;
    }
  }

  /// Normalises a network address. A host name is not looked up, because that may take long and the
  /// result may change.
  private static String network(String place) {
    int colon = place.lastIndexOf(':');
    String host = place.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    String port = place.substring(colon + 1).replaceFirst("^0+(?=[0-9])", "");
    return "tcp:" + host(host.equals("localhost") ? THIS_MACHINE : host) + ":" + port;
  }

  private static String host(String host) {
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      // Linux connects the "any" address to this machine itself.
      return address.isAnyLocalAddress() || address.isLoopbackAddress()
          ? THIS_MACHINE
          : address.getHostAddress();
    } catch (IllegalArgumentException _) {
      // A host name, not an address.
      return host;
    }
  }
}

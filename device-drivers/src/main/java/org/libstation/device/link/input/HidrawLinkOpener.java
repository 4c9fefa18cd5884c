package org.libstation.device.link.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Opens a HID device in its raw form, `/dev/hidraw*` (hidraw.rst of the kernel).
///
/// The link delivers pieces, each preceded by its length in two bytes, low byte first. The first
/// piece is the report descriptor, as the kernel shows it beside the device. Then each report
/// follows.
public final class HidrawLinkOpener implements LinkOpener {
  /// Longest report descriptor (linux/hid.h, HID_MAX_DESCRIPTOR_SIZE), in bytes.
  private static final int MOST = 4096;

  private final Path path;
  private final Path shown;

  /// @param shown the kernel's folder of descriptions of all devices
  public HidrawLinkOpener(Path path, Path shown) {
    this.path = path;
    this.shown = shown;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    InputLink link = new InputLink(path.toString(), true);
    try {
      Path name = path.toRealPath().getFileName();
      Path descriptor = shown.resolve(String.valueOf(name)).resolve("device/report_descriptor");
      try (InputStream in = Files.newInputStream(descriptor)) {
        link.ahead(in.readNBytes(MOST));
      }
      return link;
    } catch (IOException e) {
      link.close();
      throw new LinkLostException(path + " does not say what it sends: " + e.getMessage());
    }
  }

  @Override
  public Optional<Path> path() {
    return Optional.of(path);
  }

  @Override
  public String describe() {
    return path.toString();
  }
}

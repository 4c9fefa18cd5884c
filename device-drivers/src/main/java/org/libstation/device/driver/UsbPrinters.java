package org.libstation.device.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.libstation.device.DeviceAddress;

/// The printers of USB's printer class at a Linux computer, each listed once by its most stable
/// name. Each entry has the printer's own description (IEEE 1284, device ID:
/// `MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;`). Nothing is sent to the printers.
///
/// @param dev the folder of device files: `/dev`
/// @param sys the kernel's description of them: `/sys/class/usbmisc`
public record UsbPrinters(Path dev, Path sys) {
  private static final Pattern PAGES =
      Pattern.compile("PCL|PJL|POSTSCRIPT|\\bPS\\b|PDF|URF|PWG|XPS|ESCPL|ZPL|EPL");

  private static final int LONGEST = 60;

  /// One printer.
  ///
  /// @param name its device file
  /// @param says maker and model; may be empty
  /// @param languages the printer languages it says it understands; may be empty
  public record Printer(String name, String says, String languages) {
    /// The printer in the form in which a driver lists devices.
    public DriverProvider.ListedDevice listed() {
      return new DriverProvider.ListedDevice(
          new DeviceAddress("file", name, Map.of()), Map.of(), says);
    }

    /// Whether the maker is Star.
    public boolean isStar() {
      String all = (says + " " + languages).toUpperCase(Locale.ROOT);
      return Pattern.compile("\\bSTAR").matcher(all).find();
    }

    /// Whether it is a page printer, or a label printer with its own language. Such a printer would
    /// print receipt commands as letters.
    public boolean isPagePrinter() {
      String all = languages.toUpperCase(Locale.ROOT);
      return !all.contains("ESC/POS") && PAGES.matcher(all).find();
    }
  }

  public static UsbPrinters ofThisComputer() {
    return new UsbPrinters(Path.of("/dev"), Path.of("/sys/class/usbmisc"));
  }

  public List<Printer> list() {
    List<Path> names = new ArrayList<>(DeviceNames.in(dev.resolve("libstation"), "*"));
    names.addAll(DeviceNames.in(dev.resolve("usb"), "lp[0-9]*"));
    List<Printer> printers = new ArrayList<>();
    DeviceNames.best(names)
        .forEach(
            (real, name) -> {
              String file = String.valueOf(real.getFileName());
              if (file.matches("lp[0-9]+")) {
                Map<String, String> id = id(file);
                String says = first(id, "MFG", "MANUFACTURER") + " " + first(id, "MDL", "MODEL");
                printers.add(
                    new Printer(name, clean(says), clean(first(id, "CMD", "COMMAND SET"))));
              }
            });
    return List.copyOf(printers);
  }

  private Map<String, String> id(String lp) {
    Map<String, String> id = new HashMap<>();
    try {
      String text = Files.readString(sys.resolve(lp).resolve("device/ieee1284_id"));
      for (String pair : text.split(";", -1)) {
        int colon = pair.indexOf(':');
        if (colon > 0) {
          id.put(
              pair.substring(0, colon).strip().toUpperCase(Locale.ROOT), pair.substring(colon + 1));
        }
      }
    } catch (IOException _) {
      // The printer reports nothing of itself.
    }
    return id;
  }

  private static String first(Map<String, String> id, String... keys) {
    for (String key : keys) {
      if (id.containsKey(key)) {
        return id.get(key);
      }
    }
    return "";
  }

  /// Removes unusual characters and limits the length, because the text comes from a device.
  private static String clean(String text) {
    String kept = text.replaceAll("[^A-Za-z0-9 ,._/+-]", " ").strip();
    return kept.substring(0, Math.min(kept.length(), LONGEST));
  }
}

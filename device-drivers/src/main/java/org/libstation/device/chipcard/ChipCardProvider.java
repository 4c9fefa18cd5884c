package org.libstation.device.chipcard;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.exam.Examination;
import org.libstation.device.link.WireBytes;
import org.libstation.device.link.pcsc.PcscLinkOpener;

/// `chipcard`: see README.md here for its options.
public final class ChipCardProvider implements DriverProvider {
  private static final String SHEETS = "cards";

  /// `FF 00 48 00 00` in a frame of its own.
  static final WireBytes WHO_ARE_YOU =
      WireBytes.ofHex("02 6F 05 00 00 00 00 01 00 00 00 FF 00 48 00 00 DC 03");

  private static final WireBytes TAKEN = WireBytes.of(0x02, 0x00, 0x00, 0x03);

  @Override
  public String model() {
    return "chipcard";
  }

  @Override
  public Class<BarcodeReader> kind() {
    return BarcodeReader.class;
  }

  @Override
  public List<String> reachedBy() {
    return List.of("serial", "pcsc");
  }

  @Override
  public String usualAddress(String name, DeviceSheets sheets) {
    return "pcsc:any";
  }

  @Override
  public Device create(DriverSetup setup) {
    CardRecipe.Sheet sheet = sheet(setup);
    return new ChipCardReader(setup, sheet.recipe(), NumberForm.of(setup.options(), sheet.base()));
  }

  private static CardRecipe.Sheet sheet(DriverSetup setup) {
    DeviceSheet sheet = setup.sheets().chosen(setup.options(), "recipe", SHEETS, "uid");
    return sheet.read("recipe", lines -> CardRecipe.of(lines, new CardKeys(setup.sheets())));
  }

  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    return Optional.of(
        new Greeting(
            WHO_ARE_YOU,
            false,
            came ->
                came.length > TAKEN.length()
                    && WireBytes.of(came).slice(0, TAKEN.length()).equals(TAKEN)
                    && came[TAKEN.length() + 1] == (byte) 0x80));
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    return Optional.of(new CardExamination(sheet(setup).recipe()));
  }

  /// On a serial line; behind PC/SC it is found by its name.
  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    return List.of(new Usual(Map.of("baud", "9600"), Map.of()));
  }

  @Override
  public List<Listed> listed() {
    return PcscLinkOpener.names().stream()
        .map(name -> new Listed(new DeviceAddress("pcsc", name, Map.of()), Map.of(), ""))
        .toList();
  }

  @Override
  public List<Map<String, String>> optionsMaking(String bytes, String number) {
    byte[] read = HexFormat.of().parseHex(bytes.replace(" ", ""));
    return NumberForm.making(read, number.strip()).stream().map(NumberForm::options).toList();
  }
}

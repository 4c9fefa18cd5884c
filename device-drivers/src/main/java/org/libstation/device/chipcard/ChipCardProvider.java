package org.libstation.device.chipcard;

import java.util.ArrayList;
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

/// Provides the driver `chipcard`. README.md here describes its options.
public final class ChipCardProvider implements DriverProvider {
  private static final String SHEETS = "cards";
  private static final String READER = "reader";
  private static final String APDUS = "apdu";

  /// The APDU `FF 00 48 00 00` (get firmware version) in a frame.
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
    Optional<ReaderSheet> reader = reader(setup);
    if (reader.isPresent()) {
      return new SheetCardReader(
          setup, reader.get(), NumberForm.of(setup.options(), NumberForm.Base.HEX));
    }
    CardRecipe.CardRecipeSheet sheet = sheet(setup);
    return new ChipCardReader(setup, sheet.recipe(), NumberForm.of(setup.options(), sheet.base()));
  }

  /// The sheet of a serial reader with commands of its own; empty for a reader that takes APDUs.
  private static Optional<ReaderSheet> reader(DriverSetup setup) {
    String name = setup.sheets().typed(setup.options(), READER, ReaderSheet.KIND, APDUS, APDUS);
    if (name.equals(APDUS)) {
      return Optional.empty();
    }
    if (setup.address().scheme().equals("pcsc")) {
      throw setup.options().wrong(READER, APDUS + " behind PC/SC");
    }
    return Optional.of(
        ReaderSheet.of(READER, setup.sheets().named(READER, ReaderSheet.KIND, name)));
  }

  private static CardRecipe.CardRecipeSheet sheet(DriverSetup setup) {
    DeviceSheet sheet = setup.sheets().chosen(setup.options(), "recipe", SHEETS, "uid");
    return sheet.read("recipe", lines -> CardRecipe.of(lines, new CardKeys(setup.sheets())));
  }

  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    Optional<ReaderSheet> reader = reader(setup);
    if (reader.isPresent()) {
      return reader.filter(ReaderSheet::isAsked).map(ChipCardProvider::greeting);
    }
    return Optional.of(
        new Greeting(
            WHO_ARE_YOU,
            false,
            came ->
                came.length > TAKEN.length()
                    && WireBytes.of(came).slice(0, TAKEN.length()).equals(TAKEN)
                    && came[TAKEN.length() + 1] == (byte) 0x80));
  }

  /// A reader that is polled answers at once whether a card lies there.
  private static Greeting greeting(ReaderSheet sheet) {
    return new Greeting(
        sheet.poll(),
        false,
        came -> {
          SheetFrames frames = new SheetFrames(sheet.frame());
          List<byte[]> said = frames.take(came, came.length);
          return said.size() == 1
              && frames.takeStrays() == 0
              && !(sheet.said(said.getFirst())
                  instanceof ReaderSheet.ReaderMessage.OtherReaderAnswer);
        });
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    Optional<ReaderSheet> reader = reader(setup);
    return Optional.of(
        reader.isPresent()
            ? new SheetExamination(
                reader.get(), NumberForm.of(setup.options(), NumberForm.Base.HEX))
            : new CardExamination(sheet(setup).recipe()));
  }

  /// Settings to try on a serial line. A reader behind PC/SC is found by its name; a reader that is
  /// not polled cannot be found.
  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    List<Usual> all = new ArrayList<>(List.of(new Usual(Map.of("baud", "9600"), Map.of())));
    DeviceSheets shipped = DeviceSheets.shipped();
    for (String name : shipped.names(ReaderSheet.KIND)) {
      ReaderSheet sheet = ReaderSheet.of(READER, shipped.named(READER, ReaderSheet.KIND, name));
      if (sheet.isAsked()) {
        all.add(new Usual(Map.of("baud", String.valueOf(sheet.baud())), Map.of(READER, name)));
      }
    }
    return all;
  }

  @Override
  public List<ListedDevice> listed() {
    return PcscLinkOpener.names().stream()
        .map(name -> new ListedDevice(new DeviceAddress("pcsc", name, Map.of()), Map.of(), ""))
        .toList();
  }

  @Override
  public List<Map<String, String>> optionsMaking(String bytes, String number) {
    byte[] read = HexFormat.of().parseHex(bytes.replace(" ", ""));
    return NumberForm.making(read, number.strip()).stream().map(NumberForm::options).toList();
  }
}

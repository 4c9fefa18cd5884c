package org.libstation.device.chipcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.CardProblem;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.chipcard.lab.ChipCard;
import org.libstation.device.chipcard.lab.DesfireCard;
import org.libstation.device.chipcard.lab.NdefCard;
import org.libstation.device.chipcard.lab.UidCard;
import org.libstation.device.chipcard.lab.VirtualReader;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.driver.Ports;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Found;
import org.libstation.device.link.DeviceThread;
import org.libstation.testkit.FreePorts;
import org.libstation.testkit.Needs;

/// The driver with Debian's own `pcscd` and its virtual reader (`vsmartcard-vpcd`), both of other
/// people.
@Tag("full")
@Timeout(600)
class PcscServiceTest {
  private static final DeviceAddress ADDRESS = DeviceAddress.parse("pcsc:virtual pcd 00 00");
  private static final String UID = "04A1B2C3D4E580";
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");

  @TempDir Path dir;

  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();
  private @Nullable Process service;
  private int port;

  @BeforeEach
  void startService() throws IOException {
    Needs.programs("pcscd");
    Needs.oneOf("vsmartcard-vpcd", DRIVER.toString());
    Needs.root();
    // The virtual reader takes this port and the next one, for its second slot; it has none of the
    // two when one is taken.
    port = FreePorts.following(2);
    begin();
  }

  @AfterEach
  void endService() throws InterruptedException {
    end();
  }

  private void begin() throws IOException {
    Files.writeString(
        dir.resolve("virtual"),
        """
        FRIENDLYNAME "Virtual PCD"
        DEVICENAME /dev/null:0x%1$X
        LIBPATH %2$s
        CHANNELID 0x%1$X
        """
            .formatted(port, DRIVER));
    service =
        new ProcessBuilder("pcscd", "--foreground", "--disable-polkit", "-c", dir.toString())
            .redirectErrorStream(true)
            .redirectOutput(Path.of(dir + ".log").toFile())
            .start();
    await().until(() -> Files.exists(SOCKET) && listens());
  }

  private boolean listens() {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private void end() throws InterruptedException {
    Process running = service;
    if (running != null) {
      running.destroy();
      running.waitFor();
      service = null;
    }
  }

  @Test
  void cards_are_read_torn_away_refused_and_read_again_after_the_service_was_restarted()
      throws Exception {
    try (DeviceThread reader = DeviceThread.start(reader())) {
      await().until(() -> reader.device().health() instanceof DeviceHealth.Ready);
      assertThat(((DeviceHealth.Ready) reader.device().health()).description())
          .contains("Virtual PCD 00 00");
      assertThat(Drivers.listed("chipcard"))
          .extracting(listed -> listed.address().place())
          .contains("Virtual PCD 00 00");
      read(UidCard.of(UID), UID);
      read(UidCard.of("A1B2C3D4"), "A1B2C3D4");
      read(UidCard.of("E004015012345678"), "E004015012345678");
      refused(UidCard.of("08112233"), CardProblem.RANDOM_NUMBER);
      torn();
      read(UidCard.of(UID), UID);

      end();
      await().until(() -> reader.device().health() instanceof DeviceHealth.Connecting);
      assertThat(reader.device().health().code()).isEqualTo(ChipCardReader.NOT_THERE);
      assertThat(reader.device().health().reason()).contains("PC/SC service");
      begin();
      await().until(() -> reader.device().health() instanceof DeviceHealth.Ready);
      read(UidCard.of(UID), UID);
    }
  }

  @Test
  void files_of_cards_are_read_by_a_sites_recipe() throws Exception {
    Path site = Files.createDirectories(Path.of(dir + ".site"));
    Files.createDirectories(site.resolve("cards"));
    Files.writeString(
        site.resolve("cards/members.yaml"),
        """
        read: desfire
        application: F58840
        file: 1
        key: members
        size: 48
        length: 14
        base: text
        """);
    Path keys = Files.writeString(site.resolve("cards.keys"), "members: " + "AB".repeat(16));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    String held = HexFormat.of().formatHex("21234000056788".getBytes(StandardCharsets.US_ASCII));
    DesfireCard card =
        new DesfireCard(
            "08223344",
            "F58840",
            "AB".repeat(16),
            true,
            false,
            held + "00".repeat(40),
            new Random(1));
    String text = "D101115402656E" + held;
    try (DeviceThread reader = DeviceThread.start(reader("members", site))) {
      await().until(() -> reader.device().health() instanceof DeviceHealth.Ready);
      read(card, "21234000056788");
      refused(UidCard.of(UID), CardProblem.NOT_OURS);
    }
    try (DeviceThread reader = DeviceThread.start(reader("ndef", site))) {
      await().until(() -> reader.device().health() instanceof DeviceHealth.Ready);
      read(NdefCard.type4(UID, text), "21234000056788");
      read(NdefCard.type2(UID, "E1101200" + "0315" + text + "FE"), "21234000056788");
    }
  }

  @Test
  void an_examination_finds_what_is_wrong_with_the_card_that_lies_there() throws Exception {
    assertThat(found()).isEmpty();
    try (VirtualReader _ = VirtualReader.lay(UidCard.of(UID), port)) {
      assertThat(found()).isEmpty();
    }
    try (VirtualReader _ = VirtualReader.lay(UidCard.of("08112233"), port)) {
      await().until(() -> found().equals(List.of(DeviceFault.RANDOM_NUMBER)));
    }
  }

  private List<DeviceFault> found() throws Exception {
    Examined examined =
        Drivers.examination(
                "chipcard",
                "cards",
                ADDRESS,
                Map.of(),
                DeviceClock.system(),
                DeviceSheets.shipped())
            .orElseThrow()
            .run(LinkOpeners.of(ADDRESS), DeviceClock.system(), ExamWishes.harmless());
    assertThat(examined.identity()).contains("Virtual PCD");
    return examined.found().stream().map(Found::fault).toList();
  }

  private void read(ChipCard card, String number) throws IOException {
    events.clear();
    try (VirtualReader _ = VirtualReader.lay(card, port)) {
      await().until(() -> scanned().isPresent());
      assertThat(scanned()).contains(number);
    }
    lifted();
  }

  private void refused(ChipCard card, CardProblem why) throws IOException {
    events.clear();
    try (VirtualReader _ = VirtualReader.lay(card, port)) {
      await().until(() -> events.contains(new DeviceEvent.CardRefused("cards", why)));
    }
    assertThat(scanned()).isEmpty();
    lifted();
  }

  /// It says its number, and is gone when it is asked whether it is the same.
  private void torn() throws IOException {
    events.clear();
    try (VirtualReader _ = VirtualReader.lay(UidCard.of(UID), port, 1)) {
      await()
          .until(
              () -> events.contains(new DeviceEvent.CardRefused("cards", CardProblem.TORN_AWAY)));
    }
    assertThat(scanned()).isEmpty();
    lifted();
  }

  /// The next card is a new one only once the service saw that this one is gone.
  private void lifted() {
    await().pollDelay(java.time.Duration.ofMillis(1600)).until(() -> Files.exists(SOCKET));
  }

  private Optional<String> scanned() {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(event -> ((DeviceEvent.BarcodeScanned) event).data())
        .findFirst();
  }

  private Device reader() {
    return reader("uid", dir);
  }

  private Device reader(String recipe, Path site) {
    return Drivers.create(
        "chipcard",
        "cards",
        ADDRESS,
        Map.of("recipe", recipe),
        DeviceClock.system(),
        events::add,
        DeviceSheets.of(site),
        new Ports(DeviceClock.system()));
  }
}

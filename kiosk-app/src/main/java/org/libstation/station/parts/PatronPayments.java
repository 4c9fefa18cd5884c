package org.libstation.station.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.driver.RealPort;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.zvt.NoteStore;
import org.libstation.payment.zvt.ZvtTerminal;
import org.libstation.site.DeviceName;
import org.libstation.site.Laboratory;
import org.libstation.site.Reason;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;

/// The site's payment terminal, if it has one.
public record PatronPayments(Optional<PaymentTerminal> terminal) implements AutoCloseable {

  /// The terminal's name in traces.
  public static final String TRACE = "payment";

  /// The terminal does not answer. Documented in docs/technician/codes.md.
  public static final String AWAY = "G82";

  /// The terminal answers but takes no payments. Documented in docs/technician/codes.md.
  public static final String FAULT = "G83";

  /// There is a terminal, but the central system books no payments. Documented in
  /// docs/technician/codes.md.
  public static final String NOT_BOOKED = "G87";

  /// File of the simulated terminal's payments. It outlives the program, as a real terminal's
  /// memory would.
  private static final String SIMULATED = "simulated-terminal.txt";

  /// File of what must outlive a power cut, for a terminal that does not store our references.
  private static final String NOTES = "payment-terminal.txt";

  /// The site's terminal for a command while no station runs, untraced and without printing.
  ///
  /// @throws SiteProblem if its address is invalid
  public static Optional<PaymentTerminal> beside(Site site) {
    return of(site.settings(), site.directory(), _ -> {}, _ -> {}).terminal();
  }

  /// @param trace takes the masked wire traffic of the terminal
  /// @param paper takes the patron's receipt from the terminal, line by line; must not store it
  /// @throws SiteProblem if the terminal's address is invalid
  public static PatronPayments of(
      StationSettings settings, Path config, Consumer<String> trace, Consumer<List<String>> paper) {
    check(config, settings);
    Path data = config.resolve(settings.data());
    return new PatronPayments(
        switch (settings.payment().terminal()) {
          case NONE -> Optional.empty();
          case SIMULATED -> simulated(settings, data);
          case ZVT -> Optional.of(zvt(settings, data, trace, paper));
        });
  }

  /// Checks the settings without opening anything.
  ///
  /// @throws SiteProblem if the terminal's address is invalid or is another device's port, or its
  ///   receipts would be stored
  public static void check(Path config, StationSettings settings) {
    StationSettings.PaymentPlace place = settings.payment();
    if (place.terminal() != StationSettings.TerminalKind.ZVT) {
      return;
    }
    RealPort port;
    try {
      DeviceAddress address = address(place);
      port = RealPort.of(address);
      if (!address.scheme().equals("serial") && !address.scheme().equals("tcp")) {
        throw new IllegalArgumentException("a terminal is reached by serial: or tcp:");
      }
      Object _ = LinkOpeners.of(address);
    } catch (IllegalArgumentException e) {
      throw SettingsFile.problem(
          config,
          "station.payment.address",
          e.getMessage(),
          Reason.of(Reason.Word.TERMINAL_ADDRESS));
    }
    settings
        .devices()
        .forEach(
            (name, entry) -> {
              if (port.equals(RealPort.of(DeviceAddress.parse(entry.address())))) {
                throw SettingsFile.problem(
                    config,
                    "station.payment.address",
                    "expected a port of its own: it is also that of " + name.word(),
                    Reason.of(Reason.Word.TERMINAL_ADDRESS));
              }
            });
    if (place.printHere() && keepsPaper(settings)) {
      throw SettingsFile.problem(
          config,
          "station.payment.print-here",
          "expected false: this station keeps what it prints, and nothing of a terminal may be"
              + " kept",
          Reason.of(Reason.Word.TERMINAL_PAPER));
    }
  }

  /// Whether prints are stored: in a folder instead of on paper, or as copies.
  private static boolean keepsPaper(StationSettings settings) {
    return !settings.receipts().isEmpty()
        || Optional.ofNullable(settings.devices().get(DeviceName.PRINTER))
            .map(entry -> DeviceAddress.parse(entry.address()))
            .filter(address -> address.scheme().equals("file"))
            .filter(address -> !address.place().startsWith("/dev/"))
            .isPresent();
  }

  /// The terminal's address. A serial line without a frame setting gets the manual's frame, 8N2.
  private static DeviceAddress address(StationSettings.PaymentPlace place) {
    DeviceAddress told = DeviceAddress.parse(place.address());
    return told.scheme().equals("serial")
        ? told.with("frame", told.option("frame").orElse("8N2"))
        : told;
  }

  private static PaymentTerminal zvt(
      StationSettings settings, Path data, Consumer<String> trace, Consumer<List<String>> paper) {
    StationSettings.PaymentPlace place = settings.payment();
    DeviceAddress address = address(place);
    return new ZvtTerminal(
        new ZvtTerminal.ZvtSetup(
            settings.central().currency(),
            place.password(),
            address.scheme().equals("serial"),
            place.reverseRefused(),
            place.printHere() ? Optional.of(paper) : Optional.empty()),
        new TerminalLink(LinkOpeners.of(address)),
        NoteStore.in(data.resolve(NOTES)),
        InstantSource.system(),
        () -> Duration.ofNanos(System.nanoTime()),
        trace);
  }

  private static Optional<PaymentTerminal> simulated(StationSettings settings, Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Laboratory.present()
        .map(
            laboratory ->
                laboratory.terminal(
                    settings.central().currency().getCurrencyCode(), data.resolve(SIMULATED)));
  }

  @Override
  public void close() {
    terminal.ifPresent(PaymentTerminal::close);
  }
}

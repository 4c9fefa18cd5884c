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

/// What takes a patron's money here, where the site has something that does.
public record PatronPayments(Optional<PaymentTerminal> terminal) implements AutoCloseable {

  /// As a trace names it.
  public static final String TRACE = "payment";

  /// It does not answer. Documented in docs/codes.md.
  public static final String AWAY = "G82";

  /// It answers, and takes nothing. Documented in docs/codes.md.
  public static final String FAULT = "G83";

  /// There is a terminal, and the central system books no payments. Documented in docs/codes.md.
  public static final String NOT_BOOKED = "G87";

  /// What the simulated terminal took: it outlives the program, as a terminal beside it would.
  private static final String SIMULATED = "simulated-terminal.txt";

  /// What must outlive the power of a terminal that knows no reference of ours.
  private static final String NOTES = "payment-terminal.txt";

  /// The site's terminal for a command while no station runs: untraced, and nothing is printed.
  ///
  /// @throws SiteProblem when its address cannot be
  public static Optional<PaymentTerminal> beside(Site site) {
    return of(site.settings(), site.directory(), _ -> {}, _ -> {}).terminal();
  }

  /// @param trace takes what goes over a terminal's wire, masked
  /// @param paper takes the patron's receipt of the terminal, a line each; nothing may keep it
  /// @throws SiteProblem when the terminal's address cannot be
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

  /// Opens nothing.
  ///
  /// @throws SiteProblem when the terminal's address cannot be, or leads to another device, or its
  ///   receipts would be kept
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

  /// A folder instead of a printer, or receipts that are kept beside it.
  private static boolean keepsPaper(StationSettings settings) {
    return !settings.receipts().isEmpty()
        || Optional.ofNullable(settings.devices().get(DeviceName.PRINTER))
            .map(entry -> DeviceAddress.parse(entry.address()))
            .filter(address -> address.scheme().equals("file"))
            .filter(address -> !address.place().startsWith("/dev/"))
            .isPresent();
  }

  /// A serial line has the frame of the manual where the site names none.
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

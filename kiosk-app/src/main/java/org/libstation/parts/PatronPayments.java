package org.libstation.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.payment.PaymentTerminal;
import org.libstation.site.Laboratory;
import org.libstation.site.StationSettings;

/// What takes a patron's money here, where the site has something that does.
public record PatronPayments(Optional<PaymentTerminal> terminal) {

  /// What the simulated terminal took: it outlives the program, as a terminal beside it would.
  private static final String SIMULATED = "simulated-terminal.txt";

  public static PatronPayments of(StationSettings settings, Path config) {
    if (!settings.payment().possible()) {
      return new PatronPayments(Optional.empty());
    }
    Path data = config.resolve(settings.data());
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PatronPayments(
        Laboratory.present()
            .map(
                laboratory ->
                    laboratory.terminal(settings.central().currency(), data.resolve(SIMULATED))));
  }
}

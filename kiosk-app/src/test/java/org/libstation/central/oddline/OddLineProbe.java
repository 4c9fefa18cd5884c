package org.libstation.central.oddline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralBehaviourProbe;
import org.libstation.central.DialectFile;
import org.libstation.central.LoanSeen;
import org.libstation.central.ProbeReport;
import org.libstation.central.Trial;
import org.libstation.central.link.Transport;

/// Asks a system of the odd line what it can do.
public final class OddLineProbe implements CentralBehaviourProbe {
  @Override
  public String protocol() {
    return OddLineProvider.PROTOCOL;
  }

  @Override
  public ProbeReport run(Transport link, Trial trial, Means means) {
    List<String> found = new ArrayList<>();
    try (OddLine line = new OddLine(link, false, (int) means.patience().toSeconds())) {
      found.add("it is there: " + line.reached());
      found.add("it lends: " + line.tried("LEND", trial.item(), trial.card()));
      found.add("it takes back: " + line.tried("BACK", trial.item(), "now"));
    }
    return new Report(
        found,
        new LoanSeen(
            means.clock().instant().atZone(trial.zone()).toLocalDateTime(),
            LocalDate.ofInstant(means.clock().instant(), trial.zone()).plusDays(OddLibrary.DAYS)));
  }

  private record Report(List<String> found, LoanSeen seen) implements ProbeReport {
    @Override
    public Optional<String> stopped() {
      return Optional.empty();
    }

    @Override
    public Optional<LoanSeen> loan() {
      return Optional.of(seen);
    }

    @Override
    public List<String> told(Optional<DialectFile> base, List<String> remarks) {
      return found;
    }

    @Override
    public List<Block> page(Optional<DialectFile> base, List<String> remarks) {
      return List.of(Block.of("Found", found));
    }

    @Override
    public Optional<String> dialect(
        Optional<DialectFile> base, String system, String when, List<String> remarks) {
      return Optional.empty();
    }

    @Override
    public List<String> transcript() {
      return List.of("LEND, BACK");
    }
  }
}

package org.libstation.central.oddline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralLine;
import org.libstation.central.CentralOption;
import org.libstation.central.CentralProbe;
import org.libstation.central.CentralPromises;
import org.libstation.central.CentralProvider;
import org.libstation.central.CentralSettings;
import org.libstation.central.CentralSystem;
import org.libstation.central.DialectFile;
import org.libstation.central.LoanSeen;
import org.libstation.central.ProbeReport;
import org.libstation.central.Trial;
import org.libstation.central.link.Transport;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.StationClock;

/// What others need to know of the odd line.
public final class OddLineProvider implements CentralProvider {
  static final String LOG = "org.libstation.central.oddline.Wire";
  private static final CentralOption COURTESY =
      new CentralOption(
          "courtesy", "plain", new CentralOption.Form.OneOf(List.of("plain", "polite")));
  private static final CentralOption PATIENCE =
      new CentralOption("patience", "2", new CentralOption.Form.WholeNumber(1, 30));

  @Override
  public String protocol() {
    return "oddline";
  }

  @Override
  public List<CentralOption> options() {
    return List.of(COURTESY, PATIENCE);
  }

  @Override
  public CentralLine line(CentralSettings settings, Optional<DialectFile> dialect) {
    return new CentralLine() {
      @Override
      public CentralSystem system(Transport link, StationClock clock) {
        return new OddLine(
            link,
            settings.option(COURTESY).equals("polite"),
            Integer.parseInt(settings.option(PATIENCE)));
      }

      @Override
      public CentralPromises promises() {
        return new CentralPromises(false, false, false, true, false, true, false, PartsTaken.NONE);
      }
    };
  }

  @Override
  public String wireLog() {
    return LOG;
  }

  @Override
  public Optional<CentralProbe> probe() {
    return Optional.of(OddLineProvider::probed);
  }

  private static ProbeReport probed(Transport link, Trial trial, CentralProbe.Means means) {
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

package org.libstation.central.oddline;

import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralLine;
import org.libstation.central.CentralOption;
import org.libstation.central.CentralPromises;
import org.libstation.central.CentralProvider;
import org.libstation.central.CentralSettings;
import org.libstation.central.CentralSystem;
import org.libstation.central.DialectFile;
import org.libstation.central.link.Transport;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.StationClock;

/// What others need to know of the odd line.
public final class OddLineProvider implements CentralProvider {
  static final String PROTOCOL = "oddline";

  static final String LOG = "org.libstation.central.oddline.Wire";
  private static final CentralOption COURTESY =
      new CentralOption(
          "courtesy", "plain", new CentralOption.Form.OneOf(List.of("plain", "polite")));
  private static final CentralOption PATIENCE =
      new CentralOption("patience", "2", new CentralOption.Form.WholeNumber(1, 30));

  @Override
  public String protocol() {
    return PROTOCOL;
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
}

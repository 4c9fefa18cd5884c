package org.libstation.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.libstation.service.CentralClock;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.sync.ZoneMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The command `clock confirm`: a named technician confirms the zone of the central system's clock.
@Command(name = "confirm")
final class ConfirmZoneCommand extends SiteCommand {
  @Parameters(paramLabel = "ZONE")
  private String zone = "";

  @Mixin private StaffName by = new StaffName();

  @Override
  protected int run() {
    String name = by.inOneLine();
    ZoneId said = zone();
    Site site = site();
    ZoneMemory.ZoneCandidates seen =
        CentralClock.of(site)
            .seen()
            .orElseThrow(
                () ->
                    new SiteProblem(
                        "the station saw no difference that another zone would explain: there is"
                            + " nothing to confirm"));
    if (!seen.zones().contains(said.getId())) {
      throw new SiteProblem(
          said
              + " does not explain the difference; these zones do: "
              + String.join(", ", seen.zones()));
    }
    CentralClock.confirm(site, said, name);
    say("the central system's clock stands in " + said + ", says " + name);
    return 0;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException _) {
      throw new SiteProblem("expected a zone of the tz database, such as Europe/London");
    }
  }
}

package org.libstation.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.libstation.service.CentralClock;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.sync.ZoneMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A named technician says where the central system's clock stands.
@Command(
    name = "confirm",
    description =
        "Says that the central system's clock stands in this zone, so that its difference is no"
            + " doubt any more: who said so is kept and logged. It must explain what was seen, and"
            + " ends when it no longer does. The station hears of it at its next look, also while"
            + " it runs.",
    footer = {
      "",
      "Examples:",
      "  ./station clock confirm Europe/London --config config --by \"Chan Tai-man\""
    })
final class ConfirmZoneCommand extends SiteCommand {
  @Parameters(paramLabel = "ZONE", description = "such as Europe/London or UTC")
  private String zone = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who says so")
  private String by = "";

  @Override
  protected int run() {
    String name = StaffWriting.said("--by", by);
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new SiteProblem("--by: expected a name in one line");
    }
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
          said + " does not explain what was seen; these do: " + String.join(", ", seen.zones()));
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

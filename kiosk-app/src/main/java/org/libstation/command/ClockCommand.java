package org.libstation.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.libstation.service.CentralClock;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.sync.ZoneMemory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Whether the central system's clock stands in another zone than the site says.
@Command(
    name = "clock",
    description =
        "Tells whether the central system's clock was seen to differ as another time zone would:"
            + " since when, which zones fit, and whether it is believed. Until it was seen on two"
            + " days, or a technician confirmed it, entries are marked as in doubt. Also while the"
            + " station runs. Status 1 while it is in doubt.",
    footer = {
      "",
      "Examples:",
      "  ./station clock --config config",
      "  ./station clock confirm Europe/London --config config --by \"Chan Tai-man\""
    })
public final class ClockCommand extends PrintingCommand {
  // Not required of picocli, which would ask for it before `confirm` as well.
  @Option(names = "--config", paramLabel = "DIR", description = "the site's directory")
  private @Nullable Path config;

  private ClockCommand() {}

  /// `clock` with what can follow it.
  public static CommandLine whole() {
    return new CommandLine(new ClockCommand()).addSubcommand(new ConfirmZoneCommand());
  }

  @Override
  protected int run() {
    if (config == null) {
      throw new SiteProblem("--config: expected the site's directory");
    }
    CentralClock clock = CentralClock.of(Site.open(config));
    say("station.central.zone is " + clock.configured());
    if (clock.seen().isEmpty()) {
      say("the central system's clock was not seen to differ as another zone would");
      return 0;
    }
    ZoneMemory.ZoneCandidates seen = clock.seen().get();
    say("another zone would explain its difference, seen " + seen.first() + " (its time)");
    say("its clock stood " + apart(clock.configured(), seen) + " the station's then");
    seen.again().ifPresent(again -> say("seen on another day, " + again));
    clock
        .confirmed()
        .ifPresent(word -> say(word.zone() + " confirmed by " + word.by() + ", " + word.at()));
    say("zones that fit: " + String.join(", ", seen.zones()));
    say(
        clock.proven()
            ? "believed: times are kept right. Set station.central.zone to the zone of its"
                + " clock"
            : "in doubt: either that, or one of the clocks is wrong by as much. Look at both"
                + " clocks");
    return clock.proven() ? 0 : 1;
  }

  /// All zones that fit explain the same difference.
  private static String apart(ZoneId configured, ZoneMemory.ZoneCandidates seen) {
    ZonedDateTime theirs = seen.first().atZone(ZoneId.of(seen.zones().getFirst()));
    int seconds =
        theirs.getOffset().getTotalSeconds()
            - configured.getRules().getOffset(theirs.toInstant()).getTotalSeconds();
    long minutes = Math.abs(seconds) / 60L;
    return "%d h %02d min %s"
        .formatted(minutes / 60, minutes % 60, seconds < 0 ? "behind" : "ahead of");
  }
}

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

/// The command `clock`: shows whether the central system's clock is in another zone than the site's
/// settings say.
@Command(name = "clock")
public final class ClockCommand extends PrintingCommand {
  // Checked in `run`, because picocli would also require it before `confirm`.
  @Option(names = "--config", paramLabel = "DIR")
  private @Nullable Path config;

  private ClockCommand() {}

  /// Makes `clock` with its subcommand.
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
      say("the central system's clock does not differ by the offset of another zone");
      return 0;
    }
    ZoneMemory.ZoneCandidates seen = clock.seen().get();
    say(
        "another zone would explain the difference of the clocks, seen "
            + seen.first()
            + " (its time)");
    say(
        "the central system's clock was "
            + apart(clock.configured(), seen)
            + " the station's clock");
    seen.again().ifPresent(again -> say("seen on another day, " + again));
    clock
        .confirmed()
        .ifPresent(word -> say(word.zone() + " confirmed by " + word.by() + ", " + word.at()));
    say("zones that fit: " + String.join(", ", seen.zones()));
    say(
        clock.proven()
            ? "confirmed: the station keeps times right. Set station.central.zone to the zone of that"
                + " clock"
            : "in doubt: the zone is another one, or a clock is wrong by as much. Look at both"
                + " clocks");
    return clock.proven() ? 0 : 1;
  }

  /// The offset, computed from the first zone; all zones that fit give the same difference.
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

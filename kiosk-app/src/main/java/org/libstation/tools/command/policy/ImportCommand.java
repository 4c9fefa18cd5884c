package org.libstation.tools.command.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import org.libstation.file.YamlQuotes;
import org.libstation.fines.ClosedReason;
import org.libstation.policy.PlaceCalendar;
import org.libstation.policy.PlaceCalendar.CalendarDay;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.ical.Holidays;
import org.libstation.policy.ical.Holidays.Holiday;
import org.libstation.policy.ical.Holidays.HolidaysFound;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station policy import`.
@Command(name = "import")
final class ImportCommand extends PrintingCommand {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("en.ics");

  @Option(names = "--policy", required = true, paramLabel = "FILE")
  private Path policy = Path.of("policy.yaml");

  @Option(names = "--calendar", required = true, paramLabel = "NAME")
  private String calendar = "";

  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable String at;

  ImportCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected int run() {
    PolicyBundle bundle = PolicyFile.read(policy);
    PlaceCalendar known = bundle.calendars().get(calendar);
    if (known == null) {
      throw new SiteProblem(
          "--calendar: expected one of "
              + bundle.calendars().keySet().stream().sorted().collect(Collectors.joining(", "))
              + ", found "
              + calendar);
    }
    ZoneId zone = bundle.zone();
    Instant announced = PolicyCommand.moment(at, zone, clock).truncatedTo(ChronoUnit.MINUTES);
    LocalDate first = announced.atZone(zone).toLocalDate();
    HolidaysFound found =
        CommandFile.lines(file, Holidays::read)
            .orElseThrow(() -> new SiteProblem(file + " is no iCalendar file"));
    found.passedOver().forEach(line -> warn("passed over: " + line));
    for (Holiday holiday : found.holidays()) {
      List<LocalDate> days =
          holiday
              .from()
              .datesUntil(holiday.to())
              .filter(day -> !day.isBefore(first) && !isHoliday(known, day))
              .toList();
      if (days.isEmpty()) {
        warn("passed over: " + holiday.name() + " (" + holiday.from() + "): past, or known");
      } else {
        say("      - announcedAt: " + announced.atZone(zone).toOffsetDateTime());
        say("        days: " + days);
        say("        closed: holiday");
        say("        what: " + quoted(holiday.name()));
        say("        source: " + quoted(String.valueOf(file.getFileName())));
      }
    }
    return 0;
  }

  private static boolean isHoliday(PlaceCalendar calendar, LocalDate day) {
    return calendar.changes().stream()
        .anyMatch(
            change ->
                change.day().equals(new CalendarDay.ClosedDay(ClosedReason.HOLIDAY))
                    && change.days().contains(day));
  }

  private static String quoted(String text) {
    return YamlQuotes.one(text.replaceAll("\\s+", " "));
  }
}

package org.libstation.tools.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.libstation.command.JournalPlace;
import org.libstation.command.PrintingCommand;
import org.libstation.journal.EventKind;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.site.SiteProblem;
import org.libstation.sync.MergedJournals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Merges the journals of several stations into one list by true time (`station journal merge`).
@Command(name = "merge")
final class MergeCommand extends PrintingCommand {
  private static final int FOUND = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx");

  @Parameters(arity = "2..*", paramLabel = "[NAME=]DIR")
  private List<String> stations = List.of();

  @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "Asia/Hong_Kong")
  private String zone = "Asia/Hong_Kong";

  @Override
  protected int run() {
    ZoneId there = zone();
    MergedJournals merged =
        MergedJournals.of(stations.stream().map(MergeCommand::station).toList());
    merged.lines().forEach(line -> say(told(line, there)));
    say(
        merged.findings().isEmpty()
            ? "no item moved at two of these stations"
            : "moved at two of these stations:");
    merged.findings().forEach(finding -> say(told(finding, there)));
    return merged.findings().isEmpty() ? 0 : FOUND;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new SiteProblem("--zone: expected a zone such as Asia/Hong_Kong");
    }
  }

  private static MergedJournals.StationJournal station(String word) {
    int equals = word.indexOf('=');
    Path named = Path.of(word.substring(equals + 1));
    Path directory = directory(named);
    String name = equals > 0 ? word.substring(0, equals) : name(named);
    return JournalPlace.reading(
        directory, reader -> new MergedJournals.StationJournal(name, reader.everything()));
  }

  private static Path directory(Path named) {
    List<Path> places = new ArrayList<>(List.of(named, named.resolve(JournalPlace.JOURNAL)));
    return places.stream()
        .filter(place -> Files.exists(place.resolve(JournalFiles.FILE)))
        .findFirst()
        .orElseThrow(() -> new SiteProblem("there is no journal in " + named));
  }

  private static String name(Path named) {
    Path last = named.toAbsolutePath().normalize().getFileName();
    return last == null ? named.toString() : last.toString();
  }

  private static String told(MergedJournals.MergedEntry line, ZoneId zone) {
    return "%s%s  %-12s %6d  %-13s  %-16s  %s"
        .formatted(
            TIME.format(ZonedDateTime.ofInstant(line.at(), zone)),
            line.certain() ? " " : "?",
            line.station(),
            line.entry().number(),
            word(EventKind.of(line.entry().what())),
            line.entry().what().item().value(),
            word(line.entry().state()));
  }

  private static String told(MergedJournals.EntryPairFinding finding, ZoneId zone) {
    String words =
        switch (finding.kind()) {
          case LENT_TWICE ->
              "lent twice: the second loan is true only if the book came back unseen between";
          case RETURNED_ELSEWHERE -> "returned elsewhere: settle the loan first, then the return";
          case ORDER_UNCERTAIN -> "a clock was in doubt: which came first is not known";
        };
    return "  %s  %s%n    %s%n    %s"
        .formatted(
            finding.item().value(),
            words,
            told(finding.first(), zone),
            told(finding.second(), zone));
  }
}

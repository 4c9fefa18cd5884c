package org.libstation.screen.technician;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.Condition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.technician.TechnicianViewModel.Tile;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.NoticeBar;
import org.libstation.screen.words.Voice;

/// How everything is, in tiles and plots.
final class HealthWords extends TileWords {
  private static final int REASONS = 5;
  private static final int LEAST_DISK_PERCENT = 5;

  HealthWords(Voice voice) {
    super(voice);
  }

  static Icon icon(String id) {
    return switch (id) {
      case "pad", "drop" -> Icon.SEEN;
      case "scanner", "dropscanner" -> Icon.BARCODE;
      case "cards" -> Icon.CARD;
      case "printer" -> Icon.PRINT;
      case "bin" -> Icon.DROP;
      case "link" -> Icon.LINK;
      case "journal" -> Icon.JOURNAL;
      case "policy", "fonts" -> Icon.NEWS;
      case "keys" -> Icon.LOCK;
      case "clock" -> Icon.CLOCK;
      default -> Icon.TOOL;
    };
  }

  /// "All well", or the one thing to do first.
  NoticeBar.Words first(StationFacts station, ServicePage.Health page) {
    Optional<DeviceLine> worst =
        station.devices().stream()
            .filter(line -> line.condition() != Condition.READY)
            .max(Comparator.comparing(DeviceLine::condition));
    boolean rulesOld = station.policy().filter(StationFacts.PolicyFacts::old).isPresent();
    return bundle(page.bundle())
        .or(
            () ->
                when(
                    !goodJournal(station),
                    () -> first(Ink.STOP, "check.journal", say("technician.first.journal"))))
        .or(() -> worst.map(this::first))
        .or(
            () ->
                when(
                    rulesOld, () -> first(Ink.ASK, "check.policy", "G22 " + say("finding.G22.do"))))
        .orElseGet(
            () ->
                station.link() == StationFacts.Link.SILENT
                    ? first(Ink.ASK, "check.link", say("technician.well.silent"))
                    : allWell("technician.well.line"));
  }

  private NoticeBar.Words first(DeviceLine line) {
    return first(
        line.condition() == Condition.CONNECTING ? Ink.STOP : Ink.ASK,
        "check." + line.name(),
        line.code() + " " + DeviceWords.whatToDo(voice, line));
  }

  private Optional<NoticeBar.Words> bundle(ServicePage.Bundle bundle) {
    return switch (bundle) {
      case ServicePage.Bundle.NotAsked _ -> Optional.empty();
      case ServicePage.Bundle.UnderWay _ ->
          Optional.of(NoticeBar.Words.of(Ink.ACTION, Icon.CLOCK, say("bundle.underway"), ""));
      case ServicePage.Bundle.Made(String file) ->
          Optional.of(NoticeBar.Words.of(Ink.DONE, Icon.CHECK, say("bundle.made"), file));
      case ServicePage.Bundle.NotMade _ ->
          Optional.of(
              NoticeBar.Words.of(Ink.STOP, Icon.WARNING, say("bundle.notmade"), say("bundle.why")));
    };
  }

  List<Tile> tiles(StationFacts station, Optional<Figures> figures) {
    List<Tile> all = new ArrayList<>();
    station
        .devices()
        .forEach(
            line ->
                all.add(
                    device(
                        line,
                        figures.flatMap(
                            it -> Optional.ofNullable(it.devices().get(line.name()))))));
    all.add(link(station, figures));
    all.add(journal(station));
    station.policy().ifPresent(policy -> all.add(policy(policy)));
    station.binPercent().ifPresent(percent -> all.add(bin(station, percent)));
    figures.ifPresent(
        it -> {
          all.add(clock(it));
          all.add(computer(it.computer()));
          all.add(restarts(it.restarts()));
        });
    return all;
  }

  private Tile device(DeviceLine line, Optional<Figures.DeviceFact> fact) {
    String since =
        fact.map(
                it ->
                    say(
                        it.lastGood().isPresent() ? "health.device.good" : "health.device",
                        moment(it.since()),
                        it.lastGood().map(this::moment).orElse("")))
            .orElse("");
    String says =
        line.condition() == Condition.READY
            ? fact.map(Figures.DeviceFact::says).orElse(line.reason())
            : DeviceWords.what(voice, line);
    String text = says.isBlank() ? since : since.isBlank() ? says : since + " · " + says;
    return tile(
        icon(line.name()),
        say("check." + line.name()),
        switch (line.condition()) {
          case READY -> well("state.ready");
          case NEEDS_HAND -> new State(Ink.ASK, Icon.WARNING, say("state.hand"));
          case CONNECTING -> new State(Ink.STOP, Icon.WARNING, say("state.connecting"));
        },
        "",
        (line.code().isBlank() ? "" : line.code() + " · ") + text);
  }

  private String moment(OffsetDateTime at) {
    return moment("technician.clock", at);
  }

  private Tile link(StationFacts station, Optional<Figures> figures) {
    boolean up = station.link() == StationFacts.Link.ONLINE;
    Optional<Figures.LinkFact> fact = figures.map(Figures::link);
    String figure =
        fact.filter(it -> it.median().isPresent() && it.p95().isPresent())
            .map(it -> say("health.link", it.median().getAsLong(), it.p95().getAsLong()))
            .orElse("");
    String line =
        fact.flatMap(Figures.LinkFact::lastFailure)
            .map(at -> say("health.link.failed", moment(at)))
            .orElseGet(() -> say("health.link.nofail"));
    return tile(
        Icon.LINK,
        say("check.link"),
        wellIf(up, Ink.WAIT, Icon.SILENT, "state.online", "state.silent"),
        figure,
        line);
  }

  private Tile journal(StationFacts station) {
    return tile(
        Icon.JOURNAL,
        say("check.journal"),
        wellIf(goodJournal(station), Ink.STOP, Icon.WARNING, "state.ready", "state.hand"),
        counts(station),
        say("technician.countsline"));
  }

  private Tile policy(StationFacts.PolicyFacts policy) {
    boolean well = !policy.old() && policy.trouble().isEmpty();
    return tile(
        Icon.NEWS,
        say("check.policy"),
        wellIf(well, Ink.ASK, Icon.WARNING, "state.ready", "policy.old"),
        policy.old() ? "G22 · " + policy.version() : policy.version(),
        confirmed(policy));
  }

  private Tile clock(Figures figures) {
    OptionalLong skew = figures.link().skewSeconds();
    String zone = figures.computer().zone();
    return tile(
        Icon.CLOCK,
        say("check.clock"),
        well("state.ready"),
        "",
        skew.isPresent() ? say("health.skew", zone, skew.getAsLong()) : zone);
  }

  private Tile computer(Figures.Computer computer) {
    String figure = computer.degrees().isPresent() ? computer.degrees().getAsInt() + " °C" : "";
    return tile(
        Icon.TOOL,
        say("health.computer"),
        wellIf(
            computer.diskPercent() >= LEAST_DISK_PERCENT,
            Ink.ASK,
            Icon.WARNING,
            "state.ready",
            "state.hand"),
        figure,
        say("health.room", computer.diskPercent(), computer.memoryMb()));
  }

  private Tile restarts(List<Figures.LastRestart> restarts) {
    String line =
        restarts.stream()
            .limit(3)
            .map(it -> moment(it.at()) + (it.why().isBlank() ? "" : " " + it.why()))
            .reduce((a, b) -> a + " · " + b)
            .orElseGet(() -> say("health.norestart"));
    return tile(
        Icon.RENEW,
        say("health.restarts"),
        new State(Ink.DONE, Icon.CHECK, String.valueOf(restarts.size())),
        "",
        line);
  }

  List<Plot.Words> plots(Figures figures) {
    List<Figures.Slot> slots = figures.slots();
    return List.of(
        plot(
            Plot.PlotKind.LINES,
            "loans",
            figures,
            new Plot.Row(say("plot.out"), Ink.ACTION, values(slots, Figures.Slot::checkouts)),
            new Plot.Row(say("plot.in"), Ink.ASK, values(slots, Figures.Slot::returns))),
        plot(
            Plot.PlotKind.LINES,
            "trips",
            figures,
            new Plot.Row(say("plot.median"), Ink.ACTION, some(slots, Figures.Slot::medianMs)),
            new Plot.Row(say("plot.p95"), Ink.ASK, some(slots, Figures.Slot::p95Ms))),
        plot(
            Plot.PlotKind.LINES,
            "again",
            figures,
            new Plot.Row(say("plot.reads"), Ink.ACTION, values(slots, Figures.Slot::again))),
        plot(
            Plot.PlotKind.LINES,
            "fill",
            figures,
            new Plot.Row(
                say("plot.full"),
                Ink.ACTION,
                slots.stream()
                    .map(
                        slot ->
                            slot.fillPercent().isPresent()
                                ? (double) slot.fillPercent().getAsInt()
                                : Double.NaN)
                    .toList())),
        refusals(figures));
  }

  private Plot.Words plot(Plot.PlotKind kind, String what, Figures figures, Plot.Row... rows) {
    List<String> names = figures.slots().stream().map(slot -> String.valueOf(slot.name())).toList();
    return plot(kind, what, figures, names, List.of(rows));
  }

  private Plot.Words plot(
      Plot.PlotKind kind, String what, Figures figures, List<String> names, List<Plot.Row> rows) {
    String span = say(figures.month() ? "health.month" : "health.day");
    String title = say("plot." + what, span);
    String unit = say("plot." + what + ".unit");
    String said =
        rows.stream()
            .map(row -> say("plot.highest", row.name(), Plot.number(Plot.most(row)), unit))
            .reduce(title, (before, next) -> before + " · " + next);
    String across =
        kind == Plot.PlotKind.ACROSS ? "" : say(figures.month() ? "plot.day" : "plot.hour");
    return new Plot.Words(kind, title, across, unit, said, names, rows);
  }

  private Plot.Words refusals(Figures figures) {
    List<Map.Entry<String, Integer>> most =
        figures.refusals().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(REASONS)
            .toList();
    return plot(
        Plot.PlotKind.ACROSS,
        "refused",
        figures,
        most.stream().map(it -> say("plot.reason." + it.getKey())).toList(),
        List.of(
            new Plot.Row(
                most.isEmpty() ? "" : say("plot.reason." + most.getFirst().getKey()),
                Ink.ACTION,
                most.stream().map(it -> (double) it.getValue()).toList())));
  }

  private static List<Double> values(
      List<Figures.Slot> slots, java.util.function.ToIntFunction<Figures.Slot> of) {
    return slots.stream().map(slot -> (double) of.applyAsInt(slot)).toList();
  }

  private static List<Double> some(
      List<Figures.Slot> slots, java.util.function.Function<Figures.Slot, OptionalLong> of) {
    return slots.stream()
        .map(of)
        .map(value -> value.isPresent() ? (double) value.getAsLong() : Double.NaN)
        .toList();
  }

  List<ActionKey> actions(ServicePage.Health page) {
    return List.of(
        plain(page.month() ? "health.see24" : "health.see30", new Key.OtherSpan()),
        plain("bundle.make", new Key.MakeBundle()),
        plain("board.all", new Key.OpenChecks()),
        plain("board.back", new Key.Leave()));
  }
}

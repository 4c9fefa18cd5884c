package org.libstation.screen.technician;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.Harm;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.JournalCounts;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.words.Voice;

/// Describes the state of the station in tiles, on the technician's home and on the health page.
/// What harms patrons most comes first.
final class HealthWords extends TileWords {
  private static final int RESTARTS_NAMED = 3;

  HealthWords(Voice voice) {
    super(voice);
  }

  /// One part of the station.
  ///
  /// @param toDo what repairs it; empty if nothing is wrong
  private record Thing(Harm harm, Tile tile, String toDo) {}

  /// Returns "all well", or the one thing to do first.
  NoticeBar.NoticeBarWords first(StationFacts station, Optional<Figures> figures) {
    return Harm.worst(things(station, figures), Thing::harm)
        .map(it -> first(it.harm(), it.tile().name(), it.toDo()))
        .orElseGet(this::allWell);
  }

  private String mending(StationFacts station) {
    return station
        .cause()
        .map(cause -> say("journal.fix." + cause))
        .orElseGet(() -> say("technician.first.journal"));
  }

  /// Returns the progress of a support bundle, which replaces the first notice; empty if none was
  /// asked for.
  Optional<NoticeBar.NoticeBarWords> bundle(ServicePage.Bundle bundle) {
    return switch (bundle) {
      case ServicePage.Bundle.BundleNotAsked _ -> Optional.empty();
      case ServicePage.Bundle.BundleUnderWay _ ->
          Optional.of(
              NoticeBar.NoticeBarWords.of(Ink.ACTION, Icon.CLOCK, say("bundle.underway"), ""));
      case ServicePage.Bundle.Made(String file) ->
          // The file name stands whole on its own line.
          Optional.of(
              NoticeBar.NoticeBarWords.of(
                  Ink.DONE,
                  Icon.CHECK,
                  say("bundle.made"),
                  file.replaceFirst("/([^/]+)$", "/\n$1")));
      case ServicePage.Bundle.NotMade _ ->
          Optional.of(
              NoticeBar.NoticeBarWords.of(
                  Ink.STOP, Icon.WARNING, say("bundle.notmade"), say("bundle.why")));
    };
  }

  /// Returns a tile for each part, the most harmful first.
  List<Tile> tiles(StationFacts station, Optional<Figures> figures) {
    return Harm.ranked(things(station, figures), Thing::harm).stream().map(Thing::tile).toList();
  }

  private List<Thing> things(StationFacts station, Optional<Figures> figures) {
    List<Thing> all = new ArrayList<>();
    station.devices().forEach(line -> all.add(device(line, figures)));
    all.add(
        new Thing(Harm.of(station.link()), link(station, figures), say("technician.well.silent")));
    all.add(new Thing(Harm.of(station.journal()), journal(station), mending(station)));
    station.policy().ifPresent(policy -> all.add(policy(policy, figures)));
    station.binPercent().ifPresent(percent -> all.add(bin(station, percent, figures)));
    figures.ifPresent(
        it -> {
          all.add(new Thing(Harm.NONE, reads(it), ""));
          all.add(clock(it));
          all.add(computer(it.computer(), it));
          all.add(new Thing(Harm.NONE, restarts(it.restarts()), ""));
        });
    return all;
  }

  private Thing device(DeviceLine line, Optional<Figures> figures) {
    Optional<Figures.DeviceFact> fact =
        figures.flatMap(it -> Optional.ofNullable(it.devices().get(line.name())));
    Tile.Figure figure =
        fact.flatMap(Figures.DeviceFact::lastGood)
            .map(at -> ago(at, figures.orElseThrow().at(), "health.answer"))
            .orElse(Tile.Figure.NONE);
    String since =
        fact.map(it -> say("health.since", since(it.since(), figures.orElseThrow().at())))
            .orElse("");
    String text =
        switch (line.condition()) {
          case READY ->
              joined(
                  DeviceWords.says(voice, fact.map(Figures.DeviceFact::says).orElse(List.of())),
                  since);
          case NEEDS_HAND, CONNECTING -> joined(line.code(), DeviceWords.what(voice, line), since);
        };
    Tile tile =
        tile(
            icon(line.name()),
            say("check." + line.name()),
            switch (line.condition()) {
              case READY -> well("state.ready");
              case NEEDS_HAND -> new TileState(Ink.ASK, Icon.WARNING, say("state.hand"));
              case CONNECTING -> new TileState(Ink.STOP, Icon.MINUS, say("state.connecting"));
            },
            figure,
            text);
    return new Thing(Harm.of(line), tile, joined(line.code(), DeviceWords.whatToDo(voice, line)));
  }

  /// Only the time, if it was today.
  private String since(OffsetDateTime at, OffsetDateTime now) {
    return at.toLocalDate().equals(now.toLocalDate()) ? time(at.toLocalTime()) : moment(at);
  }

  private String moment(OffsetDateTime at) {
    return moment("technician.clock", at);
  }

  private Tile link(StationFacts station, Optional<Figures> figures) {
    boolean up = station.link() == StationFacts.LinkState.ONLINE;
    Optional<Figures.LinkFact> fact = figures.map(Figures::link);
    OptionalLong median = fact.map(Figures.LinkFact::median).orElse(OptionalLong.empty());
    OptionalLong p95 = fact.map(Figures.LinkFact::p95).orElse(OptionalLong.empty());
    return tile(
        Icon.LINK,
        say("check.link"),
        wellIf(up, Ink.WAIT, Icon.SILENT, "state.online", "state.silent"),
        median.isPresent()
            ? course(
                String.valueOf(median.getAsLong()),
                say("health.link.unit"),
                figures
                    .map(it -> PlotWords.longs(it.slots(), Figures.PeriodFigures::medianMs))
                    .orElse(List.of()))
            : Tile.Figure.NONE,
        joined(
            up ? "" : say("technician.silent"),
            p95.isPresent() ? say("health.within", p95.getAsLong()) : "",
            fact.flatMap(Figures.LinkFact::lastFailure)
                .map(at -> say("health.link.failed", since(at, figures.orElseThrow().at())))
                .orElseGet(() -> up ? say("health.link.nofail") : "")));
  }

  private Tile journal(StationFacts station) {
    return switch (station.journal()) {
      case GOOD -> journal(station, well("state.ready"), say("technician.countsline"));
      case NEARLY_FULL -> broken(station, Ink.ASK, say("journal.nearlyfull"));
      case SET_ASIDE -> broken(station, Ink.ASK, say("journal.setaside"));
      case MISSING, OLDER -> broken(station, Ink.ASK, cause(station, "journal.notours"));
      case FAILING -> broken(station, Ink.STOP, cause(station, "journal.failing"));
      case DISK_FULL -> broken(station, Ink.STOP, say("journal.full"));
    };
  }

  /// Returns the cause of a journal's fault and its repair, if they are known.
  private String cause(StationFacts station, String otherwise) {
    return station
        .cause()
        .map(cause -> say("journal.cause." + cause))
        .orElseGet(() -> say(otherwise));
  }

  private Tile broken(StationFacts station, Ink ink, String line) {
    return journal(station, new TileState(ink, Icon.WARNING, say("state.hand")), line);
  }

  private Tile journal(StationFacts station, TileState state, String line) {
    Optional<JournalCounts> counts = station.counts();
    return tile(
        Icon.JOURNAL,
        say("check.journal"),
        state,
        counts
            .map(it -> Tile.Figure.of(String.valueOf(it.open()), say("health.journal.unit")))
            .orElse(Tile.Figure.NONE),
        joined(
            counts
                .map(
                    it ->
                        it.staffLines() == 0
                            ? say("health.journal.nostaff")
                            : say("health.journal.staff", it.staffLines()))
                .orElse(""),
            line));
  }

  private Thing policy(StationFacts.PolicyFacts policy, Optional<Figures> figures) {
    String toDo = policy.finding().map(this::toDo).orElseGet(() -> say("policy.trouble.line"));
    return new Thing(Harm.of(policy), policyTile(policy, figures), toDo);
  }

  private Tile policyTile(StationFacts.PolicyFacts policy, Optional<Figures> figures) {
    boolean well = !policy.old() && policy.trouble().isEmpty();
    boolean counted = figures.isPresent() && policy.confirmedAt().isPresent();
    return tile(
        Icon.NEWS,
        say("check.policy"),
        wellIf(
            well,
            policy.old() ? Ink.ASK : Ink.WAIT,
            Icon.WARNING,
            "state.ready",
            policy.old() ? "policy.old" : "policy.trouble"),
        counted
            ? ago(
                policy.confirmedAt().orElseThrow(), figures.orElseThrow().at(), "health.confirmed")
            : Tile.Figure.NONE,
        joined(
            policy.finding().orElse(""),
            policy.version(),
            policy
                .confirmedAt()
                .map(at -> counted ? "" : moment("policy.confirmed", at))
                .orElseGet(() -> say("policy.never")),
            policy.trouble().isEmpty() ? "" : say("policy.trouble.line")));
  }

  private Thing bin(StationFacts station, int percent, Optional<Figures> figures) {
    boolean out = !station.drop().binPresent();
    Tile tile =
        tile(
            Icon.DROP,
            say("device.BIN"),
            wellIf(
                !out && !station.flapLocked(),
                Ink.STOP,
                Icon.LOCK,
                "state.unlocked",
                "state.locked"),
            course(
                String.valueOf(percent),
                say("health.bin.unit"),
                figures
                    .map(it -> PlotWords.ints(it.slots(), Figures.PeriodFigures::fillPercent))
                    .orElse(List.of())),
            say("technician.bin", station.drop().items()));
    Harm harm = out || station.dropFull() ? Harm.DROP_SHUT : Harm.NONE;
    return new Thing(harm, tile, say(out ? "technician.first.nobin" : "technician.first.bin"));
  }

  /// One tile for all reading devices, because their repeated reads are counted together.
  private Tile reads(Figures figures) {
    List<Double> again = PlotWords.values(figures.slots(), Figures.PeriodFigures::again);
    int all = figures.slots().stream().mapToInt(Figures.PeriodFigures::again).sum();
    return tile(
        Icon.RENEW,
        say("health.reads"),
        well("state.ready"),
        course(String.valueOf(all), say("health.reads.unit"), again),
        say("health.reads.line", say(figures.month() ? "health.month" : "health.day")));
  }

  private Thing clock(Figures figures) {
    OptionalLong skew = figures.link().skewSeconds();
    Optional<String> apart = figures.link().apart();
    Tile tile =
        tile(
            Icon.CLOCK,
            say("check.clock"),
            wellIf(apart.isEmpty(), Ink.ASK, Icon.WARNING, "state.ready", "state.hand"),
            skew.isPresent()
                ? course(
                    "%+d".formatted(skew.getAsLong()),
                    say("health.skew.unit"),
                    PlotWords.longs(figures.slots(), Figures.PeriodFigures::skewSeconds))
                : Tile.Figure.NONE,
            joined(
                apart.orElse(""),
                skew.isPresent() ? say("health.skew.line") : "",
                figures.computer().zone()));
    return new Thing(Harm.of(figures.link()), tile, apart.map(this::toDo).orElse(""));
  }

  private Thing computer(Figures.Computer computer, Figures figures) {
    OptionalInt degrees = computer.degrees();
    Harm harm = Harm.of(computer);
    Optional<String> worst = computer.found().stream().findFirst();
    Tile tile =
        tile(
            Icon.TOOL,
            say("health.computer"),
            wellIf(worst.isEmpty(), ink(harm), Icon.WARNING, "state.ready", "state.hand"),
            degrees.isPresent()
                ? course(
                    String.valueOf(degrees.getAsInt()),
                    "°C",
                    PlotWords.ints(figures.slots(), Figures.PeriodFigures::degrees))
                : Tile.Figure.of(String.valueOf(computer.diskPercent()), say("health.disk.unit")),
            joined(
                worst.map(it -> joined(it, say("finding." + it + ".what"))).orElse(""),
                say("health.room", computer.diskPercent(), computer.memoryMb())));
    return new Thing(harm, tile, worst.map(this::toDo).orElse(""));
  }

  /// Returns what repairs a finding, after its code.
  private String toDo(String code) {
    return joined(code, say("finding." + code + ".do"));
  }

  private Tile restarts(List<Figures.LastRestart> restarts) {
    String line =
        restarts.stream()
            .limit(RESTARTS_NAMED)
            .map(it -> say("health.restart", moment(it.at()), why(it)))
            .reduce((a, b) -> a + " · " + b)
            .orElseGet(() -> say("health.norestart"));
    return tile(
        Icon.RENEW,
        say("health.restarts"),
        well("state.ready"),
        Tile.Figure.of(String.valueOf(restarts.size()), say("health.restarts.unit")),
        line);
  }

  private String why(Figures.LastRestart restart) {
    String told = "code." + restart.why() + ".what";
    return restart.why().isBlank()
        ? say("health.restart.unseen")
        : voice.words().has(told) ? joined(restart.why(), say(told)) : restart.why();
  }

  /// Returns the keys of the health page.
  List<ActionKey> actions(ServicePage.HealthPage page) {
    return List.of(
        plain(page.month() ? "health.see24" : "health.see30", new Key.OtherSpan()),
        plain("bundle.make", new Key.MakeBundle()),
        plain("board.all", new Key.OpenChecks()),
        plain("board.back", new Key.Leave()));
  }
}

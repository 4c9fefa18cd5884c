package org.libstation.fleet.station;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Metrics;
import org.libstation.fleet.HourFigures;
import org.libstation.fleet.News;
import org.libstation.fleet.News.FaultNews;
import org.libstation.fleet.News.FaultSource;
import org.libstation.fleet.News.Serves;
import org.libstation.fleet.News.Token;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Harm;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.flow.state.StationFacts.StationRole;
import org.libstation.flow.state.StationFacts.Trouble;
import org.libstation.site.DeviceName;

/// Makes the news from the flow's state. Of a visit it uses nothing but the hour of the last one.
public final class StationNews implements Consumer<FlowState> {
  /// Code of a central system that does not answer, as in a technician's check.
  private static final Token SILENT = new Token("G61");

  private static final int TEN = 10;

  private final Metrics metrics;
  private volatile @Nullable FlowState newest;
  private volatile @Nullable Instant visit;

  public StationNews(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void accept(FlowState state) {
    newest = state;
    if (state.session().isPresent()) {
      visit = state.now().corrected().toInstant().truncatedTo(ChronoUnit.HOURS);
    }
  }

  /// Hour of the last visit in this run; empty if there was none.
  public Optional<Instant> visit() {
    return Optional.ofNullable(visit);
  }

  /// The station's news; empty before anything is known.
  public Optional<News> news(HourFigures figures) {
    return Optional.ofNullable(newest).map(state -> of(state, figures, metrics.skewSeconds()));
  }

  static News of(FlowState state, HourFigures figures, OptionalLong apartSeconds) {
    StationFacts station = state.station();
    Optional<Code> shut = shut(state);
    boolean full = DropStanding.full(station, state.sight());
    return new News(
        shut.isEmpty()
            ? Serves.YES
            : shut.get() == Code.K51 ? Serves.CLOSED : Serves.OUT_OF_SERVICE,
        shut.map(StationNews::token),
        fault(station, shut.filter(code -> code != Code.K51)),
        lines(station)
            .map(line -> new News.DeviceNews(new Token(line.name()), line.condition(), code(line)))
            .toList(),
        station.link(),
        station.journal(),
        new News.Bin(percent(state), full, station.configured(DeviceRole.DROP)),
        paper(station),
        station.policy().map(policy -> policy(policy, state)),
        new News.Clock(state.now().doubtful(), apartSeconds),
        figures);
  }

  private static Optional<Code> shut(FlowState state) {
    if (state.station().role() == StationRole.BOOK_DROP) {
      return state.station().dropShut();
    }
    return state.screen() instanceof Screen.OutOfService(Code code, _)
        ? Optional.of(code)
        : Optional.empty();
  }

  private static Optional<FaultNews> fault(StationFacts station, Optional<Code> shut) {
    Optional<FaultNews> whole =
        shut.map(code -> new FaultNews(FaultSource.STATION, Optional.empty(), token(code)));
    Optional<FaultNews> journal =
        switch (station.journal()) {
          case GOOD -> Optional.empty();
          case FAILING -> ofJournal(Code.K21);
          case DISK_FULL -> ofJournal(Code.K23);
          case SET_ASIDE, MISSING, OLDER, NEARLY_FULL -> ofJournal(station.whyNotLending());
        };
    Optional<FaultNews> link =
        station.link() == LinkState.ONLINE
            ? Optional.empty()
            : Optional.of(new FaultNews(FaultSource.LINK, Optional.empty(), SILENT));
    return whole
        .or(() -> journal)
        .or(
            () ->
                lines(station)
                    .filter(line -> line.role() != DeviceRole.PAYMENT)
                    .filter(line -> line.condition() == DeviceCondition.CONNECTING)
                    .findFirst()
                    .map(StationNews::ofDevice))
        .or(() -> link)
        .or(() -> Harm.worst(lines(station).toList(), Harm::of).map(StationNews::ofDevice));
  }

  private static Optional<FaultNews> ofJournal(Code code) {
    return Optional.of(new FaultNews(FaultSource.JOURNAL, Optional.empty(), token(code)));
  }

  private static FaultNews ofDevice(DeviceLine line) {
    return new FaultNews(
        FaultSource.DEVICE,
        Optional.of(new Token(line.name())),
        code(line).orElseGet(() -> new Token("")));
  }

  /// Devices in the site's list, and the payment terminal; reading aloud is not included.
  private static Stream<DeviceLine> lines(StationFacts station) {
    return station.devices().stream()
        .filter(
            line -> line.role() == DeviceRole.PAYMENT || DeviceName.of(line.name()).isPresent());
  }

  private static Optional<Token> code(DeviceLine line) {
    return line.code().isEmpty() ? Optional.empty() : Optional.of(new Token(line.code()));
  }

  private static Token token(Code code) {
    return new Token(code.name());
  }

  private static OptionalInt percent(FlowState state) {
    return state.station().binPercent().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(state.sight().fill().percent(false) / TEN * TEN);
  }

  private static News.PaperSupply paper(StationFacts station) {
    List<DeviceLine> printers =
        station.devices().stream().filter(line -> line.role() == DeviceRole.PRINTER).toList();
    if (printers.isEmpty()) {
      return News.PaperSupply.NO_PRINTER;
    }
    DeviceLine printer = printers.getFirst();
    return switch (printer.condition()) {
      case CONNECTING -> News.PaperSupply.UNKNOWN;
      case READY -> News.PaperSupply.GOOD;
      case NEEDS_HAND ->
          printer.trouble() == Trouble.PAPER_OUT
              ? News.PaperSupply.OUT
              : printer.trouble() == Trouble.PAPER_NEAR_END
                  ? News.PaperSupply.NEAR_END
                  : News.PaperSupply.UNKNOWN;
    };
  }

  private static News.PolicyNews policy(StationFacts.PolicyFacts policy, FlowState state) {
    Optional<Long> hours =
        policy
            .confirmedAt()
            .map(at -> Math.max(0, Duration.between(at, state.now().corrected()).toHours()));
    return new News.PolicyNews(
        new Token(policy.version()),
        hours.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        policy.old());
  }
}

package org.libstation.fleet.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Check;
import org.libstation.check.CheckRun;
import org.libstation.check.Finding;
import org.libstation.check.Report;
import org.libstation.check.Verdict;
import org.libstation.circulation.BinContents;
import org.libstation.device.exam.ExamWishes;
import org.libstation.fleet.Beside;
import org.libstation.fleet.Topics;
import org.libstation.fleet.order.Order;
import org.libstation.fleet.order.OrderActions;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.fleet.order.SealedBundle;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.StationFacts;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.service.SiteChecks;
import org.libstation.service.SiteOffice;
import org.libstation.service.StationAccess;
import org.libstation.service.SupportBundle;
import org.libstation.site.FleetPlace;
import org.libstation.site.SettingKey;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationYaml;
import org.libstation.sync.BinLoads;

/// Carries out remote orders at this station. A patron at the station comes first: anything that a
/// patron would notice, and any slow work, waits until the visit is over.
public final class StationOrderActions implements OrderActions, Consumer<FlowState>, AutoCloseable {
  /// How often an event is repeated that the flow ignored during a visit.
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /// Limit for work that another part does at once or never.
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /// Most parts of a bundle in one look, so that news can be sent in between.
  private static final int PARTS = 16;

  private final Site site;
  private final StationAccess station;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("fleet orders").unstarted(work));
  private volatile @Nullable FlowState newest;
  private StandingOrders standing = new StandingOrders(false, Optional.empty());
  private Optional<Duration> told = Optional.empty();
  private FleetPlace rules;
  private Optional<FileTime> read;

  public StationOrderActions(Site site, StationAccess station) {
    this.site = site;
    this.station = station;
    this.rules = site.settings().fleet();
    this.read = written();
  }

  /// Takes the orders; nothing if the station's own file allows none.
  public Beside orders(Topics topics) {
    if (rules.orders().isEmpty()) {
      OrderDesk.forget(site.data(), station.clock().get());
      return Beside.NOTHING;
    }
    return new OrderDesk(topics, this::rules, this, station.clock(), site.data());
  }

  /// The settings as the file is now. A key removed from the file counts no more from that moment.
  private FleetPlace rules() {
    Optional<FileTime> at = written();
    if (!at.equals(read)) {
      read = at;
      try {
        rules = Site.open(site.directory(), site.overrides()).settings().fleet();
      } catch (SiteProblem _) {
        rules = rules.without();
      }
    }
    return rules;
  }

  private Optional<FileTime> written() {
    try {
      return Optional.of(Files.getLastModifiedTime(StationYaml.in(site.directory())));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Takes the newest state; called by the flow's own thread.
  @Override
  public void accept(FlowState state) {
    newest = state;
  }

  private boolean is(Predicate<FlowState> so) {
    FlowState state = newest;
    return state != null && so.test(state);
  }

  private Duration at() {
    return station.clock().get().monotonic();
  }

  /// Sends an event to the flow, at most once per [#AGAIN].
  private void again(FlowEvent event) {
    Duration now = at();
    if (told.filter(last -> now.minus(last).compareTo(AGAIN) < 0).isEmpty()) {
      told = Optional.of(now);
      station.flow().accept(event);
    }
  }

  @Override
  public void hold(StandingOrders now) {
    if (!now.notice().equals(standing.notice())) {
      station.feeds().announce(() -> now.notice().flatMap(this::announcement));
    }
    standing = now;
    FlowState state = newest;
    if (state == null ? now.out() : state.station().told().out() != now.out()) {
      again(new FlowEvent.ServiceOrdered(now.out()));
    }
  }

  private Optional<LibraryNews.Announcement> announcement(ShownNotice notice) {
    Instant now = station.clock().get().corrected().toInstant();
    if (!now.isBefore(notice.until())) {
      return Optional.empty();
    }
    LocalDate last = notice.until().atZone(site.zone()).toLocalDate();
    return Optional.of(
        new LibraryNews.Announcement(
            List.of(),
            Map.of(),
            Language.texts(notice.texts()),
            new LibraryNews.ClosedDays(
                now.atZone(site.zone()).toLocalDate(), Optional.of(last), false)));
  }

  @Override
  public Running begin(Order order) {
    return switch (order.what()) {
      case OUT_OF_SERVICE -> service(true);
      case BACK_IN_SERVICE -> service(false);
      case RESTART -> restarting();
      case SETTLE -> settling();
      case REFRESH_POLICY -> refreshing();
      case NOTICE -> () -> new OrderProgress.OrderDone(Map.of());
      case LIGHT_SCREEN -> {
        station.flow().accept(new FlowEvent.LightOrdered());
        yield when(() -> is(state -> !(state.overlay().orElse(null) instanceof Overlay.Dark)));
      }
      case CHECK -> slow(() -> checked(order.with().getOrDefault(Order.With.CHECK, "")));
      case SUPPORT_BUNDLE -> new BundleOrder(order);
      case PRINT_MANIFEST -> new ManifestOrder(order);
    };
  }

  private Running restarting() {
    if (!station.watched()) {
      return () -> new OrderProgress.OrderFailed("unsupervised");
    }
    station.flow().accept(new FlowEvent.RestartWished());
    // The order is done when the program has started again.
    return OrderProgress.OrderWaits::new;
  }

  private Running service(boolean out) {
    return () ->
        standing.out() != out
            ? new OrderProgress.OrderFailed("superseded")
            : is(state -> state.station().told().out() == out)
                ? new OrderProgress.OrderDone(Map.of())
                : new OrderProgress.OrderWaits();
  }

  private Running when(BooleanSupplier so) {
    Duration until = at().plus(LIMIT);
    return () ->
        so.getAsBoolean()
            ? new OrderProgress.OrderDone(Map.of())
            : at().compareTo(until) > 0
                ? new OrderProgress.OrderFailed("no-answer")
                : new OrderProgress.OrderWaits();
  }

  private Running settling() {
    station.settle().run();
    Duration until = at().plus(LIMIT);
    return () -> {
      int open = station.waiting().getAsInt();
      return open == 0 || at().compareTo(until) > 0
          ? new OrderProgress.OrderDone(Map.of("open", String.valueOf(open)))
          : new OrderProgress.OrderWaits();
    };
  }

  private Running refreshing() {
    Optional<BooleanSupplier> asked = station.feeds().refresh();
    if (asked.isEmpty()) {
      return () -> new OrderProgress.OrderFailed("no-feed");
    }
    Running all = when(asked.get());
    return () -> {
      OrderProgress look = all.look();
      FlowState state = newest;
      return look instanceof OrderProgress.OrderDone && state != null
          ? new OrderProgress.OrderDone(
              state.station().policy().map(StationOrderActions::policy).orElse(Map.of()))
          : look;
    };
  }

  private static Map<String, String> policy(StationFacts.PolicyFacts facts) {
    return Map.of(
        "version",
        facts.version(),
        "confirmed",
        facts.confirmedAt().map(at -> at.toInstant().toString()).orElse("never"));
  }

  /// Runs work on its own thread, beginning when no visit is under way.
  private Running slow(Callable<OrderProgress> work) {
    return new Running() {
      private @Nullable Future<OrderProgress> begun;

      @Override
      public OrderProgress look() {
        Future<OrderProgress> now = begun;
        if (now == null) {
          if (is(state -> state.session().isEmpty())) {
            begun = thread.submit(work);
          }
          return new OrderProgress.OrderWaits();
        }
        return switch (now.state()) {
          case RUNNING -> new OrderProgress.OrderWaits();
          case SUCCESS -> now.resultNow();
          case FAILED, CANCELLED -> new OrderProgress.OrderFailed("fault");
        };
      }
    };
  }

  private OrderProgress checked(String name) throws InterruptedException {
    List<Check> named =
        SiteChecks.of(site, true, true, ExamWishes.harmless()).stream()
            .filter(check -> check.id().equals(name))
            .toList();
    if (named.isEmpty()) {
      return new OrderProgress.OrderFailed("no-such-check");
    }
    Verdict verdict =
        new CheckRun(named, () -> Duration.ofNanos(System.nanoTime()), CheckRun.Listener.NONE)
            .run()
            .getFirst()
            .verdict();
    String codes =
        verdict instanceof Verdict.WithFindings(var _, List<Finding> findings)
            ? findings.stream().map(Finding::code).collect(Collectors.joining(" "))
            : "";
    return new OrderProgress.OrderDone(
        Map.of("check", name, "status", SettingKey.word(Report.of(verdict)), "codes", codes));
  }

  /// Makes and encrypts a bundle, then hands it over a few parts at a time.
  private final class BundleOrder implements Running {
    private final Running making;
    private Iterator<String> parts = List.<String>of().iterator();
    private Optional<OrderProgress> made = Optional.empty();

    BundleOrder(Order order) {
      making = slow(() -> sealed(order));
    }

    private OrderProgress sealed(Order order)
        throws IOException, InterruptedException, GeneralSecurityException {
      Path file = SupportBundle.made(site);
      if (Files.size(file) > SealedBundle.MOST_BYTES) {
        return new OrderProgress.OrderFailed("too-large");
      }
      return new OrderProgress.BundleParts(
          SealedBundle.parts(
              Files.readAllBytes(file),
              order.id(),
              order.with().getOrDefault(Order.With.REPLY_KEY, "")));
    }

    @Override
    public OrderProgress look() {
      if (made.isEmpty()) {
        OrderProgress look = making.look();
        if (!(look instanceof OrderProgress.BundleParts(List<String> all))) {
          return look;
        }
        parts = all.iterator();
        made =
            Optional.of(new OrderProgress.OrderDone(Map.of("parts", String.valueOf(all.size()))));
      }
      List<String> next = new ArrayList<>();
      while (parts.hasNext() && next.size() < PARTS) {
        next.add(parts.next());
      }
      return next.isEmpty() ? made.get() : new OrderProgress.BundleParts(next);
    }
  }

  /// Reads the list from the journal, then gives it to the flow, which prints it after the visit.
  private final class ManifestOrder implements Running {
    private final String order;
    private final Future<Optional<BinContents>> reading;

    ManifestOrder(Order order) {
      this.order = order.id();
      boolean last = "last".equals(order.with().get(Order.With.BIN));
      reading = thread.submit(() -> contents(last));
    }

    private Optional<BinContents> contents(boolean last) {
      try (JournalReader reader = SiteOffice.read(site)) {
        BinLoads loads = BinLoads.ofLast(reader.each());
        return last ? loads.last() : Optional.of(loads.now());
      }
    }

    @Override
    public OrderProgress look() {
      return switch (reading.state()) {
        case RUNNING -> new OrderProgress.OrderWaits();
        case FAILED, CANCELLED -> new OrderProgress.OrderFailed("journal");
        case SUCCESS ->
            reading
                .resultNow()
                .<OrderProgress>map(this::printed)
                .orElseGet(() -> new OrderProgress.OrderFailed("never-emptied"));
      };
    }

    private OrderProgress printed(BinContents contents) {
      FlowState state = newest;
      Optional<FlowState.Manifest> print =
          state == null
              ? Optional.empty()
              : state.between().manifest().filter(it -> it.order().equals(order));
      if (print.isEmpty()) {
        again(new FlowEvent.ManifestOrdered(order, contents));
        return new OrderProgress.OrderWaits();
      }
      return switch (print.get().print()) {
        case TestPrintState.TestPrintNotAsked _, TestPrintState.UnderWay _ ->
            new OrderProgress.OrderWaits();
        case TestPrintState.TestPrintGood _ -> new OrderProgress.OrderDone(Map.of());
        case TestPrintState.Bad bad -> new OrderProgress.OrderFailed(bad.code());
      };
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

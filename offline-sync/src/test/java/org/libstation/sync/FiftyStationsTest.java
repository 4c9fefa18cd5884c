package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.Fault;
import org.libstation.lab.embedded.LedgerAction;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LibraryFaults;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.embedded.StockItem;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// One embedded library in this process serves fifty stations with two connections each, all at
/// once, while requests and answers get lost and the cable is out; afterwards the books agree.
@Tag("full")
class FiftyStationsTest {
  private static final Path POLICY =
      Path.of("src/main/resources/org/libstation/lab/embedded/library.yaml");
  private static final int STATIONS = 50;
  private static final int ITEMS_EACH = 3;
  private static final int ACTS = 24;
  private static final Duration HEALS = Duration.ofSeconds(40);

  @TempDir Path data;

  /// Acts of all stations so far.
  private final AtomicInteger acted = new AtomicInteger();

  @Test
  @Timeout(1200)
  void fifty_stations_borrow_renew_and_return_at_once_and_the_books_agree() throws Exception {
    Path ledger = data.resolve("ledger.db");
    List<BusyStation> stations = new ArrayList<>();
    try (EmbeddedLibrary library =
            EmbeddedLibrary.start(
                ledger, rules(), InstantSource.system(), EmbeddedLibrary.Listen.loopback(0, 0));
        ExecutorService patrons = Executors.newFixedThreadPool(STATIONS)) {
      stations.addAll(stations(library));
      CyclicBarrier allThere = new CyclicBarrier(STATIONS, () -> harm(library));
      List<Future<Boolean>> days = new ArrayList<>();
      for (BusyStation station : stations) {
        days.add(patrons.submit(() -> day(station, allThere, library)));
      }
      for (Future<Boolean> day : days) {
        assertThat(day.get(900, TimeUnit.SECONDS)).as("all is settled or with staff").isTrue();
      }
      assertThat(library.faults().waiting()).as("faults that did not happen").isEmpty();
      agree(stations, ledger);
    } finally {
      stations.forEach(BusyStation::close);
    }
  }

  /// One patron tries every item before the stations open.
  private static PolicyBundle policy() throws IOException {
    String text = Files.readString(POLICY).replace("adult: {loans: 10,", "adult: {loans: 100,");
    return switch (PolicyReader.parse("library.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) -> bundle;
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static LibraryRules rules() throws IOException {
    LibraryRules usual = LibraryRules.standard();
    Map<String, String> logins = new HashMap<>(usual.logins());
    for (int i = 0; i < STATIONS; i++) {
      logins.put(login(i), login(i));
    }
    return usual.withPolicy(policy()).withLogins(logins);
  }

  private static String login(int number) {
    return String.format(Locale.ROOT, "kiosk%02d", number);
  }

  private static List<BusyStation> stations(EmbeddedLibrary library) {
    List<String> plain =
        DemoPatron.all().stream()
            .filter(each -> each.purpose().contains("plain") && each.kind().equals("adult"))
            .map(DemoPatron::card)
            .toList();
    List<ItemId> items =
        Stock.items().stream()
            .map(StockItem::barcode)
            .filter(item -> library.command("lend " + item + " " + plain.getFirst()).equals("ok"))
            .filter(item -> library.command("return " + item).equals("ok"))
            .map(ItemId::new)
            .toList();
    List<BusyStation> stations = new ArrayList<>();
    for (int i = 0; i < STATIONS; i++) {
      stations.add(
          new BusyStation(
              library.port(),
              login(i),
              new PatronId(plain.get(i % plain.size())),
              items.subList(i * ITEMS_EACH, (i + 1) * ITEMS_EACH),
              i));
    }
    return stations;
  }

  /// Every seventh or so of what acts goes wrong.
  private static void harm(EmbeddedLibrary library) {
    List<Fault> faults =
        List.of(
            new Fault.LoseReply(),
            new Fault.LoseRequest(),
            new Fault.ActLate(Duration.ofMillis(700)),
            new Fault.WrongChecksum(),
            new Fault.DropAfter(),
            new Fault.AnotherItem(),
            new Fault.DropBefore());
    for (Fault fault : faults) {
      library.faults().arm(new LibraryFaults.ArmedLibraryFault("11", fault, 6, 2));
      library.faults().arm(new LibraryFaults.ArmedLibraryFault("09", fault, 6, 2));
    }
    library.faults().arm(new LibraryFaults.ArmedLibraryFault("29", new Fault.LoseReply(), 3, 2));
  }

  /// The cable is out for one act in six of all stations together, in the middle of their day,
  /// however slowly any one of them goes on; each patron leaves with a book.
  private boolean day(BusyStation station, CyclicBarrier allThere, EmbeddedLibrary library)
      throws Exception {
    long until = System.nanoTime() + HEALS.toNanos();
    while (!station.connected() && System.nanoTime() < until) {
      LockSupport.parkNanos(1_000_000);
    }
    int _ = allThere.await(HEALS.toSeconds(), TimeUnit.SECONDS);
    for (int i = 0; i < ACTS; i++) {
      station.act();
      switch (acted.incrementAndGet()) {
        case STATIONS * ACTS / 3 -> library.pullCable();
        case STATIONS * ACTS / 2 -> library.plugCable();
        default -> {
          // The day goes on.
        }
      }
    }
    boolean settled = settle(station);
    station.leaveWithABook();
    return settle(station) && settled;
  }

  private static boolean settle(BusyStation station) {
    long healed = System.nanoTime() + HEALS.toNanos();
    while (!station.settled() && System.nanoTime() < healed) {
      Duration rest = station.work();
      LockSupport.parkNanos(Math.min(rest.toNanos(), 20_000_000));
    }
    return station.settled();
  }

  /// What each patron has is on that patron's account, what came back is on nobody's, and each
  /// checkout had a return before the next; what differs, staff were told of.
  private static void agree(List<BusyStation> stations, Path file) {
    try (LedgerReader ledger = LedgerReader.open(file)) {
      // About half of the acts end in an entry; the rest is refused while something about the item
      // is open.
      assertThat(stations.stream().mapToInt(BusyStation::entries).sum())
          .isGreaterThan(STATIONS * ACTS / 3);
      int out = 0;
      int told = 0;
      for (BusyStation station : stations) {
        for (ItemId item : station.items()) {
          Optional<String> holder = ledger.openLoan(item).map(LedgerReader.OpenLoan::card);
          Optional<String> has =
              station.isOut(item) ? Optional.of(station.card().value()) : Optional.empty();
          out += has.isPresent() ? 1 : 0;
          if (!holder.equals(has)) {
            assertThat(station.withStaff(item)).as("%s", station.about(item)).isNotEmpty();
            told++;
          }
        }
      }
      assertThat(out).as("items on loan").isGreaterThanOrEqualTo(STATIONS - told);
      assertThat(told).as("items left to staff").isLessThan(STATIONS * ITEMS_EACH / 10);
      neverDoubled(ledger.actions());
    }
  }

  private static void neverDoubled(List<LedgerAction> actions) {
    Map<String, List<String>> moves =
        actions.stream()
            .filter(LedgerAction::done)
            .filter(each -> each.kind().equals("checkout") || each.kind().equals("checkin"))
            .collect(
                Collectors.groupingBy(
                    LedgerAction::item,
                    Collectors.mapping(LedgerAction::kind, Collectors.toList())));
    moves.forEach(
        (item, kinds) -> {
          for (int i = 1; i < kinds.size(); i++) {
            assertThat(kinds.get(i)).as("%s %s", item, kinds).isNotEqualTo(kinds.get(i - 1));
          }
        });
    assertThat(
            actions.stream()
                .map(LedgerAction::station)
                .filter(s -> s.startsWith("kiosk"))
                .distinct())
        .hasSize(STATIONS);
  }
}

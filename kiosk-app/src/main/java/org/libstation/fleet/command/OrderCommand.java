package org.libstation.fleet.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.libstation.command.PrintingCommand;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.StationName;
import org.libstation.fleet.order.Order;
import org.libstation.fleet.order.OrderCover;
import org.libstation.fleet.order.OrderRefusal;
import org.libstation.fleet.order.OrderSender;
import org.libstation.fleet.order.OrderStep;
import org.libstation.fleet.order.SealedBundle;
import org.libstation.fleet.order.StaffKeyFile;
import org.libstation.fleet.station.SiteFleet;
import org.libstation.site.FleetPlace;
import org.libstation.site.SettingKey;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station fleet order`.
@Command(name = "order")
final class OrderCommand extends PrintingCommand {
  private static final int NOT_DONE = 1;
  private static final int NOT_HEARD = 4;
  private static final int LONGEST_SECONDS = 900;

  private final InstantSource clock;
  private final InputStream in;
  private final SecureRandom random;

  @Parameters(paramLabel = "ORDER")
  private String word = "";

  @Option(names = "--key", required = true, paramLabel = "FILE")
  private Path key = Path.of("staff.pem");

  @Option(names = "--station", required = true, paramLabel = "LIBRARY/PLACE/NAME")
  private String station = "";

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(names = "--expires", paramLabel = "SECONDS")
  private int expires = 120;

  @Option(names = "--wait", paramLabel = "SECONDS")
  private int wait = 180;

  @Option(names = "--until", paramLabel = "MOMENT")
  private @Nullable String until;

  @Option(names = "--text", paramLabel = "TAG=TEXT")
  private Map<String, String> texts = new LinkedHashMap<>();

  @Option(names = "--check", paramLabel = "NAME")
  private @Nullable String check;

  @Option(names = "--bin", paramLabel = "now|last")
  private @Nullable String bin;

  @Option(names = "--to", paramLabel = "FILE")
  private @Nullable Path to;

  OrderCommand(InstantSource clock, InputStream in, SecureRandom random) {
    this.clock = clock;
    this.in = in;
    this.random = random;
  }

  @Override
  protected int run() throws InterruptedException {
    StationOrder what = what();
    if ((what == StationOrder.SUPPORT_BUNDLE) != (to != null)) {
      throw new SiteProblem("--to is for the order support-bundle only");
    }
    if (expires < 1 || expires > LONGEST_SECONDS) {
      throw new SiteProblem("--expires: expected 1 to 900 seconds");
    }
    Optional<Instant> noticeEnd = Optional.ofNullable(until).map(OrderCommand::moment);
    FleetPlace place = broker.place(station);
    StaffKeyFile own;
    try {
      own = StaffKeyFile.read(key, () -> FleetCommand.passphrase(in));
    } catch (IOException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
    String id = Order.newId(random);
    Optional<SealedBundle.Asker> asker =
        what == StationOrder.SUPPORT_BUNDLE
            ? Optional.of(new SealedBundle.Asker(id))
            : Optional.empty();
    try (Broker way = SiteFleet.broker(place, Path.of(""))) {
      Order order = order(id, what, own, asker, noticeEnd);
      log(own, "%s %s to %s, number %d".formatted(word, id, station, order.number()));
      Optional<OrderSender.StationAnswer> end =
          new OrderSender(way, SiteFleet.topics(place, "+"))
              .send(
                  id,
                  OrderCover.sign(order, own.key(), own.fingerprint()),
                  Duration.ofSeconds(wait),
                  asker,
                  answer -> told(own, id, answer));
      return ended(end, asker);
    } catch (BrokerException e) {
      log(own, id + " not sent: " + e.why());
      say("not sent: " + e.kind().code() + ": " + e.why());
      return NOT_DONE;
    } catch (IOException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw new SiteProblem(
          "--until: expected a moment with its offset like 2026-12-02T18:00+08:00, found \""
              + text
              + "\"");
    }
  }

  private StationOrder what() {
    return Arrays.stream(StationOrder.values())
        .filter(each -> SettingKey.word(each).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new SiteProblem(
                    "expected an order, one of "
                        + String.join(", ", SettingKey.words(StationOrder.class))));
  }

  private Order order(
      String id,
      StationOrder what,
      StaffKeyFile own,
      Optional<SealedBundle.Asker> asker,
      Optional<Instant> noticeEnd)
      throws IOException {
    Map<String, String> with = new TreeMap<>(texts);
    noticeEnd.ifPresent(moment -> with.put(Order.With.UNTIL, moment.toString()));
    if (check != null) {
      with.put(Order.With.CHECK, check);
    }
    if (what == StationOrder.PRINT_MANIFEST) {
      with.put(Order.With.BIN, bin == null ? "now" : bin);
    }
    asker.ifPresent(it -> with.put(Order.With.REPLY_KEY, it.replyKey()));
    Instant now = clock.instant();
    return new Order(
        id,
        StationName.parse(station),
        own.next(now),
        now.plusSeconds(expires).truncatedTo(ChronoUnit.SECONDS),
        what,
        with);
  }

  private void told(StaffKeyFile own, String id, OrderSender.StationAnswer answer) {
    String why =
        answer.step().equals(Optional.of(OrderStep.REFUSED))
            ? Arrays.stream(OrderRefusal.values())
                .filter(each -> each.word().equals(answer.told().get("reason")))
                .map(each -> " (" + each.english() + ")")
                .findFirst()
                .orElse("")
            : "";
    String told = answer.told().isEmpty() ? "" : " " + new TreeMap<>(answer.told());
    say(answer.word() + told + why);
    log(own, "%s %s by %s%s".formatted(id, answer.word(), answer.installation(), told));
  }

  private void log(StaffKeyFile own, String line) {
    try {
      own.log(clock.instant().truncatedTo(ChronoUnit.SECONDS), plain(line));
    } catch (IOException e) {
      warn("the log beside the key cannot be written: " + e.getMessage());
    }
  }

  private int ended(Optional<OrderSender.StationAnswer> end, Optional<SealedBundle.Asker> asker) {
    if (end.isEmpty()) {
      say(
          "No end was reported within %d s. The station accepts this order until %d s after"
                  .formatted(wait, expires)
              + " it was signed, and not later.");
      return NOT_HEARD;
    }
    if (!end.get().step().equals(Optional.of(OrderStep.DONE))) {
      return NOT_DONE;
    }
    return asker.isEmpty() ? 0 : saved(asker.get());
  }

  private int saved(SealedBundle.Asker asker) {
    Path file = to;
    if (file == null || !asker.isWhole()) {
      say("parts of the bundle did not arrive; order it again");
      return NOT_DONE;
    }
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(file, asker.bundle(), StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be written: " + e.getMessage());
    }
    say("the bundle lies in " + file);
    return 0;
  }
}

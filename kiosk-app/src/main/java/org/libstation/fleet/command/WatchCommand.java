package org.libstation.fleet.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.libstation.command.PrintingCommand;
import org.libstation.command.UntilEnded;
import org.libstation.file.BoundedFile;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.StationName;
import org.libstation.fleet.station.SiteFleet;
import org.libstation.fleet.watch.Alert;
import org.libstation.fleet.watch.Mail;
import org.libstation.fleet.watch.WatchBook;
import org.libstation.fleet.watch.Watcher;
import org.libstation.fleet.watch.Way;
import org.libstation.fleet.watch.Webhook;
import org.libstation.language.Words;
import org.libstation.service.SiteOffice;
import org.libstation.site.FleetPlace;
import org.libstation.site.SiteProblem;
import org.libstation.sync.StepLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Carries out `station fleet watch`.
@Command(name = "watch")
final class WatchCommand extends PrintingCommand {
  private static final int LONGEST_MINUTES = 24 * 60;

  private final NewsDesk.Time time;
  private Alert.AlertHelp help = Alert.AlertHelp.NONE;

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(names = "--data", required = true, paramLabel = "DIR")
  private Path data = Path.of("watch");

  @Option(names = "--name", paramLabel = "NAME")
  private String name = "watch";

  @Option(names = "--stations", paramLabel = "FILE")
  private @Nullable Path stations;

  @Option(names = "--after", paramLabel = "MINUTES")
  private int after = 5;

  @Option(names = "--silent", paramLabel = "MINUTES")
  private int silent = 3;

  @Option(names = "--mail", paramLabel = "ADDRESS")
  private List<String> mail = new ArrayList<>();

  @Option(names = "--from", paramLabel = "ADDRESS")
  private String from = "";

  @Option(names = "--sendmail", paramLabel = "FILE")
  private Path sendmail = Path.of("/usr/sbin/sendmail");

  @Option(names = "--webhook", paramLabel = "URL|@FILE")
  private String webhook = "";

  WatchCommand(NewsDesk.Time time) {
    this.time = time;
  }

  @Override
  protected int run() {
    FleetPlace place = broker.place("all/all/all");
    if (after < 1 || silent < 2 || after > LONGEST_MINUTES || silent > LONGEST_MINUTES) {
      throw new SiteProblem(
          "expected at least 1 minute for --after and 2 for --silent, and at most a day");
    }
    List<StationName> expected = expected();
    help = help();
    List<Way> ways = ways();
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new SiteProblem("--data: the directory cannot be written: " + e);
    }
    ExecutorService teller = Executors.newSingleThreadExecutor();
    Watcher watcher =
        new Watcher(
            SiteFleet.broker(place, Path.of("")),
            new Watcher.Settings(
                SiteFleet.topics(place, "").fleet(),
                name(),
                Duration.ofMinutes(after),
                Duration.ofMinutes(silent),
                expected),
            new WatchBook(data, time.random()),
            ways,
            this::print,
            teller,
            time);
    StepLoop loop = new StepLoop("watch", watcher::step);
    Runnable close =
        () -> {
          watcher.interrupt();
          loop.close();
          watcher.end();
          teller.shutdownNow();
        };
    loop.start();
    try (UntilEnded ending = UntilEnded.closing(close)) {
      ending.await();
    }
    close.run();
    return 0;
  }

  /// Watching must go on even if the texts cannot be read: then alerts have no words of help.
  private static Alert.AlertHelp help() {
    try {
      SiteOffice.Manner manner = SiteOffice.manner();
      Words words = manner.texts().in(manner.language());
      return new Alert.AlertHelp(
          key -> Optional.of(key).filter(words::plain).map(words::say), manner.zone());
    } catch (SiteProblem _) {
      return new Alert.AlertHelp(_ -> Optional.empty(), ZoneId.systemDefault());
    }
  }

  private void print(Alert alert) {
    say(alert.at().truncatedTo(ChronoUnit.SECONDS) + " " + alert.id() + " " + alert.title(help));
  }

  private String name() {
    try {
      return StationName.part(name);
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("--name: " + e.getMessage());
    }
  }

  private List<StationName> expected() {
    try {
      return stations == null ? List.of() : RightsCommand.list(stations);
    } catch (IllegalArgumentException | IOException e) {
      throw new SiteProblem("--stations: " + e.getMessage());
    }
  }

  private List<Way> ways() {
    List<Way> all = new ArrayList<>();
    try {
      if (!mail.isEmpty()) {
        if (!Files.isExecutable(sendmail)) {
          throw new SiteProblem(
              sendmail + " is not there: apt-get install nullmailer, msmtp-mta or another");
        }
        all.add(new Mail(sendmail, from, mail, help));
      }
      if (!webhook.isEmpty()) {
        String address =
            webhook.startsWith("@")
                ? BoundedFile.text(Path.of(webhook.substring(1))).strip()
                : webhook;
        all.add(new Webhook(place(address), help));
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("--mail, --from or --webhook: " + e.getMessage());
    } catch (IOException e) {
      throw new SiteProblem("--webhook: expected a file with an address in it (" + e + ")");
    }
  }

  private static URI place(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      // The message does not repeat the address: it may hold a secret.
      throw new SiteProblem("--webhook: expected an address");
    }
  }
}

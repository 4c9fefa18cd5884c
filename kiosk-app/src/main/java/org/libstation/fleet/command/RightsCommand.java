package org.libstation.fleet.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.command.PrintingCommand;
import org.libstation.file.BoundedFile;
import org.libstation.fleet.StationName;
import org.libstation.fleet.rights.BrokerFiles;
import org.libstation.fleet.rights.Logins;
import org.libstation.fleet.rights.Rights;
import org.libstation.fleet.rights.WrittenFiles;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station fleet rights`.
@Command(name = "rights")
final class RightsCommand extends PrintingCommand {
  private final SecureRandom random;

  /// A broker whose configuration this program can write.
  enum BrokerKind {
    mosquitto,
    rabbitmq,
    ejabberd
  }

  @Option(names = "--for", required = true, paramLabel = "BROKER")
  private BrokerKind broker = BrokerKind.mosquitto;

  @Option(names = "--to", required = true, paramLabel = "DIR")
  private Path to = Path.of("rights");

  @Option(names = "--at", paramLabel = "DIR")
  private @Nullable Path at;

  @Option(names = "--stations", paramLabel = "FILE")
  private @Nullable Path list;

  @Parameters(paramLabel = "LIBRARY/PLACE/STATION", arity = "0..*")
  private List<String> stations = new ArrayList<>();

  @Option(names = "--page", paramLabel = "NAME")
  private List<String> pages = new ArrayList<>();

  @Option(names = "--watch", paramLabel = "NAME")
  private List<String> watches = new ArrayList<>();

  @Option(names = "--staff", paramLabel = "NAME")
  private List<String> staff = new ArrayList<>();

  @Option(names = "--prefix", paramLabel = "NAME")
  private String prefix = "libstation";

  @Option(names = "--domain", paramLabel = "NAME")
  private String domain = "localhost";

  @Option(names = "--certificates")
  private boolean certificates;

  @Option(names = "--replace")
  private boolean replace;

  RightsCommand(SecureRandom random) {
    this.random = random;
  }

  @Override
  protected int run() {
    try {
      if (!domain.matches("[A-Za-z0-9.-]{1,253}")) {
        throw new SiteProblem("--domain: expected a host's name");
      }
      Rights rights = Rights.of(prefix, stations(), persons());
      Logins logins = new Logins(to, random);
      Map<String, String> files = files(rights, logins);
      WrittenFiles written = new WrittenFiles(to);
      for (String name : written.foreign(files)) {
        if (!replace) {
          say(
              to.resolve(name)
                  + " was written or changed by somebody else. Nothing was written; --replace"
                  + " writes over it.");
          return 1;
        }
        Path file = to.resolve(name);
        Files.copy(file, to.resolve(name + ".before"), StandardCopyOption.REPLACE_EXISTING);
        say(file + " was not written by this command: the old file is now " + name + ".before");
      }
      List<String> changed = written.write(files);
      files.keySet().stream()
          .sorted()
          .forEach(name -> say((changed.contains(name) ? "written  " : "as it was ") + " " + name));
      for (String left : logins.left(rights)) {
        say("logins/" + left + ".login  belongs to no user any more: delete it");
      }
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> files(Rights rights, Logins logins) throws IOException {
    BrokerFiles all =
        new BrokerFiles(rights, certificates ? Optional.empty() : Optional.of(logins));
    return switch (broker) {
      case mosquitto -> all.mosquitto(at == null ? to.toAbsolutePath().normalize() : at);
      case rabbitmq -> all.rabbitmq();
      case ejabberd -> all.ejabberd(domain);
    };
  }

  private List<StationName> stations() throws IOException {
    List<StationName> all = new ArrayList<>();
    if (list != null) {
      all.addAll(list(list));
    }
    stations.forEach(each -> all.add(StationName.parse(each)));
    return all;
  }

  /// Reads a list of stations; empty lines and lines with `#` are skipped.
  ///
  /// @throws IllegalArgumentException when a line is no station's name
  static List<StationName> list(Path file) throws IOException {
    String text;
    try {
      text = BoundedFile.text(file);
    } catch (IOException e) {
      throw new IOException(
          file
              + ": expected a text with a line LIBRARY/PLACE/STATION each ("
              + BoundedFile.why(e)
              + ")",
          e);
    }
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(StationName::parse)
        .toList();
  }

  private List<Rights.Person> persons() {
    List<Rights.Person> all = new ArrayList<>();
    pages.forEach(each -> all.add(new Rights.Person(each, Rights.FleetRole.PAGE)));
    watches.forEach(each -> all.add(new Rights.Person(each, Rights.FleetRole.WATCH)));
    staff.forEach(each -> all.add(new Rights.Person(each, Rights.FleetRole.STAFF)));
    return all;
  }
}

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
import org.libstation.fleet.rights.BrokerFiles;
import org.libstation.fleet.rights.Logins;
import org.libstation.fleet.rights.Rights;
import org.libstation.fleet.rights.WrittenFiles;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station fleet rights`.
@Command(
    name = "rights",
    description = {
      "Writes for a broker who may say and hear what, and a password for each, in logins/: a"
          + " station speaks for itself alone and hears its own orders; a page reads; a watch reads"
          + " and speaks with the other watch; staff read and give orders.",
      "Run again with another list, it changes what is different and keeps the passwords. A file"
          + " that somebody else wrote or changed is left alone and named."
    },
    footer = {
      "",
      "Examples:",
      "  ./station fleet rights --for mosquitto --to rights --stations stations.txt --page wall \\",
      "      --watch watch-1 --watch watch-2 --staff chan",
      "  ./station fleet rights --for rabbitmq --to rights hkpl/central/box-1 hkpl/central/box-2",
      "  ./station fleet rights --for ejabberd --domain fleet.library.example --to rights …",
      "In stations.txt: a line LIBRARY/PLACE/STATION each; empty lines and lines that begin with #"
          + " are passed over. A station's user is LIBRARY~PLACE~STATION.",
      "Exit status: 0 written; 1 a file there is another's, and nothing was written."
    })
final class RightsCommand extends PrintingCommand {
  private final SecureRandom random;

  /// A broker whose words we know.
  enum BrokerKind {
    mosquitto,
    rabbitmq,
    ejabberd
  }

  @Option(
      names = "--for",
      required = true,
      paramLabel = "BROKER",
      description = "one of ${COMPLETION-CANDIDATES}")
  private BrokerKind broker = BrokerKind.mosquitto;

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "where files go")
  private Path to = Path.of("rights");

  @Option(
      names = "--at",
      paramLabel = "DIR",
      description = "where mosquitto will find them (default: where they are written)")
  private @Nullable Path at;

  @Option(names = "--stations", paramLabel = "FILE", description = "a list of stations")
  private @Nullable Path list;

  @Parameters(paramLabel = "LIBRARY/PLACE/STATION", description = "more of them", arity = "0..*")
  private List<String> stations = new ArrayList<>();

  @Option(names = "--page", paramLabel = "NAME", description = "who reads")
  private List<String> pages = new ArrayList<>();

  @Option(names = "--watch", paramLabel = "NAME", description = "a user for fleet watch")
  private List<String> watches = new ArrayList<>();

  @Option(names = "--staff", paramLabel = "NAME", description = "who reads and gives orders")
  private List<String> staff = new ArrayList<>();

  @Option(names = "--prefix", paramLabel = "NAME", description = "the first part of every topic")
  private String prefix = "libstation";

  @Option(names = "--domain", paramLabel = "NAME", description = "ejabberd's virtual host")
  private String domain = "localhost";

  @Option(
      names = "--certificates",
      description =
          "no passwords: a user is known by the common name of its certificate (not ejabberd)")
  private boolean certificates;

  @Option(
      names = "--replace",
      description = "also what somebody else wrote; it is named, and kept as FILE.before")
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
        say(file + " was somebody else's: what it was lies in " + name + ".before");
      }
      List<String> changed = written.write(files);
      files.keySet().stream()
          .sorted()
          .forEach(name -> say((changed.contains(name) ? "written  " : "as it was ") + " " + name));
      for (String left : logins.left(rights)) {
        say("logins/" + left + ".login  belongs to nobody any more: take it away");
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

  private List<String> stations() throws IOException {
    List<String> all = new ArrayList<>();
    if (list != null) {
      all.addAll(list(list));
    }
    all.addAll(stations);
    return all;
  }

  /// Stations of a list, as `LIBRARY/PLACE/STATION`.
  static List<String> list(Path file) throws IOException {
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

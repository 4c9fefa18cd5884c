package org.libstation.fleet.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.command.CommandGroup;
import org.libstation.command.PrintingCommand;
import org.libstation.command.SettableCommand;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.fleet.order.StaffKeyFile;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.service.setup.ShellSetup;
import org.libstation.site.FleetPlace;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.SettingKey;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station fleet keys`.
@Command(name = "keys")
final class KeysCommand extends CommandGroup {
  private KeysCommand() {}

  static CommandLine with(InputStream in, SecureRandom random) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new MakeKeys(in, random))
        .addSubcommand(new Name())
        .addSubcommand(new Revoke());
  }

  /// Carries out `station fleet keys make`: makes a key file.
  @Command(name = "make")
  static final class MakeKeys extends PrintingCommand {
    private final InputStream in;
    private final SecureRandom random;

    @Option(names = "--to", required = true, paramLabel = "FILE")
    private Path to = Path.of("staff.pem");

    @Option(names = "--passphrase")
    private boolean withPassphrase;

    MakeKeys(InputStream in, SecureRandom random) {
      this.in = in;
      this.random = random;
    }

    @Override
    protected int run() throws GeneralSecurityException {
      char[] passphrase = withPassphrase ? FleetCommand.passphrase(in) : new char[0];
      if (withPassphrase && passphrase.length == 0) {
        throw new SiteProblem("--passphrase: expected one that is not empty");
      }
      if (Files.exists(to)) {
        throw new SiteProblem(to + " exists: a key file is never overwritten");
      }
      try {
        StaffKeyFile made = StaffKeyFile.make(to, passphrase, random);
        say(made.line());
        warn("private half  " + made);
        warn("public half   above, for ./station fleet keys name at each station");
      } catch (IOException e) {
        throw new SiteProblem(to + " cannot be written: " + e.getMessage());
      }
      return 0;
    }
  }

  /// A command that changes the staff keys in station.yaml.
  abstract static class KeysWriteCommand extends SettableCommand {
    @Option(names = "--by", required = true, paramLabel = "NAME")
    private String by = "";

    @Parameters(paramLabel = "NAME")
    private String name = "";

    final String name() {
      return name;
    }

    /// Words of the orders that the station carries out.
    final Stream<String> allowed() {
      return site().settings().fleet().orders().stream().map(SettingKey::word);
    }

    final List<StaffKey> keys() {
      return site().settings().fleet().staffKeys();
    }

    final int change(Map<String, String> keys, String done) {
      ShellSetup.SetupChange change = ShellSetup.change(config(), overrides(), keys);
      SetupAnswer.SetupTried tried = change.tried();
      String why = tried.refused().map(SettingRefusal::english).orElse("");
      if (tried.refused().isEmpty()) {
        SetupAnswer.SetupResult written = change.write().apply(by);
        why = written.why().map(SettingRefusal::english).orElse("");
      }
      say(why.isEmpty() ? done : "Nothing was changed: " + why);
      return why.isEmpty() ? 0 : 1;
    }
  }

  /// Carries out `station fleet keys name`: adds a key to station.yaml.
  @Command(name = "name")
  static final class Name extends KeysWriteCommand {
    @Option(names = "--key", required = true, paramLabel = "LINE")
    private String key = "";

    @Option(names = "--orders", required = true, paramLabel = "ORDER,…")
    private String orders = "";

    @Override
    protected int run() {
      if (keys().stream().anyMatch(each -> each.name().equals(name()))) {
        throw new SiteProblem(
            "fleet.staff-keys already has a key of %s: revoke it first (./station fleet keys revoke), also to change its orders"
                .formatted(name()));
      }
      String entry = "fleet.staff-keys.new";
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put(entry + ".name", name());
      keys.put(entry + ".key", key);
      keys.put(entry + ".orders", orders);
      int status = change(keys, name() + " may order " + orders);
      String idle =
          Stream.of(orders.split(","))
              .map(String::strip)
              .filter(order -> allowed().noneMatch(order::equals))
              .collect(Collectors.joining(","));
      if (status == 0 && !idle.isEmpty()) {
        warn("not yet: fleet.orders in station.yaml does not allow " + idle + " at this station");
      }
      return status;
    }
  }

  /// Carries out `station fleet keys revoke`: removes a key from station.yaml.
  @Command(name = "revoke")
  static final class Revoke extends KeysWriteCommand {
    @Override
    protected int run() {
      int at = keys().stream().map(StaffKey::name).toList().indexOf(name());
      if (at < 0) {
        throw new SiteProblem("fleet.staff-keys has no key of " + name());
      }
      int status =
          change(Map.of("fleet.staff-keys." + at, "none"), name() + " can no longer give orders");
      FleetPlace rules = site().settings().fleet();
      if (status == 0 && OrderDesk.isOut(site().data(), rules)) {
        warn(
            "the station stays out of service by an order: order back-in-service with another"
                + " key, or take out-of-service out of fleet.orders");
      }
      return status;
    }
  }
}

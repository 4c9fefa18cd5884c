package org.libstation.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.check.Finding;
import org.libstation.check.SettingTable;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.receipt.QrPicture;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.language.Words;
import org.libstation.service.BeforeLive;
import org.libstation.service.setup.ShellSetup;
import org.libstation.site.Reason;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `setup`: changes a site's settings without an editor.
@Command(
    name = "setup",
    synopsisSubcommandLabel =
        "(show | ports | set | add | remove | card | confirm | back | versions)")
public final class SetupCommand extends CommandGroup {
  private SetupCommand() {}

  /// @param in input for values that must not stand on the command line
  public static CommandLine with(InputStream in) {
    return new CommandLine(new SetupCommand())
        .addSubcommand(new Show())
        .addSubcommand(new PortsOf(in))
        .addSubcommand(new Set(in))
        .addSubcommand(new Add(in))
        .addSubcommand(new Remove(in))
        .addSubcommand(new SetupCardCommand(in))
        .addSubcommand(new ConfirmTestCommand())
        .addSubcommand(new Back())
        .addSubcommand(new Versions());
  }

  /// A command that may write the settings file.
  abstract static class SetupWriteCommand extends SiteCommand {
    int told(SetupAnswer.SetupResult done) {
      done.lines().forEach(line -> say(shown(line)));
      say(
          switch (done.result()) {
            case WRITTEN -> "Written. It takes effect when the station starts again.";
            case PUT_BACK ->
                "The version before is back. It takes effect when the station starts again.";
            case NOT_DONE ->
                "Nothing was changed: " + done.why().map(SettingRefusal::english).orElse("");
          });
      return done.result() == SetupAnswer.WriteResult.NOT_DONE ? 1 : 0;
    }

    static String shown(SetupAnswer.ChangedLine line) {
      return switch (line.change()) {
        case SAME -> "  %4d  %s".formatted(line.number(), line.text());
        case REMOVED -> "- %4d  %s".formatted(line.number(), line.text());
        case ADDED -> "+ %4d  %s".formatted(line.number(), line.text());
        case LEFT_OUT -> "   ...";
      };
    }
  }

  /// The command `setup show`: lists all settings with their source and effect.
  @Command(name = "show")
  static final class Show extends SettableCommand {
    @Override
    protected int run() {
      SettingTable.of(ShellSetup.settings(site()), "the program's own").forEach(this::say);
      return 0;
    }
  }

  /// The command `setup ports`: searches the ports for devices.
  @Command(name = "ports")
  static final class PortsOf extends SiteCommand {
    private final InputStream in;

    @Option(names = "--code", paramLabel = "CODE")
    private String code = ExamWishes.TEST_CODE;

    PortsOf(InputStream in) {
      this.in = in;
    }

    @Override
    protected int run() {
      PortBoard board =
          ShellSetup.ports(config(), code, moved -> moved.code().ifPresent(this::show));
      forgetTyped();
      if (board.lines().isEmpty()) {
        say("There is no serial port on this computer, and nothing else was found.");
      }
      board.lines().forEach(line -> say(words(line)));
      say(
          "Devices on the network are not searched for: type the address, such as tcp:192.0.2.7:9100"
              + " (a receipt printer) or tcp:192.0.2.7:631 (one that speaks IPP).");
      return 0;
    }

    private void show(String shown) {
      say("Hold this code before the scanner that types, within 30 seconds: " + shown);
      print(QrPicture.inHalfBlocks(shown));
    }

    /// Discards what the scanner typed into the terminal, so that the shell does not take it for a
    /// command.
    private void forgetTyped() {
      try {
        in.skipNBytes(in.available());
      } catch (IOException _) {
        // Then the shell reports an unknown command.
      }
    }

    private static String words(PortBoard.PortLine line) {
      String port = line.port();
      return switch (line.stand()) {
        case FOUND ->
            "found: %s on %s%s"
                .formatted(
                    line.model(), port, line.told().isEmpty() ? "" : " (" + line.told() + ")");
        case SOMETHING -> port + ": something answers, but no known device";
        case NOTHING ->
            port
                + ": no known device answers here (no device, a plain scanner, or a device that is switched"
                + " off)";
        case SPARED ->
            port
                + ": nothing answers; no more questions are sent, because a silent printer might"
                + " print them";
        case NOT_OPENED -> port + ": " + line.told();
        case WAITING, NOT_ASKED -> port + ": not asked, the time was up";
      };
    }
  }

  /// The command `setup set`: changes single settings.
  @Command(name = "set")
  static final class Set extends Changing {
    @Parameters(arity = "1..*", paramLabel = "KEY=VALUE")
    private Map<String, String> values = new LinkedHashMap<>();

    Set(InputStream in) {
      super(in);
    }

    @Override
    protected int run() {
      Map<String, String> keys = new LinkedHashMap<>();
      values.forEach((key, value) -> keys.put(inStation(key), given(key, value)));
      return change(keys);
    }
  }

  /// The command `setup add`: adds an entry to a list.
  @Command(name = "add")
  static final class Add extends Changing {
    @Parameters(index = "0", paramLabel = "LIST", completionCandidates = ListCandidates.class)
    private String list = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE")
    private Map<String, String> values = new LinkedHashMap<>();

    /// The lists of the settings; read only when help names them.
    static final class ListCandidates implements Iterable<String> {
      @Override
      public Iterator<String> iterator() {
        return ShellSetup.lists().iterator();
      }
    }

    Add(InputStream in) {
      super(in);
    }

    @Override
    protected int run() {
      String entry = list(list) + ".new.";
      Map<String, String> keys = new LinkedHashMap<>();
      values.forEach((key, value) -> keys.put(entry + key, given(key, value)));
      return change(keys);
    }
  }

  /// The command `setup remove`: removes entries from lists.
  @Command(name = "remove")
  static final class Remove extends Changing {
    @Parameters(arity = "1..*", paramLabel = "ENTRY")
    private List<String> entries = List.of();

    Remove(InputStream in) {
      super(in);
    }

    @Override
    protected int run() {
      Map<String, String> keys = new LinkedHashMap<>();
      for (String entry : entries) {
        int dot = entry.lastIndexOf('.');
        if (dot < 0 || !entry.substring(dot + 1).matches("[0-9]{1,4}")) {
          throw new SiteProblem(entry + ": expected an entry of a list, such as barcodes.rules.1");
        }
        keys.put(list(entry.substring(0, dot)) + entry.substring(dot), "none");
      }
      return change(keys);
    }
  }

  /// A command that changes the settings file, if `--write` is given.
  abstract static class Changing extends SetupWriteCommand {
    private final InputStream in;

    @Option(names = "--write")
    private boolean write;

    @Option(names = "--by", paramLabel = "NAME")
    private String by = "";

    Changing(InputStream in) {
      this.in = in;
    }

    static String inStation(String key) {
      return key.replaceFirst("^station\\.", "");
    }

    static String list(String name) {
      List<String> lists = ShellSetup.lists();
      if (!lists.contains(inStation(name))) {
        throw new SiteProblem(name + ": expected " + Reason.oneOf(lists).english());
      }
      return inStation(name);
    }

    String given(String key, String value) {
      return value.equals("-") ? read(key) : value;
    }

    int change(Map<String, String> keys) {
      if (write && by.isBlank()) {
        throw new SiteProblem("--by: expected a name, with --write");
      }
      ShellSetup.SetupChange change = ShellSetup.change(config(), keys);
      Optional<SettingRefusal> refused = change.tried().refused();
      int status = refused.isPresent() ? 1 : 0;
      if (refused.isEmpty() && write) {
        status = told(change.write().apply(by));
      } else {
        change.tried().lines().forEach(line -> say(shown(line)));
        say(
            refused
                .map(why -> "The station would not start: " + why.english())
                .orElse(
                    "The station can start with these settings. Nothing was written; --write writes them."));
      }
      if (refused.isEmpty()) {
        sayLeft(change);
      }
      return status;
    }

    /// Prints what remains to be done before patrons use the changed site.
    private void sayLeft(ShellSetup.SetupChange change) {
      Words words = SiteFiles.texts(config()).in(Language.OF_STAFF);
      List<Finding> left = change.wanted().map(BeforeLive::left).orElse(List.of());
      if (!left.isEmpty()) {
        say("Left to do before patrons use it:");
      }
      left.forEach(
          each -> say("  %s %s. %s".formatted(each.code(), each.what(words), each.remedy(words))));
    }

    private String read(String key) {
      return CommandFile.line(in, key + ": ")
          .orElseThrow(() -> new SiteProblem(key + ": expected a line on standard input"));
    }
  }

  /// The command `setup back`: restores the previous version of the settings file.
  @Command(name = "back")
  static final class Back extends SetupWriteCommand {
    @Option(names = "--by", required = true, paramLabel = "NAME")
    private String by = "";

    @Override
    protected int run() {
      return told(ShellSetup.back(config(), by));
    }
  }

  /// The command `setup versions`: lists the kept versions of the settings file.
  @Command(name = "versions")
  static final class Versions extends SiteCommand {
    @Override
    protected int run() {
      print(ShellSetup.versions(config()));
      return 0;
    }
  }
}

package org.libstation.command;

import com.google.zxing.common.BitMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/// Carries out `setup`: a site's settings changed without an editor.
@Command(
    name = "setup",
    description =
        "Changes a site's settings without an editor: shows each, finds out who answers at which"
            + " serial port, changes a line of station.yaml and leaves all others as they are, and"
            + " goes back. What would not start the station is never written; the last ten versions"
            + " are kept.",
    synopsisSubcommandLabel =
        "(show | ports | set | add | remove | card | confirm | back | versions)",
    footer = {
      "",
      "Examples:",
      "  ./station setup show --config config                      each setting, its line, its"
          + " effect",
      "  ./station setup ports --config config                     who answers where",
      "  ./station setup set --config config central.port=6002     shows what would differ",
      "  ./station setup set --config config --write --by Chan central.port=6002",
      "  ./station setup set --config config --write --by Chan central.password=-    asked for, not"
          + " shown",
      "  ./station setup add --config config barcodes.rules is=item pattern='LIB-[0-9]+'",
      "  ./station setup remove --config config alternatives.1     numbers as `show` has them",
      "  ./station setup confirm overdue-test --config config --by Chan    a test was done",
      "  ./station setup back --config config --by Chan            the version before, at once",
      "Exit status: 0 done, or it would start; 1 nothing was written."
    })
public final class SetupCommand extends CommandGroup {
  /// Light modules around a QR code (ISO/IEC 18004: four).
  private static final int QUIET = 4;

  private SetupCommand() {}

  /// @param in where a value is read that is not to stand on the command line
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

  /// What may write the file.
  abstract static class SetupWriteCommand extends SiteCommand {
    int told(SetupAnswer.SetupResult done) {
      done.lines().forEach(line -> say(shown(line)));
      return switch (done.result()) {
        case WRITTEN -> end("Written. It takes effect when the station starts again.");
        case PUT_BACK ->
            end("The version before is back. It takes effect when the station starts again.");
        case NOT_DONE -> {
          say("Nothing was changed: " + done.why().map(SettingRefusal::english).orElse(""));
          yield 1;
        }
      };
    }

    private int end(String words) {
      say(words);
      return 0;
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

  @Command(
      name = "show",
      description = "each setting, where it stands and what it does",
      footer = {"", "Examples:", "  ./station setup show --config config"})
  static final class Show extends SettableCommand {
    @Override
    protected int run() {
      SettingTable.of(ShellSetup.settings(site()), "the program's own").forEach(this::say);
      return 0;
    }
  }

  @Command(
      name = "ports",
      description =
          "Asks at every serial port who is there, by each driver's own harmless question; names"
              + " the printers at USB, the readers of PC/SC and the queues of this computer's print"
              + " server, as the system lists them; then shows a code, listens to all keyboards and"
              + " HID-POS scanners, and names the one that typed it. The station must not run: it"
              + " holds its devices; its screen can do the same.",
      footer = {
        "",
        "Examples:",
        "  ./station setup ports --config config",
        "  ./station setup ports --config config --code 31234000012342   a code that you hold in"
            + " your hand"
      })
  static final class PortsOf extends SiteCommand {
    private final InputStream in;

    @Option(
        names = "--code",
        paramLabel = "CODE",
        description =
            "what the code says that you will scan, where the scanner reads no screen (a laser)")
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
          "A device on the network is not looked for: type its address, such as tcp:192.0.2.7:9100"
              + " (a receipt printer) or tcp:192.0.2.7:631 (one that speaks IPP).");
      return 0;
    }

    private void show(String shown) {
      say("Hold this code before the scanner that types, within 30 seconds: " + shown);
      BitMatrix modules = QrPicture.modules(shown);
      for (int y = -QUIET; y < modules.getHeight() + QUIET; y += 2) {
        StringBuilder line = new StringBuilder();
        for (int x = -QUIET; x < modules.getWidth() + QUIET; x++) {
          // Light modules are drawn: a terminal is dark.
          boolean above = isLight(modules, x, y);
          boolean below = isLight(modules, x, y + 1);
          line.append(above ? below ? '\u2588' : '\u2580' : below ? '\u2584' : ' ');
        }
        say(line.toString());
      }
    }

    private static boolean isLight(BitMatrix modules, int x, int y) {
      boolean within = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
      return !within || !modules.get(x, y);
    }

    /// The scanner types into the terminal too: the shell must not take that for a command.
    private void forgetTyped() {
      try {
        in.skipNBytes(in.available());
      } catch (IOException _) {
        // Then the shell says that it knows no such command.
      }
    }

    private static String words(PortBoard.PortLine line) {
      String port = line.port();
      return switch (line.stand()) {
        case FOUND ->
            "found: %s on %s%s"
                .formatted(
                    line.model(), port, line.told().isEmpty() ? "" : " (" + line.told() + ")");
        case SOMETHING -> port + ": something answers, and it is nothing known";
        case NOTHING ->
            port
                + ": nothing known answers here (nothing, a plain scanner, or what is switched"
                + " off)";
        case SPARED ->
            port
                + ": nothing answers, and more is not asked: a silent printer may be there and"
                + " print it";
        case NOT_OPENED -> port + ": " + line.told();
        case WAITING, NOT_ASKED -> port + ": not asked, the time was over";
      };
    }
  }

  @Command(
      name = "set",
      description =
          "Changes settings; without --write it shows what would differ, and writes nothing.",
      footer = {
        "",
        "Examples:",
        "  ./station setup set --config config --write --by Chan central.port=6002"
      })
  static final class Set extends Changing {
    @Parameters(
        arity = "1..*",
        paramLabel = "KEY=VALUE",
        description = "such as central.port=6002; a value of - is read from standard input")
    private Map<String, String> values = new LinkedHashMap<>();

    Set(InputStream in) {
      super(in);
    }

    @Override
    protected int run() {
      Map<String, String> keys = new LinkedHashMap<>();
      values.forEach((key, value) -> keys.put(plain(key), given(key, value)));
      return change(keys);
    }
  }

  @Command(
      name = "add",
      description =
          "Adds an entry to a list, behind the last one; without --write it shows what would"
              + " differ.",
      footer = {
        "",
        "Examples:",
        "  ./station setup add --config config --write --by Chan barcodes.rules is=item"
            + " pattern='LIB-[0-9]+'",
        "  ./station setup add --config config --write --by Chan technician.named name=Wong"
            + " level=staff pin=-"
      })
  static final class Add extends Changing {
    @Parameters(
        index = "0",
        paramLabel = "LIST",
        completionCandidates = ListCandidates.class,
        description = "one of ${COMPLETION-CANDIDATES}")
    private String list = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "KEY=VALUE",
        description = "such as is=item; a value of - is read from standard input")
    private Map<String, String> values = new LinkedHashMap<>();

    /// The lists of the settings, asked for only where help names them.
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

  @Command(
      name = "remove",
      description =
          "Takes entries out of a list; without --write it shows what would differ. They are"
              + " numbered from 0, as 'show' has them.",
      footer = {
        "",
        "Examples:",
        "  ./station setup remove --config config --write --by Chan alternatives.1"
      })
  static final class Remove extends Changing {
    @Parameters(
        arity = "1..*",
        paramLabel = "ENTRY",
        description = "such as barcodes.rules.1 or technician.named.0")
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

  /// What changes the file, where that is wished.
  abstract static class Changing extends SetupWriteCommand {
    private final InputStream in;

    @Option(names = "--write", description = "writes it")
    private boolean write;

    @Option(names = "--by", paramLabel = "NAME", description = "who does it, for the staff log")
    private String by = "";

    Changing(InputStream in) {
      this.in = in;
    }

    static String plain(String key) {
      return key.replaceFirst("^station\\.", "");
    }

    static String list(String name) {
      List<String> lists = ShellSetup.lists();
      if (!lists.contains(plain(name))) {
        throw new SiteProblem(name + ": expected " + Reason.oneOf(lists).english());
      }
      return plain(name);
    }

    String given(String key, String value) {
      return value.equals("-") ? read(key) : value;
    }

    int change(Map<String, String> keys) {
      if (write && by.isBlank()) {
        throw new SiteProblem("--by: expected who does it, with --write");
      }
      ShellSetup.SetupChange change = ShellSetup.change(config(), keys);
      if (change.tried().refused().isPresent() || !write) {
        change.tried().lines().forEach(line -> say(shown(line)));
        change
            .tried()
            .refused()
            .ifPresent(why -> say("The station would not start: " + why.english()));
        if (change.tried().refused().isEmpty()) {
          say("The station would start with this. Nothing was written; --write writes it.");
          sayLeft(change);
        }
        return change.tried().refused().isPresent() ? 1 : 0;
      }
      int status = told(change.write().apply(by));
      sayLeft(change);
      return status;
    }

    /// What must be done before patrons use the site as it would be.
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
      try {
        String line =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
          throw new SiteProblem(key + ": expected a line on standard input");
        }
        return line;
      } catch (IOException e) {
        throw new SiteProblem(key + ": standard input cannot be read: " + e.getMessage());
      }
    }
  }

  @Command(
      name = "back",
      description = "puts the version before back",
      footer = {"", "Examples:", "  ./station setup back --config config --by Chan"})
  static final class Back extends SetupWriteCommand {
    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who does it")
    private String by = "";

    @Override
    protected int run() {
      return told(ShellSetup.back(config(), by));
    }
  }

  @Command(
      name = "versions",
      description = "the kept versions, the newest first",
      footer = {"", "Examples:", "  ./station setup versions --config config"})
  static final class Versions extends SiteCommand {
    @Override
    protected int run() {
      print(ShellSetup.versions(config()));
      return 0;
    }
  }
}

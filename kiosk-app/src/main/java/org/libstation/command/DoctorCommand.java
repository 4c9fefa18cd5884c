package org.libstation.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Check;
import org.libstation.check.CheckRun;
import org.libstation.check.DeviceReport;
import org.libstation.check.Finding;
import org.libstation.check.Report;
import org.libstation.check.ReportJson;
import org.libstation.check.ReportText;
import org.libstation.check.SettingTable;
import org.libstation.check.Verdict;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.TagUid;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examiner;
import org.libstation.flow.state.Language;
import org.libstation.service.SiteDoctor;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Carries out `doctor`: looks at everything and says what is wrong, why, and what to do.
@Command(
    name = "doctor",
    description =
        "Looks at the devices, the link, the journal, the rules, the settings and the machine, and"
            + " says what is wrong, why, and what to do. While the station runs it holds its"
            + " devices: then they are not opened a second time, and are as the station itself says"
            + " they are.",
    footer = {
      "",
      "Examples:",
      "  ./station doctor --config config",
      "  ./station doctor --config config --json > report.json     docs/doctor.schema.json",
      "  ./station doctor --config config --report > devices.txt   docs/devices.md says where to",
      "  ./station doctor --config config --settings               each setting, its line, its"
          + " effect",
      "  ./station doctor --config config --fix                    mends what can be mended by"
          + " itself",
      "  ./station doctor --config config --hands --print          with a person beside the"
          + " station",
      "  ./station doctor --config config --test-tag E004015012345678",
      "Exit status: 0 all is well; 1 somebody should come; 2 something cannot be done."
    })
public final class DoctorCommand extends SettableCommand {
  private final InputStream in;

  @Option(names = "--json", description = "for machines")
  private boolean json;

  @Option(
      names = "--report",
      description =
          "only how the devices answer, for the project: no person, item, computer or key")
  private boolean report;

  @Option(
      names = "--settings",
      description = "shows each setting too, where it stands and what it does")
  private boolean settings;

  @Option(names = "--fix", description = "tries to mend what can be mended, and looks once more")
  private boolean fix;

  @Option(names = "--hands", description = "asks for a hand where a test needs one")
  private boolean hands;

  @Option(names = "--print", description = "prints a test slip")
  private boolean print;

  @Option(
      names = "--test-tag",
      paramLabel = "UID",
      description = "a tag kept for tests, which may be written to (16 hex digits)")
  private @Nullable String testTag;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = Language.TAGS + " (default: ${DEFAULT-VALUE})")
  private String language = Language.OF_STAFF.tag();

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "these checks only, such as pad,link")
  private List<String> only = new ArrayList<>();

  /// @param in where a person says that a hand is ready
  public DoctorCommand(InputStream in) {
    this.in = in;
  }

  @Override
  protected int run() throws InterruptedException {
    boolean attended = hands || print;
    ExamWishes wishes =
        new ExamWishes(
            Optional.ofNullable(testTag).map(DoctorCommand::uid),
            print,
            ExamWishes.TEST_CODE,
            attended ? new ConsoleExaminer() : Examiner.NONE,
            Duration.ofSeconds(15),
            false);
    SiteDoctor doctor = SiteDoctor.of(config(), overrides(), language, wishes);
    List<DeviceReport.ReportedDevice> devices = report ? devices() : List.of();
    List<Check> checks =
        wanted(doctor.checks()).stream()
            .filter(check -> !report || devices.stream().anyMatch(it -> it.id().equals(check.id())))
            .toList();
    Duration begun = doctor.monotonic().get();
    List<CheckRun.CheckOutcome> steps = run(checks, doctor);
    if (fix && mended(checks, steps)) {
      steps = run(checks, doctor);
    }
    Report whole =
        new Report(
            doctor.station(),
            Version.number(),
            doctor.now().get(),
            doctor.running(),
            doctor.monotonic().get().minus(begun),
            steps,
            doctor.settings());
    if (report) {
      DeviceReport.of(whole, devices, doctor.words()).forEach(this::say);
    } else if (json) {
      say(ReportJson.of(whole, doctor.words()).strip());
    } else {
      ReportText.of(whole, doctor.words()).forEach(this::say);
      if (settings) {
        say("");
        SettingTable.of(whole.settings(), doctor.words().say("report.setting.own"))
            .forEach(this::say);
      }
    }
    return switch (whole.status()) {
      case GOOD -> 0;
      case ATTENTION -> 1;
      case FAULT -> 2;
    };
  }

  /// Of a site whose settings cannot be used there is one check, which says so whatever was asked
  /// for.
  private List<Check> wanted(List<Check> all) {
    List<String> ids = all.stream().map(Check::id).toList();
    boolean usable = ids.size() > 1;
    only.stream()
        .filter(id -> usable && !ids.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new SiteProblem(
                  "--only: there is no check " + id + "; there are " + String.join(", ", ids));
            });
    return all.stream()
        .filter(check -> only.isEmpty() || !usable || only.contains(check.id()))
        .toList();
  }

  private List<DeviceReport.ReportedDevice> devices() {
    Site site = site();
    DeviceSheets sheets = DeviceSheets.of(site.directory().resolve("devices"));
    return site.settings().devices().entrySet().stream()
        .map(entry -> device(entry.getKey().word(), entry.getValue(), sheets))
        .toList();
  }

  /// Of an address that cannot be read no more is known than that.
  private static DeviceReport.ReportedDevice device(
      String name, StationSettings.DeviceEntry entry, DeviceSheets sheets) {
    String scheme = "";
    Map<String, String> line = Map.of();
    Set<String> own = new TreeSet<>();
    try {
      DeviceAddress address = DeviceAddress.parse(entry.address());
      scheme = address.scheme();
      line = address.options();
      Drivers.options(entry.model(), name, address, entry.options(), DeviceClock.system(), sheets)
          .stream()
          .filter(each -> each.isOwn(entry.options().getOrDefault(each.key(), "")))
          .forEach(each -> own.add(each.key()));
    } catch (IllegalArgumentException _) {
      // Its check finds it, with the words of the settings.
    }
    return new DeviceReport.ReportedDevice(name, entry.model(), scheme, line, entry.options(), own);
  }

  private static TagUid uid(String typed) {
    try {
      return new TagUid(typed);
    } catch (IllegalArgumentException _) {
      throw new SiteProblem("--test-tag: expected 16 hex digits in capitals, not '" + typed + "'");
    }
  }

  private static List<CheckRun.CheckOutcome> run(List<Check> checks, SiteDoctor doctor)
      throws InterruptedException {
    return new CheckRun(checks, doctor.monotonic(), CheckRun.Listener.NONE).run();
  }

  private static boolean mended(List<Check> checks, List<CheckRun.CheckOutcome> steps) {
    boolean changed = false;
    for (int i = 0; i < checks.size(); i++) {
      if (steps.get(i).verdict() instanceof Verdict.WithFindings(var _, List<Finding> findings)) {
        for (Finding finding : findings) {
          changed |= finding.fixable() && checks.get(i).fix(finding);
        }
      }
    }
    return changed;
  }

  /// Asks whoever sits before the screen; an empty line is a yes, anything else leaves it out.
  private final class ConsoleExaminer implements Examiner {
    @Override
    public boolean asked(ExaminerAct act) {
      if (act == ExaminerAct.PRINT) {
        return print;
      }
      if (!hands || words(act).isEmpty()) {
        return false;
      }
      warn(words(act) + " Enter when you are ready, 'n' to leave it out:");
      try {
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String said = reader.readLine();
        return said != null && said.isBlank();
      } catch (IOException _) {
        return false;
      }
    }

    @Override
    public void over(ExaminerAct act) {
      // Of a slip the report says what became of it.
      if (act != ExaminerAct.PRINT) {
        warn("Done; take it away.");
      }
    }

    private static String words(ExaminerAct act) {
      return switch (act) {
        case HOLD_CODE ->
            "Hold a barcode that says " + ExamWishes.TEST_CODE + " before the scanner.";
        case BREAK_BEAM -> "Hold a hand before the photo-eye of the drop.";
        case COVER_LEVEL -> "Hold a book under the level sensor.";
        case LAY_CARD -> "Lay a card on the reader.";
        case LAY_TEST_TAG -> "Lay the test tag on the pad.";
        case PRINT -> "A test slip is printed.";
        // Shown live on the technician's screen alone.
        case WATCH_FIELD, WATCH_DROP, EMPTY_BIN, FILL_BIN -> "";
      };
    }
  }
}

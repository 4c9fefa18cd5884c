package org.libstation.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Check;
import org.libstation.check.DeviceReport;
import org.libstation.check.Report;
import org.libstation.check.ReportJson;
import org.libstation.check.ReportText;
import org.libstation.check.SettingTable;
import org.libstation.device.TagUid;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examiner;
import org.libstation.flow.state.Language;
import org.libstation.service.SiteDoctor;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `doctor`: checks everything and reports what is wrong, why, and what to do.
@Command(name = "doctor")
public final class DoctorCommand extends SettableCommand {
  private final InputStream in;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--report")
  private boolean report;

  @Option(names = "--settings")
  private boolean settings;

  @Option(names = "--fix")
  private boolean fix;

  @Option(names = "--hands")
  private boolean hands;

  @Option(names = "--print")
  private boolean print;

  @Option(names = "--test-tag", paramLabel = "UID")
  private @Nullable String testTag;

  @Option(names = "--language", paramLabel = "TAG")
  private String language = Language.OF_STAFF.tag();

  @Option(names = "--only", paramLabel = "ID", split = ",")
  private List<String> only = new ArrayList<>();

  /// @param in input for a person's replies when a check needs a hand
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
    List<DeviceReport.ReportedDevice> devices = report ? SiteDoctor.devices(site()) : List.of();
    List<Check> checks =
        wanted(doctor.checks()).stream()
            .filter(check -> !report || devices.stream().anyMatch(it -> it.id().equals(check.id())))
            .toList();
    Report whole = doctor.report(checks, fix);
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

  /// Selects the checks. A site with unusable settings has one check, which always runs and reports
  /// this.
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

  private static TagUid uid(String typed) {
    try {
      return new TagUid(typed);
    } catch (IllegalArgumentException _) {
      throw new SiteProblem("--test-tag: expected 16 hex digits in capitals, not '" + typed + "'");
    }
  }

  /// Asks the person at the terminal. An empty line means yes; anything else skips the step.
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
      // The report has the result of a test slip.
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
        // Only the technician's screen shows these live.
        case WATCH_FIELD, WATCH_DROP, EMPTY_BIN, FILL_BIN -> "";
      };
    }
  }
}

package org.libstation.service.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.device.exam.TestCode;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SettingName;
import org.libstation.flow.state.SettingName.DevicePart;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupAnswer.LineChange;
import org.libstation.flow.state.SetupAnswer.WriteResult;
import org.libstation.flow.state.SetupSheet;
import org.libstation.site.Reason;
import org.libstation.site.SettingKey;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.StationYaml;
import org.libstation.site.edit.KeptFile;
import org.libstation.site.edit.KeptFile.FileChangeOutcome;
import org.libstation.site.edit.TextDiff;
import org.libstation.site.edit.YamlEdit;
import org.libstation.site.edit.YamlEdit.Edited;
import org.libstation.site.edit.YamlTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes a site's `station.yaml`, for the technician's screen and for `./station setup`. Settings
/// with which the station would not start are never written. The staff log records each change.
public final class SiteSetup {
  private static final Logger log = LoggerFactory.getLogger("staff");

  private static final Logger own = LoggerFactory.getLogger(SiteSetup.class);

  private static final SettingEdit EDIT = new SettingEdit(StationSettings.class);

  private final Path config;
  private final Map<String, String> overrides;
  private final InstantSource clock;
  private final Consumer<StationSettings> more;
  private final Optional<Runnable> restart;
  private @Nullable Draft draft;

  /// A change that was tried and would start.
  ///
  /// @param keys the changed values by key, without `station.`
  private record Draft(String from, String text, Map<String, String> keys) {}

  /// @param overrides settings that were given at the start and replace the file's
  /// @param more throws [SiteProblem] for anything else that would stop a start
  /// @param restart ends the station so that it is started again; empty if no supervisor would
  ///   start it
  public SiteSetup(
      Path config,
      Map<String, String> overrides,
      InstantSource clock,
      Consumer<StationSettings> more,
      Optional<Runnable> restart) {
    this.config = config;
    this.overrides = Map.copyOf(overrides);
    this.clock = clock;
    this.more = more;
    this.restart = restart;
  }

  /// The settings as the file has them now.
  StationSettings settings() {
    return Site.open(config, overrides).settings();
  }

  private KeptFile file() throws IOException {
    return new KeptFile(StationYaml.in(config));
  }

  /// Reads the settings for the form, or why they cannot be read.
  public SetupAnswer read() {
    try {
      return new SetupAnswer.SetupSheetRead(sheet());
    } catch (IOException | SiteProblem e) {
      return notDone(why(e));
    }
  }

  private SetupSheet sheet() throws IOException {
    Site site = Site.open(config, overrides);
    KeptFile file = file();
    return new SetupSheet(
        new SetupFields(site).groups(),
        file.previous().map(version -> version.replaced().atZone(site.zone()).toOffsetDateTime()),
        restart.isPresent());
  }

  /// Tries changes of form fields without writing them.
  public SetupAnswer.SetupTried attempt(Map<String, String> changes) {
    try {
      return keys(SetupFields.keys(settings(), changes));
    } catch (SiteProblem e) {
      return new SetupAnswer.SetupTried(Optional.of(why(e)), List.of());
    }
  }

  /// Tries changes by keys of the file, as [#attempt].
  ///
  /// @param keys values by key, without `station.`; [SetupFields#NONE] as a device's model removes
  ///   the device
  public SetupAnswer.SetupTried keys(Map<String, String> keys) {
    draft = null;
    try {
      String from = file().text();
      Optional<SiteProblem> fault = SettingsFile.fault(config, from);
      if (fault.isPresent()) {
        // Checked first, because an edit would blame the key that it should change.
        return new SetupAnswer.SetupTried(fault.map(SiteTrial::refusal), List.of());
      }
      String text = from;
      SetupSecrets secrets = SetupSecrets.of(this::settings, keys);
      if (secrets.taken().isPresent()) {
        return refused(secrets.taken().get(), 0, Reason.of(Reason.Word.PIN_ONCE));
      }
      Map<String, String> hashed = secrets.keys();
      for (Map.Entry<String, String> each : hashed.entrySet()) {
        String key = each.getKey();
        if (overrides.containsKey(StationYaml.full(key))) {
          return refused(key, 0, Reason.of(Reason.Word.GIVEN_AT_START));
        }
        if (EDIT.list(key).isEmpty()) {
          switch (edited(text, key, each.getValue(), hashed)) {
            case Edited.EditedText(String done) -> text = done;
            case Edited.EditRefused no -> {
              return refused(no, key);
            }
          }
        }
      }
      for (SettingKey list : SettingKey.lists(StationSettings.class)) {
        switch (EDIT.entries(text, list, hashed)) {
          case Edited.EditedText(String done) -> text = done;
          case Edited.EditRefused no -> {
            return refused(no, first(list, hashed));
          }
        }
      }
      return tried(from, text, hashed);
    } catch (IOException e) {
      return new SetupAnswer.SetupTried(Optional.of(why(e)), List.of());
    }
  }

  /// A changed key of this list, for the message.
  private static String first(SettingKey list, Map<String, String> keys) {
    return keys.keySet().stream()
        .filter(key -> key.startsWith(list.key() + "."))
        .findFirst()
        .orElse("");
  }

  private static SetupAnswer.SetupTried refused(Edited.EditRefused no, String key) {
    String english = (no.line() > 0 ? "line " + no.line() + ": " : "") + no.why();
    SettingRefusal why = SettingRefusal.of("yaml." + no.reason(), english, no.what());
    return new SetupAnswer.SetupTried(
        Optional.of(
            why.at(StationYaml.NAME, no.line(), key, StationYaml.full(key) + ": " + english)),
        List.of());
  }

  private static SetupAnswer.SetupTried refused(String key, int line, Reason why) {
    String english = StationYaml.full(key) + ": " + why.english();
    return new SetupAnswer.SetupTried(
        Optional.of(why.refusal(StationYaml.NAME, line, key, english)), List.of());
  }

  private SetupAnswer.SetupTried tried(String from, String text, Map<String, String> keys) {
    Optional<SettingRefusal> problem = SiteTrial.of(config, text, overrides, more);
    problem.ifPresent(why -> own.info("settings are refused: {}", why.english()));
    if (problem.isEmpty()) {
      draft = new Draft(from, text, new LinkedHashMap<>(keys));
    }
    return new SetupAnswer.SetupTried(problem, difference(from, text));
  }

  private static Edited edited(String text, String key, String value, Map<String, String> keys) {
    SettingName name = SettingName.of(key);
    Optional<String> model = name.device().map(device -> new DevicePart(device, "model").key());
    boolean isModel = model.equals(Optional.of(key));
    Optional<String> before = isModel ? YamlEdit.value(text, EDIT.path(key)) : Optional.empty();
    if (model.map(keys::get).filter(SetupFields.NONE::equals).isPresent()) {
      // Removing the device drops its other changes too.
      return before.isPresent()
          ? YamlEdit.remove(text, EDIT.path(key).subList(0, 3))
          : new Edited.EditedText(text);
    }
    return EDIT.set(
        before.isPresent() && !before.get().equals(value) ? withoutOptions(text, key) : text,
        key,
        value);
  }

  /// Removes the options, because another model has other ones.
  private static String withoutOptions(String text, String model) {
    List<String> options = new ArrayList<>(EDIT.path(model));
    options.set(options.size() - 1, "options");
    return YamlEdit.remove(text, options) instanceof Edited.EditedText(String done) ? done : text;
  }

  private static List<SetupAnswer.ChangedLine> difference(String from, String text) {
    return TextDiff.of(
            from,
            text,
            YamlTree.masked(from, SettingsList::isHidden),
            YamlTree.masked(text, SettingsList::isHidden))
        .stream()
        .map(
            line ->
                new SetupAnswer.ChangedLine(
                    switch (line.kind()) {
                      case SAME -> LineChange.SAME;
                      case REMOVED -> LineChange.REMOVED;
                      case ADDED -> LineChange.ADDED;
                      case GAP -> LineChange.LEFT_OUT;
                    },
                    line.number(),
                    line.text()))
        .toList();
  }

  /// Writes the change that was tried last.
  public SetupAnswer.SetupResult write(String by) {
    Draft ready = draft;
    draft = null;
    if (ready == null) {
      return notDone(SettingRefusal.of("NOTHING_TRIED", "nothing was tried that could be written"));
    }
    try {
      Map<String, String> before = values(ready.from(), ready.keys());
      FileChangeOutcome outcome = file().write(ready.from(), ready.text(), clock.instant());
      return done(
          outcome,
          WriteResult.WRITTEN,
          difference(ready.from(), ready.text()),
          () ->
              ready
                  .keys()
                  .forEach(
                      (key, value) ->
                          log.info(
                              "SETTING station.{}: {} -> {} (by {})",
                              key,
                              shown(key, before.getOrDefault(key, "")),
                              shown(key, value),
                              by)));
    } catch (IOException e) {
      return notDone(why(e));
    }
  }

  private static Map<String, String> values(String text, Map<String, String> keys) {
    return keys.keySet().stream()
        .collect(
            Collectors.toMap(
                key -> key,
                key ->
                    YamlEdit.value(text, EDIT.path(key))
                        // A list entry has no value, but usually a name.
                        .or(() -> YamlEdit.value(text, EDIT.path(key + ".name")))
                        .orElse("(none)")));
  }

  private static String shown(String key, String value) {
    return SettingsList.isSecret(key) ? SettingsList.MASK : "'" + value + "'";
  }

  /// Restores the previous version if the station would start with it.
  public SetupAnswer.SetupResult putBack(String by) {
    draft = null;
    try {
      KeptFile file = file();
      Optional<KeptFile.KeptVersion> version = file.previous();
      if (version.isEmpty()) {
        return notDone(SettingRefusal.of("NO_VERSION", "there is no version before this one"));
      }
      String from = file.text();
      String text = Files.readString(version.get().path());
      Optional<SettingRefusal> problem = SiteTrial.of(config, text, overrides, more);
      if (problem.isPresent()) {
        return notDone(problem.get());
      }
      FileChangeOutcome outcome = file.putBack(from, version.get(), clock.instant());
      List<SetupAnswer.ChangedLine> lines = difference(from, text);
      return done(
          outcome,
          WriteResult.PUT_BACK,
          lines,
          () ->
              log.info(
                  "SETTINGS PUT BACK: the version that was replaced {} (by {}); {}",
                  version.get().replaced(),
                  by,
                  changedLines(lines)));
    } catch (IOException e) {
      return notDone(why(e));
    }
  }

  private static String changedLines(List<SetupAnswer.ChangedLine> lines) {
    return lines.stream()
        .filter(line -> line.change() == LineChange.REMOVED || line.change() == LineChange.ADDED)
        .map(line -> (line.change() == LineChange.ADDED ? "+ " : "- ") + line.text().strip())
        .collect(Collectors.joining("; "));
  }

  /// @param logged writes the change to the staff log
  private SetupAnswer.SetupResult done(
      FileChangeOutcome outcome,
      WriteResult result,
      List<SetupAnswer.ChangedLine> lines,
      Runnable logged)
      throws IOException {
    return switch (outcome) {
      case CHANGED_MEANWHILE ->
          new SetupAnswer.SetupResult(
              WriteResult.NOT_DONE,
              Optional.of(
                  SettingRefusal.of(
                      "CHANGED_MEANWHILE",
                      StationYaml.NAME
                          + " was changed by somebody else meanwhile; look at it again")),
              List.of(),
              Optional.of(sheet()));
      case WRITTEN -> {
        logged.run();
        yield new SetupAnswer.SetupResult(result, Optional.empty(), lines, Optional.of(sheet()));
      }
    };
  }

  private static SetupAnswer.SetupResult notDone(SettingRefusal why) {
    return new SetupAnswer.SetupResult(
        WriteResult.NOT_DONE, Optional.of(why), List.of(), Optional.empty());
  }

  private static SettingRefusal why(Exception e) {
    return e instanceof SiteProblem problem
        ? SiteTrial.refusal(problem)
        : SettingRefusal.of("NOT_WRITABLE", StationYaml.NAME + " cannot be read or written: " + e);
  }

  /// The kept previous versions, newest first.
  List<KeptFile.KeptVersion> versions() {
    try {
      return file().versions();
    } catch (IOException e) {
      throw new SiteProblem(why(e).english());
    }
  }

  /// Probes all ports. No other program may hold them.
  ///
  /// @param moved takes the board after each change
  /// @return all ports
  public PortBoard ports(BooleanSupplier ended, Consumer<PortBoard> moved) {
    return ports(TestCode.random(new SplittableRandom()), ended, moved);
  }

  /// Probes all ports, as above.
  ///
  /// @param code the code that a person holds before a scanner that types
  PortBoard ports(String code, BooleanSupplier ended, Consumer<PortBoard> moved) {
    return PortSearch.of(config, settings(), code).run(ended, moved);
  }

  /// Ends the station for a restart, if a supervisor starts it again.
  public void restart() {
    log.info("RESTART in order, as was asked");
    restart.ifPresent(Runnable::run);
  }
}

package org.libstation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.language.Words;

/// A report by which a library shares how its devices work: models, lines, firmware, findings.
///
/// It includes only parts that are known to hold no person, item, computer or key. Of an address it
/// gives the kind, speed and frame. Of an option it gives a word of the program or a number. Of a
/// device's own words it leaves out long numbers and paths. Of a finding it gives the code, the
/// words and the count.
public final class DeviceReport {
  private static final Map<String, Pattern> LINE =
      Map.of("baud", Pattern.compile("[0-9]{1,7}"), "frame", Pattern.compile("[5-8][A-Z][12]"));

  /// A number that may identify a thing or a person.
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Fa-f-]*[0-9]{5}[0-9A-Fa-f-]*");

  private static final Pattern LONG_HEX = Pattern.compile("\\b[0-9A-Fa-f]{8,}\\b");
  private static final Pattern PLACE =
      Pattern.compile("\\S*(?::/|@|\\w:\\d|(?:\\d{1,3}\\.){3}\\d)\\S*|(?<=\\s|^)/\\S+");
  private static final Pattern CODE = Pattern.compile("[A-Z]{1,2}[0-9A-F]{2}");
  private static final String HIDDEN = "…";
  private static final int LONGEST = 160;

  private DeviceReport() {}

  /// One of the station's devices.
  ///
  /// @param id its name in the settings, one of a few fixed words
  /// @param scheme the kind of its address: `serial`, `tcp`, `file`
  /// @param line the options of its address
  /// @param options the options of its driver
  /// @param own those driver options whose values are fixed words or numbers, not free text
  public record ReportedDevice(
      String id,
      String model,
      String scheme,
      Map<String, String> line,
      Map<String, String> options,
      Set<String> own) {
    public ReportedDevice {
      line = Map.copyOf(line);
      options = Map.copyOf(options);
      own = Set.copyOf(own);
    }
  }

  /// @param report results of checks; only those of the devices are used
  public static List<String> of(Report report, List<ReportedDevice> devices, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("report.devices"));
    lines.add("");
    lines.add(words.say("report.devices.program", report.version(), machine()));
    for (ReportedDevice device : devices) {
      lines.add("");
      lines.add(
          words.say("check." + device.id())
              + ": "
              + words.say("report.devices.device", cleaned(device.model()), line(device)));
      if (!device.options().isEmpty()) {
        lines.add("    " + words.say("report.devices.options", options(device)));
      }
      report.steps().stream()
          .filter(step -> step.id().equals(device.id()))
          .forEach(step -> lines.addAll(told(step.verdict(), words)));
    }
    lines.add("");
    lines.add(words.say("report.devices.label"));
    lines.add(words.say("report.devices.works"));
    return lines;
  }

  private static String machine() {
    return List.of("os.name", "os.version", "os.arch", "java.version").stream()
        .map(key -> System.getProperty(key, ""))
        .collect(Collectors.joining(" "));
  }

  private static String line(ReportedDevice device) {
    return new TreeMap<>(device.line())
        .entrySet().stream()
            .filter(
                option ->
                    LINE.containsKey(option.getKey())
                        && LINE.get(option.getKey()).matcher(option.getValue()).matches())
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" ", cleaned(device.scheme()) + " ", ""))
            .strip();
  }

  private static String options(ReportedDevice device) {
    return new TreeMap<>(device.options())
        .entrySet().stream()
            .map(
                option ->
                    option.getKey()
                        + "="
                        + (device.own().contains(option.getKey()) ? option.getValue() : HIDDEN))
            .collect(Collectors.joining(", "));
  }

  private static List<String> told(Verdict verdict, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add("    " + ReportText.mark(verdict, words) + "  " + seen(verdict, words));
    for (Finding finding : ReportJson.findings(verdict)) {
      lines.add("    " + finding.code() + "  " + finding.what(words) + often(finding, words));
    }
    return lines;
  }

  /// The verdict's text. A reason may name a port, an address or a tag, so only its code is shown.
  private static String seen(Verdict verdict, Words words) {
    Optional<CheckPhrase> said =
        switch (verdict) {
          case Verdict.Good(CheckPhrase phrase) -> Optional.of(phrase);
          case Verdict.WithFindings(CheckPhrase phrase, List<Finding> _) -> Optional.of(phrase);
          case Verdict.Unproven(CheckPhrase phrase) -> Optional.of(phrase);
          case Verdict.NotApplicable(CheckPhrase phrase) -> Optional.of(phrase);
          case Verdict.Overdue _, Verdict.Cancelled _, Verdict.Broken _ -> Optional.empty();
        };
    if (verdict instanceof Verdict.Broken) {
      // The fault's own text may contain a value.
      return "";
    }
    if (said.isEmpty()) {
      return cleaned(ReportText.told(verdict, words));
    }
    CheckPhrase told = said.get();
    boolean reason = told.says().isEmpty() && REASONS.contains(told.key());
    return reason
        ? told.values().stream()
            .filter(value -> CODE.matcher(value).matches())
            .collect(Collectors.joining(" "))
        : cleaned(told.in(words));
  }

  private static final Set<String> REASONS =
      Set.of("told.plain", "told.device.says", "told.configuration.wrong");

  private static String often(Finding finding, Words words) {
    CheckPhrase seen = finding.seen();
    boolean counted = seen.key().equals("seen.count") || seen.key().equals("seen.both");
    return counted
        ? " (" + words.say("seen.count", seen.values().get(0), seen.values().get(1)) + ")"
        : "";
  }

  /// Removes parts of a text that may identify a person, a thing or a place.
  private static String cleaned(String said) {
    String line = said.replaceAll("\\p{Cntrl}", " ");
    for (Pattern hidden : List.of(PLACE, NUMBER, LONG_HEX)) {
      line = hidden.matcher(line).replaceAll(HIDDEN);
    }
    int word = line.lastIndexOf(' ', LONGEST);
    return line.length() > LONGEST && word > 0 ? line.substring(0, word + 1) + HIDDEN : line;
  }
}

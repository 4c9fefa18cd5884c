package org.libstation.site;

import java.io.IOException;
import java.nio.file.Path;
import org.libstation.file.BoundedFile;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// The site's policy file, or why it cannot be.
public final class PolicyFile {
  private PolicyFile() {}

  public static PolicyBundle read(Path file) {
    PolicyReading reading;
    try {
      reading = PolicyReader.read(file);
    } catch (IOException e) {
      throw StrictYaml.unreadable(file.toString(), e);
    }
    return switch (reading) {
      case PolicyReading.PolicyRead(PolicyBundle bundle) -> bundle;
      case PolicyReading.Faulty faulty -> throw new SiteProblem(refusal(file, faulty));
    };
  }

  /// The one that a site's settings name.
  ///
  /// @param directory where `station.yaml` lies
  /// @throws SiteProblem when it cannot be; one that is not there is told with the line that names
  ///   it
  public static PolicyBundle of(StationSettings settings, Path directory) {
    Path file = directory.resolve(settings.policy());
    try {
      BoundedFile.checkPlain(file);
    } catch (IOException e) {
      String name = String.valueOf(file.getFileName());
      String english = file + " cannot be read: " + BoundedFile.why(e);
      Reason reason = Reason.of(Reason.Word.NO_FILE, "", name);
      throw SettingsFile.problem(directory, "station.policy", english, reason);
    }
    return read(file);
  }

  /// The faults are told in English: there are as many kinds as rules. Where the first is, is told
  /// on a screen, and that the command tells all.
  private static SettingRefusal refusal(Path file, PolicyReading.Faulty faulty) {
    int line = faulty.faults().stream().mapToInt(PolicyReading.PolicyFault::line).min().orElse(0);
    String name = String.valueOf(file.getFileName());
    return Reason.of(Reason.Word.BAD_POLICY, "", name).refusal(name, line, "", faulty.text());
  }
}

package org.libstation.site;

import java.io.IOException;
import java.nio.file.Path;
import org.libstation.file.BoundedFile;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// Reads the site's policy file.
public final class PolicyFile {
  private PolicyFile() {}

  /// @throws SiteProblem if the file cannot be read or is faulty
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

  /// Reads the policy that the site's settings name.
  ///
  /// @param directory the directory of `station.yaml`
  /// @throws SiteProblem if the policy is faulty; if the file is missing, names the line of the
  ///   setting
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

  /// Faults are reported in English, because every rule has its own kind. A screen shows only the
  /// line of the first fault; a command shows all.
  private static SettingRefusal refusal(Path file, PolicyReading.Faulty faulty) {
    int line = faulty.faults().stream().mapToInt(PolicyReading.PolicyFault::line).min().orElse(0);
    String name = String.valueOf(file.getFileName());
    return Reason.of(Reason.Word.BAD_POLICY, "", name).refusal(name, line, "", faulty.text());
  }
}

package org.libstation.wiring;

import java.io.IOException;
import java.nio.file.Path;
import org.libstation.command.SiteProblem;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// The site's policy file, or why it cannot be.
final class PolicyFile {
  private PolicyFile() {}

  static PolicyBundle read(Path file) {
    PolicyReading reading;
    try {
      reading = PolicyReader.read(file);
    } catch (IOException e) {
      throw new SiteProblem(file + ": cannot be read: " + e.getMessage());
    }
    return switch (reading) {
      case PolicyReading.Good(PolicyBundle bundle) -> bundle;
      case PolicyReading.Faulty faulty -> throw new SiteProblem(faulty.text());
    };
  }
}

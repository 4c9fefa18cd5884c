package org.libstation.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.file.ProgramName;
import org.libstation.flow.state.SettingRefusal;

/// Thrown if the site's configuration is wrong. The message is for a technician and names file,
/// line, key and what was expected.
public class SiteProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable SettingRefusal refusal;

  public SiteProblem(String message) {
    super(ProgramName.in(message));
    this.refusal = null;
  }

  /// A problem that can be shown in other languages, too.
  public SiteProblem(SettingRefusal refusal) {
    super(ProgramName.in(refusal.english()));
    this.refusal = refusal;
  }

  /// The problem as a screen shows it; empty if there is only the message.
  public Optional<SettingRefusal> refusal() {
    return Optional.ofNullable(refusal);
  }
}

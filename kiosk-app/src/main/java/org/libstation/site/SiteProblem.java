package org.libstation.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.file.ProgramName;
import org.libstation.flow.state.SettingRefusal;

/// Something in the site's configuration that cannot be; the message is for a technician and names
/// file, line, key and what was expected.
public class SiteProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable SettingRefusal refusal;

  public SiteProblem(String message) {
    super(ProgramName.in(message));
    this.refusal = null;
  }

  /// What can be told in other languages too.
  public SiteProblem(SettingRefusal refusal) {
    super(ProgramName.in(refusal.english()));
    this.refusal = refusal;
  }

  /// The same for a screen; empty where there is only the message.
  public Optional<SettingRefusal> refusal() {
    return Optional.ofNullable(refusal);
  }
}

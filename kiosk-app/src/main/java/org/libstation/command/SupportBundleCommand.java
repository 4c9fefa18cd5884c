package org.libstation.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.libstation.ops.SupportBundle;
import org.libstation.site.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `support-bundle`: one archive for those who help.
@Command(
    name = "support-bundle",
    description =
        "Makes one archive for those who help: what the checks find (as text, JSON and PDF with plots),"
            + " counts, measurements, settings without secrets, logs and traces. No personal data and no"
            + " secret is in it. The station may run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  ./station support-bundle --config config",
      "The last three are kept, in data/support."
    })
public final class SupportBundleCommand extends SiteCommand {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting that wins over the file's")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Override
  protected int run() throws Exception {
    Path made = SupportBundle.made(config(), SettingsFile.read(config(), overrides), overrides);
    out().println(made);
    return 0;
  }
}

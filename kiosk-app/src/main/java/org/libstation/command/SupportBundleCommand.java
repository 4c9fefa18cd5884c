package org.libstation.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.libstation.ops.SupportBundle;
import org.libstation.site.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `support-bundle`: one archive for those who help.
@Command(
    name = "support-bundle",
    mixinStandardHelpOptions = true,
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
public final class SupportBundleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--config", required = true, paramLabel = "DIR", description = "the site")
  private Path config = Path.of("config");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting that wins over the file's")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Path made = SupportBundle.made(config, SettingsFile.read(config, overrides), overrides);
    PrintWriter out = spec.commandLine().getOut();
    out.println(made);
    out.flush();
    return 0;
  }
}

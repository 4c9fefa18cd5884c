package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.libstation.command.PrintingCommand;
import org.libstation.lab.measure.Machine;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Option;

/// A command that measures, prints one table and saves it in a file. It does not judge: it ends
/// with 0, whatever the figures are.
abstract class MeasuringCommand extends PrintingCommand {
  @Option(names = "--out", paramLabel = "DIR")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick")
  private boolean quick;

  /// Measures.
  ///
  /// @param machine the measuring machine, as it was before
  /// @return the table
  abstract String table(Machine machine) throws Exception;

  /// Checks the command line before anything is written.
  void check() {}

  /// Directory for all files that are left, on the disk that is measured.
  final Path directory() {
    return out;
  }

  /// Whether a short run with rough figures is enough.
  final boolean quick() {
    return quick;
  }

  /// Configuration of the project's own example site, which is measured.
  static Path config() {
    return Path.of(System.getProperty("libstation.home", "."), "config");
  }

  /// The project's own example site.
  static Site site() {
    return Site.open(config());
  }

  /// @throws SiteProblem when the program is not the built one
  final void checkBuilt() {
    if (System.getProperty("libstation.args") == null) {
      throw new SiteProblem(
          "only the built program is measured: use ./station bench "
              + commandLine().getCommandName());
    }
  }

  @Override
  protected int run() throws Exception {
    check();
    OutDirectory.prepare(out);
    String table = table(Machine.of(out));
    String name = commandLine().getCommandName();
    Files.writeString(
        out.resolve((name.equals("bench") ? "" : "bench-") + name + ".txt"), table + "\n");
    say(table);
    return 0;
  }
}

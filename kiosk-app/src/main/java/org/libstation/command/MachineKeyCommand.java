package org.libstation.command;

import java.nio.file.Path;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.MachineKey;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The machine's key, and its binding to the machine's TPM.
@Command(
    name = "key",
    description =
        "How the key lies that opens the sealed card numbers on this machine; with --bind it is"
            + " bound to the machine's TPM 2.0 (Debian's tpm2-tools), so that a copy of the disk"
            + " opens none; with --release it is written as it is again, to move it. The key stays"
            + " the same, also for a station that runs.",
    footer = {
      "",
      "Examples:",
      "  ./station journal key --config config",
      "  ./station journal key --bind --config config",
      "  ./station journal key --bind --registers sha256:7 --config config",
      "  ./station journal key --release --config config"
    })
final class MachineKeyCommand extends PrintingCommand {
  @Mixin private JournalPlace place = new JournalPlace();

  @ArgGroup(exclusive = true)
  private Binding binding = new Binding();

  @Option(
      names = "--registers",
      paramLabel = "BANK:N,N",
      description =
          "with --bind: registers of the boot (PCRs) that must stay as they are; after a change of"
              + " the firmware the key is gone, and the recovery key opens the cards")
  private String registers = "";

  private static final class Binding {
    @Option(names = "--bind", description = "bind the key to this machine's TPM")
    private boolean bind;

    @Option(names = "--release", description = "write the key as it is")
    private boolean release;
  }

  @Override
  protected int run() {
    if (!registers.isEmpty() && !binding.bind) {
      throw new SiteProblem("--registers goes with --bind");
    }
    Path file = JournalParts.machineKey(place.data());
    try {
      if (binding.bind) {
        MachineKey.bind(file, registers);
      } else if (binding.release) {
        MachineKey.release(file);
      }
      say(
          file
              + (MachineKey.isBound(file)
                  ? ": bound to this machine's TPM"
                  : ": not bound; who copies the disk has it"));
      return 0;
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }
}

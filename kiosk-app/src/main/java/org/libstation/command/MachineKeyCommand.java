package org.libstation.command;

import java.nio.file.Path;
import org.libstation.journal.sqlite.MachineKey;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command `journal key`: shows the machine's key and binds it to the machine's TPM or releases
/// it.
@Command(name = "key")
final class MachineKeyCommand extends PrintingCommand {
  @Mixin private JournalPlace place = new JournalPlace();

  @ArgGroup(exclusive = true)
  private Binding binding = new Binding();

  @Option(names = "--registers", paramLabel = "BANK:N,N")
  private String registers = "";

  private static final class Binding {
    @Option(names = "--bind")
    private boolean bind;

    @Option(names = "--release")
    private boolean release;
  }

  @Override
  protected int run() {
    if (!registers.isEmpty() && !binding.bind) {
      throw new SiteProblem("--registers needs --bind");
    }
    Path file = JournalParts.machineKey(place.data());
    if (binding.bind) {
      MachineKey.bind(file, registers);
    } else if (binding.release) {
      MachineKey.release(file);
    }
    say(
        file
            + (MachineKey.isBound(file)
                ? ": bound to this machine's TPM"
                : ": not bound to the TPM; a copy of the disk contains the key"));
    return 0;
  }
}

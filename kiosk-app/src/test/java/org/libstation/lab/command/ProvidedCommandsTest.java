package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.libstation.command.CommandProvider;
import org.libstation.command.MissingArchiveCommand;
import org.libstation.command.StationCommand;
import picocli.CommandLine;

class ProvidedCommandsTest {

  @Test
  void where_an_archive_is_away_each_of_its_commands_has_a_stand_in_and_nothing_else_has() {
    CommandLine with = StationCommand.with();
    CommandProvider.present().forEach(each -> each.commands().forEach(with::addSubcommand));
    CommandLine without = StationCommand.with();
    MissingArchiveCommand.standIn(without);

    Set<String> away = new TreeSet<>(without.getSubcommands().keySet());
    assertThat(away).isEqualTo(new TreeSet<>(with.getSubcommands().keySet()));

    assertThat(without.getUsageMessage())
        .contains("./station run")
        .doesNotContain("./station demo");

    MissingArchiveCommand.standIn(with);
    assertThat(with.getUsageMessage()).contains("./station demo");
    assertThat(with.getSubcommands().values())
        .noneMatch(each -> each.getCommand() instanceof MissingArchiveCommand);
  }
}

package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.libstation.journal.JournalException;
import org.libstation.lab.command.LedgerCommand;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;

/// What `station` does with what a command throws.
class StationCommandTest {

  @Command(name = "failing")
  private record Failing(RuntimeException problem) implements Runnable {
    @Override
    public void run() {
      throw problem;
    }
  }

  @Test
  void a_problem_of_the_site_is_told_without_a_trace_and_has_status_2() {
    Called station = new Called(new Failing(new SiteProblem("station.yaml, line 3: no port")));
    assertThat(station.with("failing")).isEqualTo(2);
    assertThat(station.err()).isEqualToIgnoringNewLines("station.yaml, line 3: no port");
  }

  @Command(name = "unreadable")
  private static final class Unreadable extends PrintingCommand {
    @Override
    protected int run() {
      throw new JournalException(JournalException.FaultKind.IO, "journal.db cannot be read");
    }
  }

  @Test
  void a_journal_that_cannot_be_used_is_told_without_a_trace_and_has_status_2() {
    Called station = new Called(new Unreadable());
    assertThat(station.with("unreadable")).isEqualTo(2);
    assertThat(station.err()).isEqualToIgnoringNewLines("journal.db cannot be read");
  }

  @Test
  void a_bug_has_a_trace_and_a_status_of_its_own() {
    Called station = new Called(new Failing(new IllegalStateException("a bug")));
    assertThat(station.with("failing")).isEqualTo(70);
    assertThat(station.err()).contains("a bug", "\tat ");
  }

  @Test
  void no_command_shows_what_there_is() {
    Called station = new Called(new LedgerCommand());
    assertThat(station.with()).isZero();
    assertThat(station.err()).contains("Examples:", "ledger");
  }
}

package org.libstation.command;

import java.util.List;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import picocli.CommandLine.Option;

/// A named person's word about a journal that is not the one it was.
abstract class AnsweringCommand extends SiteCommand {
  private final JournalAnswer answer;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides it")
  private String by = "";

  @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "why")
  private String reason = "";

  AnsweringCommand(JournalAnswer answer) {
    this.answer = answer;
  }

  /// What was done, in lines for whoever decided it.
  abstract List<String> lines(JournalWord word, JournalOpening.JournalReplaced broken);

  final String by() {
    return by;
  }

  @Override
  protected int run() {
    print(answer.by(by, reason, site(), this::lines));
    return 0;
  }
}

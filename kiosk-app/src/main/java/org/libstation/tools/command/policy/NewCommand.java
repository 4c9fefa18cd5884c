package org.libstation.tools.command.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Asks for a library's rules and writes them as a policy (`station policy new`). The answers stay
/// in memory until the last question. The file is written under a draft name and then renamed, so
/// an aborted run leaves nothing.
@Command(name = "new")
final class NewCommand extends PrintingCommand {
  /// After this many wrong answers in a row the command gives up: no person is answering.
  private static final int MOST_TRIES = 10;

  private static final int MOST_LINE = 200;

  private final InputStream input;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("policy.yaml");

  NewCommand(InputStream input) {
    this.input = input;
  }

  @Override
  protected int run() throws IOException {
    if (Files.exists(file)) {
      throw new SiteProblem(file + " is there already; give another name, or move it away");
    }
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new SiteProblem(
          file
              + (Files.isDirectory(folder)
                  ? " cannot be written: permission denied in "
                  : " cannot be written: there is no folder ")
              + folder);
    }
    Map<PolicyQuestion, String> answers = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (PolicyQuestion question : PolicyQuestion.values()) {
      Optional<String> answer =
          question.isAsked(answers) ? ask(lines, question, answers) : Optional.of("none");
      if (answer.isEmpty()) {
        warn("Stopped; nothing was written.");
        return 1;
      }
      answers.put(question, answer.get());
    }
    String text = PolicyDraft.text(answers);
    if (PolicyReader.parse(file.toString(), text) instanceof PolicyReading.Faulty faulty) {
      throw new SiteProblem(
          "these answers make no valid policy; nothing was written\n" + faulty.text());
    }
    write(text);
    say("");
    say(file + " is written. Look at it, then:");
    say("  ./station policy show " + file + " --pdf policy.pdf");
    return 0;
  }

  /// Asks one question; empty at the end of the input, or after too many wrong answers.
  private Optional<String> ask(
      BufferedReader lines, PolicyQuestion question, Map<PolicyQuestion, String> answers)
      throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      out()
          .print(
              "%d/%d %s [%s]: "
                  .formatted(
                      1 + asked(answers.keySet().stream(), answers),
                      asked(Stream.of(PolicyQuestion.values()), answers),
                      question.words(answers),
                      question.usual(answers)));
      out().flush();
      String line = lines.readLine();
      if (line == null) {
        say("");
        return Optional.empty();
      }
      String given = line.strip().isEmpty() ? question.usual(answers) : line.strip();
      Optional<String> taken =
          given.length() > MOST_LINE ? Optional.empty() : question.read(given, answers);
      if (taken.isPresent()) {
        return taken;
      }
      say("  Expected " + question.expected(answers) + ".");
    }
    return Optional.empty();
  }

  private static long asked(Stream<PolicyQuestion> questions, Map<PolicyQuestion, String> answers) {
    return questions.filter(question -> question.isAsked(answers)).count();
  }

  private void write(String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(draft);
      throw new SiteProblem(file + " cannot be written: " + e.getMessage());
    }
  }

  /// Reads each word of a list separated by commas; empty when one cannot be read.
  static Optional<String> each(String text, Function<String, Optional<String>> read) {
    List<Optional<String>> all =
        List.of(text.split(",", -1)).stream().map(String::strip).map(read).toList();
    return all.stream().allMatch(Optional::isPresent)
        ? Optional.of(all.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ")))
        : Optional.empty();
  }
}

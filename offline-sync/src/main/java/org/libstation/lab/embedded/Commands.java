package org.libstation.lab.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.libstation.circulation.CirculationStatus;

/// Commands that control the library from outside; docs/developer/embedded-library.md lists them.
/// Every answer is one line: `ok`, `ok` with a text, or `error` with what was expected.
final class Commands {
  private static final String FAULT_FORM =
      "error: expected FAULT [MILLISECONDS] [CODE|any] [xTIMES] [after SKIPPED]";

  private final EmbeddedLibrary library;

  Commands(EmbeddedLibrary library) {
    this.library = library;
  }

  /// Carries out a command and returns its answer line.
  String run(String line) {
    Deque<String> words = new ArrayDeque<>(Arrays.asList(line.strip().split("\\s+", -1)));
    String first = words.removeFirst();
    return switch (first) {
      case "lose-request" -> plain(words, Fault.LoseRequest::new);
      case "lose-reply" -> plain(words, Fault.LoseReply::new);
      case "wrong-checksum" -> plain(words, Fault.WrongChecksum::new);
      case "garbage" -> plain(words, Fault.Garbage::new);
      case "another-item" -> plain(words, Fault.AnotherItem::new);
      case "drop-before" -> plain(words, Fault.DropBefore::new);
      case "drop-after" -> plain(words, Fault.DropAfter::new);
      case "answer-late" -> timed(words, Fault.AnswerLate::new);
      case "act-late" -> timed(words, Fault.ActLate::new);
      case "slow" -> timed(words, Fault.SlowAnswer::new);
      case "cable" -> cable(words);
      case "restart" -> restart(words);
      case "clear" -> clear();
      case "status" -> status();
      case "lend" -> lend(words);
      case "return" -> takeBack(words);
      case "say" -> say(words);
      default ->
          "error: expected lose-request, lose-reply, answer-late, act-late, wrong-checksum,"
              + " garbage, another-item, slow, drop-before, drop-after, cable, restart, clear,"
              + " status, lend, return or say";
    };
  }

  private String plain(Deque<String> words, Supplier<Fault> fault) {
    return arm(words, fault.get());
  }

  private String timed(Deque<String> words, Function<Duration, Fault> fault) {
    return number(words.peekFirst() == null ? "" : words.removeFirst())
        .map(millis -> arm(words, fault.apply(Duration.ofMillis(millis))))
        .orElse(FAULT_FORM);
  }

  private String arm(Deque<String> words, Fault fault) {
    String code = LibraryFaults.ANY;
    int times = 1;
    int skip = 0;
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      Optional<Integer> count =
          word.equals("after")
              ? number(words.isEmpty() ? "" : words.removeFirst())
              : number(word.substring(1)).filter(_ -> word.startsWith("x"));
      if (word.equals(LibraryFaults.ANY) || word.matches("\\d\\d")) {
        code = word;
      } else if (count.isEmpty()) {
        return FAULT_FORM;
      } else if (word.equals("after")) {
        skip = count.get();
      } else {
        times = count.get();
      }
    }
    if (times < 1) {
      return FAULT_FORM;
    }
    library.faults().arm(new LibraryFaults.ArmedLibraryFault(code, fault, skip, times));
    return "ok";
  }

  private String cable(Deque<String> words) {
    switch (words.isEmpty() ? "" : words.removeFirst()) {
      case "out" -> library.pullCable();
      case "silent" -> library.swallowEverything();
      case "in" -> library.plugCable();
      default -> {
        return "error: expected cable out, cable silent or cable in";
      }
    }
    return "ok";
  }

  private String restart(Deque<String> words) {
    Optional<Integer> millis = words.isEmpty() ? Optional.of(0) : number(words.removeFirst());
    if (millis.isEmpty()) {
      return "error: expected restart [MILLISECONDS]";
    }
    library.restart(Duration.ofMillis(millis.get()));
    return "ok";
  }

  private String clear() {
    library.faults().clear();
    return "ok";
  }

  private String status() {
    String waiting =
        library.faults().waiting().stream()
            .map(armed -> armed.code() + " " + armed.fault() + " x" + armed.times())
            .collect(Collectors.joining("; "));
    return "ok port " + library.port() + (waiting.isEmpty() ? "" : " waiting: " + waiting);
  }

  private String lend(Deque<String> words) {
    if (words.size() != 2) {
      return "error: expected lend ITEM CARD";
    }
    String item = words.removeFirst();
    String card = words.removeFirst();
    return told(library.withCore(core -> core.counterLend(item, card)));
  }

  private String takeBack(Deque<String> words) {
    if (words.size() != 1) {
      return "error: expected return ITEM";
    }
    String item = words.removeFirst();
    return told(library.withCore(core -> core.counterReturn(item)));
  }

  private String say(Deque<String> words) {
    Optional<CirculationStatus> status =
        words.size() == 2 ? CirculationStatus.ofCode(words.peekLast()) : Optional.empty();
    return status.isEmpty()
        ? "error: expected say ITEM STATUS, two digits from 01 to 13"
        : told(library.withCore(core -> core.counterSays(words.getFirst(), status.get())));
  }

  private static String told(Optional<String> outcome) {
    String words = outcome.orElse("it restarts");
    return words.equals("done") ? "ok" : "error: " + words;
  }

  /// Reads a number of up to six digits; empty if the text is none.
  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}

package org.libstation.fleet.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.libstation.device.exam.DeviceFault;
import org.libstation.flow.state.Code;
import org.libstation.process.log.JsonLine;

/// What is told of a matter.
///
/// @param id of the matter: the same from whoever tells it, also when it is told again
/// @param times how often it began; more than one where it comes and goes
/// @param at when it was over, or is told
/// @param watch who tells it
public record Alert(
    String id,
    AlertStep step,
    Incident.Subject subject,
    int times,
    Instant since,
    Instant at,
    String watch) {

  /// Which news of a matter it is.
  public sealed interface AlertStep {
    /// In a message.
    String word();

    record Begun() implements AlertStep {
      @Override
      public String word() {
        return "begun";
      }
    }

    /// That it still is.
    ///
    /// @param number from 1, a day later, on
    record Reminder(int number) implements AlertStep {
      @Override
      public String word() {
        return "reminder-" + number;
      }
    }

    /// That it is over.
    record AlertOver() implements AlertStep {
      @Override
      public String word() {
        return "back";
      }
    }
  }

  /// What a person is helped by.
  ///
  /// @param text of a key, where there is one
  /// @param zone of the people who are told
  public record AlertHelp(Function<String, Optional<String>> text, ZoneId zone) {
    /// Nothing.
    public static final AlertHelp NONE = new AlertHelp(_ -> Optional.empty(), ZoneOffset.UTC);

    private Optional<String> of(String code, String what) {
      return text.apply("finding." + code + "." + what)
          .or(
              () ->
                  DeviceFault.ofHealth(code)
                      .flatMap(fault -> text.apply("finding." + fault.code() + "." + what)));
    }

    private String moment(Instant at) {
      return MOMENT.format(at.atZone(zone));
    }
  }

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  /// One line.
  public String title(AlertHelp help) {
    String what =
        switch (subject.kind()) {
          case GONE -> "is gone";
          case FAULT -> subject.what() + meaning(help);
          case NO_BROKER -> "does not reach the broker";
          case TOO_MANY -> "sees more wrong than it can keep";
        };
    String how =
        switch (step) {
          case AlertStep.Begun _ -> "";
          case AlertStep.Reminder _ -> "still: ";
          case AlertStep.AlertOver _ -> "over: ";
        };
    return subject.station() + ": " + how + what;
  }

  /// What its code means, in a few words; nothing of one that only a driver knows.
  private String meaning(AlertHelp help) {
    String code = code();
    return Stream.of(Code.values())
        .filter(it -> it.name().equals(code))
        .map(Code::meaning)
        .findFirst()
        .or(() -> help.of(code, "what"))
        .or(() -> DeviceFault.ofHealth(code).map(it -> it.name().toLowerCase(Locale.ROOT)))
        .map(words -> " (" + words.replace('_', ' ') + ")")
        .orElse("");
  }

  private String code() {
    return subject.what().substring(subject.what().lastIndexOf(' ') + 1);
  }

  /// For a person; no line is longer than a mail's may be.
  public List<String> lines(AlertHelp help) {
    return List.of(
        title(help),
        "",
        "since     " + help.moment(since),
        (step instanceof AlertStep.AlertOver ? "until     " : "told      ") + help.moment(at),
        "times     " + times,
        "station   " + subject.station() + " " + subject.installation(),
        "by        " + watch,
        "id        " + id,
        "",
        switch (subject.kind()) {
          case GONE ->
              "It said nothing: no power, no network, or the program ended. Look whether it is lit.";
          case FAULT ->
              help.of(code(), "do")
                  .map("What to do: "::concat)
                  .orElse(
                      "The page of the fleet says what staff do about it, and so does the technician's"
                          + " page at the station.");
          case NO_BROKER -> "Until it does, nobody here knows how stations are.";
          case TOO_MANY -> "The page shows them all.";
        });
  }

  /// For a program: one object (RFC 8259).
  public String json(AlertHelp help) {
    return new JsonLine()
        .put("schema", "libstation-alert-1")
        .put("id", id)
        .put("step", step.word())
        .put("kind", subject.kind().word())
        .put("station", subject.station())
        .put("installation", subject.installation())
        .put("what", subject.what())
        .put("times", times)
        .put("since", since.toString())
        .put("at", at.toString())
        .put("watch", watch)
        .put("text", title(help))
        .toString();
  }
}

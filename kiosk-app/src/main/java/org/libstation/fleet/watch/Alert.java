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

/// An alert about an incident.
///
/// @param id of the incident; the same from each watcher, also for later alerts
/// @param times how often it began; more than one if it comes and goes
/// @param at when it ended, or when it is reported
/// @param watch name of the watcher that reports it
public record Alert(
    String id,
    AlertStep step,
    Incident.Subject subject,
    int times,
    Instant since,
    Instant at,
    String watch) {

  /// Stage of an incident that the alert reports.
  public sealed interface AlertStep {
    /// Word in a message.
    String word();

    /// The incident began. --
    record Begun() implements AlertStep {
      @Override
      public String word() {
        return "begun";
      }
    }

    /// The incident goes on.
    ///
    /// @param number from 1, a day later, on
    record Reminder(int number) implements AlertStep {
      @Override
      public String word() {
        return "reminder-" + number;
      }
    }

    /// The incident is over.
    record AlertOver() implements AlertStep {
      @Override
      public String word() {
        return "back";
      }
    }
  }

  /// Help for the reader of an alert.
  ///
  /// @param text finds the text of a key; empty if there is none
  /// @param zone time zone of the readers
  public record AlertHelp(Function<String, Optional<String>> text, ZoneId zone) {
    /// No help.
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

  /// The alert on one line.
  public String title(AlertHelp help) {
    String what =
        switch (subject.kind()) {
          case GONE -> "is gone";
          case FAULT -> subject.what() + meaning(help);
          case NO_BROKER -> "does not reach the broker";
          case TOO_MANY -> "finds more faults than it can store";
        };
    String how =
        switch (step) {
          case AlertStep.Begun _ -> "";
          case AlertStep.Reminder _ -> "still: ";
          case AlertStep.AlertOver _ -> "over: ";
        };
    return subject.station() + ": " + how + what;
  }

  /// Meaning of its code in a few words; empty for a code that only a driver knows.
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

  /// The alert for a person; no line exceeds the limit of a mail.
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
              "The station is silent: no power, no network, or the program ended. See if its screen is on.";
          case FAULT ->
              help.of(code(), "do")
                  .map("What to do: "::concat)
                  .orElse(
                      "The fleet page says what staff do about it, and so does the technician's"
                          + " page at the station.");
          case NO_BROKER -> "Until it does, the state of the stations is not known here.";
          case TOO_MANY -> "The fleet page shows them all.";
        });
  }

  /// The alert for a program: one JSON object (RFC 8259).
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

package org.libstation.journal.sqlite;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.circulation.Refusal;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// What journals up to version 3 kept of a central system's own words: all of the detail of
/// `refused`, and what stands behind the reason in the detail of a `staff line`. Nothing else in
/// them came from an answer's free text.
final class WordsOfMark {
  static final String REFUSED = "refused";
  static final String STAFF_LINE = "staff line";

  /// The reason as the station wrote it; the central system's text began behind it.
  private static final Pattern REASON =
      Pattern.compile(
          Arrays.stream(Refusal.Reason.values())
              .map(Enum::name)
              .collect(Collectors.joining("|", "(?<![A-Z_])(?:", ")(?![A-Z_])")));

  private WordsOfMark() {}

  /// The details without those words; empty when there are none in them, or they cannot be read.
  static Optional<String> without(String kind, String details) {
    try {
      Fields fields = Fields.parse(details);
      String detail = fields.maybe("detail").orElse("");
      int end = ownEnd(kind, detail);
      return detail.substring(end).isBlank()
          ? Optional.empty()
          : Optional.of(fields.put("detail", detail.substring(0, end)).line());
    } catch (JournalException _) {
      return Optional.empty();
    }
  }

  /// The mark without them: for what comes from a file of any version.
  static Mark without(Mark mark) {
    if (mark instanceof Mark.Refused(var reason, _)) {
      return new Mark.Refused(reason, "");
    }
    if (mark instanceof Mark.StaffLine(var kind, String detail)) {
      return new Mark.StaffLine(kind, detail.substring(0, ownEnd(STAFF_LINE, detail)));
    }
    return mark;
  }

  /// How many characters of a detail are the station's own.
  static int ownEnd(String kind, String detail) {
    return switch (kind) {
      case REFUSED -> 0;
      case STAFF_LINE -> {
        Matcher reason = REASON.matcher(detail);
        yield reason.find() ? reason.end() : detail.length();
      }
      default -> detail.length();
    };
  }
}

package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TaskNoteCode.NoteValueKind;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;

/// What the station notes for staff is told in each language.
class NoteWordsTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final String AT = "2026-11-24T18:44:00+08:00";

  private static String told(Language language, TaskNote... notes) {
    return new NoteWords(TEXTS.in(language), Optional.of(HONG_KONG)).of(List.of(notes));
  }

  private static String technician(TaskNote... notes) {
    return new NoteWords(TEXTS.in(Language.EN), Optional.empty()).of(List.of(notes));
  }

  private static String sample(NoteValueKind kind, int at) {
    return switch (kind) {
      case MOMENT -> "2026-11-24T18:4" + at + ":00+08:00";
      case DUE -> "2026-12-0" + (at + 1) + "T23:59";
      case DAY -> "2026-12-0" + (at + 1);
      case MONEY -> "HKD 1" + at + ".50";
      case REASON -> Refusal.RefusalReason.CARD_LOST.name();
      case NUMBERS -> "010" + at + " trace 00010" + at + " terminal 5250003" + at;
      case CODE -> Code.T34.name();
      case SAID -> "Permission denied";
      case TEXT -> "77" + at;
    };
  }

  private static TaskNote sample(TaskNoteCode code) {
    return new TaskNote(
        code,
        IntStream.range(0, code.kinds().size())
            .mapToObj(at -> sample(code.kinds().get(at), at))
            .toList());
  }

  @ParameterizedTest
  @EnumSource(TaskNoteCode.class)
  void each_code_has_a_text_in_each_language_with_a_place_for_each_value(TaskNoteCode code) {
    Object[] places =
        IntStream.range(0, code.kinds().size()).mapToObj(at -> "<" + at + ">").toArray();
    for (Language language : Language.values()) {
      String said = TEXTS.in(language).say("note." + code, places);
      assertThat(Stream.of(places)).allMatch(place -> said.contains(place.toString()));
      assertThat(said).doesNotContain("<" + places.length + ">", "{");
    }
  }

  @ParameterizedTest
  @EnumSource(TaskNoteCode.class)
  void each_code_is_told_in_chinese_without_a_word_of_english(TaskNoteCode code) {
    for (Language language : Language.values()) {
      String told = told(language, sample(code));
      assertThat(told).isNotBlank();
      if (language != Language.EN) {
        assertThat(told.replaceAll("HKD|T34|T23:59|renewal ok = Y", ""))
            .doesNotContainPattern("[A-Za-z]");
      }
    }
  }

  static Stream<Arguments> notesOfEachWriter() {
    return Stream.of(
        // Loans.
        says(
            "lent 24 Nov 2026 18:44; not booked: refused, reason not known",
            TaskNote.of(TaskNoteCode.LENT, AT),
            TaskNote.of(TaskNoteCode.NOT_BOOKED),
            TaskNote.refused(Refusal.of(Refusal.RefusalReason.OTHER))),
        says(
            "lent 24 Nov 2026 18:44; not booked: the card number is no longer kept",
            TaskNote.of(TaskNoteCode.LENT, AT),
            TaskNote.of(TaskNoteCode.NOT_BOOKED),
            TaskNote.of(TaskNoteCode.CARD_NOT_KEPT)),
        says(
            "lent by the station 24 Nov 2026 18:44, not released",
            TaskNote.of(TaskNoteCode.LENT_NOT_RELEASED, AT)),
        says(
            "lent here 24 Nov 2026 18:44 (clock doubtful); status 03",
            TaskNote.of(TaskNoteCode.LENT_HERE, AT + " doubtful"),
            TaskNote.of(TaskNoteCode.STATUS, "03")),
        says(
            "booked for the card, not released; asked 24 Nov 2026 18:44",
            TaskNote.of(TaskNoteCode.BOOKED_NOT_RELEASED),
            TaskNote.of(TaskNoteCode.ASKED, AT)),
        says(
            "not released 24 Nov 2026 18:44: T31: the reader left before the item was released",
            TaskNote.of(TaskNoteCode.NOT_RELEASED, AT),
            TaskNote.of(TaskNoteCode.CODE, Code.T31)),
        // Renewals and holds.
        says(
            "asked 24 Nov 2026 18:44; the due date has not moved",
            TaskNote.of(TaskNoteCode.ASKED, AT),
            TaskNote.of(TaskNoteCode.DUE_NOT_MOVED)),
        says(
            "asked 24 Nov 2026 18:44, came to nothing; on loan now, due 2026-12-15T23:59",
            TaskNote.of(TaskNoteCode.CAME_TO_NOTHING, AT, "2026-12-15T23:59")),
        says(
            "asked 24 Nov 2026 18:44; it is not known whether it was placed: the account is"
                + " not shown: refused, reason not known",
            TaskNote.of(TaskNoteCode.ASKED, AT),
            TaskNote.of(TaskNoteCode.PLACING_UNKNOWN),
            TaskNote.of(TaskNoteCode.ACCOUNT_NOT_SHOWN),
            TaskNote.of(TaskNoteCode.REASON_NOT_KNOWN)),
        // Returns.
        says(
            "handed over 24 Nov 2026 18:44; status 03, due 20261215    235900",
            TaskNote.of(TaskNoteCode.HANDED_OVER, AT),
            TaskNote.of(TaskNoteCode.STATUS_DUE, "03", "20261215    235900")),
        says(
            "handed over 24 Nov 2026 18:44, but this central system counts a return from when it is"
                + " reported",
            TaskNote.of(TaskNoteCode.COUNTS_WHEN_REPORTED, AT)),
        says(
            "handed over 24 Nov 2026 18:44; part 2 of 3 is missing (the station was cut off"
                + " meanwhile)",
            TaskNote.of(TaskNoteCode.HANDED_OVER, AT),
            TaskNote.of(TaskNoteCode.PART_MISSING, 2, 3),
            TaskNote.of(TaskNoteCode.CUT_OFF)),
        says(
            "handed over 24 Nov 2026 18:44, before the eye for 240 ms, T21",
            TaskNote.of(TaskNoteCode.HANDED_OVER, AT),
            TaskNote.of(TaskNoteCode.BEFORE_THE_EYE, 240),
            TaskNote.of(TaskNoteCode.OBJECT_SIGN, "T21")),
        says(
            "the library charged HKD 3.00, but the station told HKD 4.50 (due not known, calendar c, policy"
                + " p)",
            TaskNote.of(TaskNoteCode.CHARGED_OTHERWISE, "HKD 3.00", "HKD 4.50", "", "c", "p")),
        // Payments.
        says(
            "HKD 12.00 asked for 24 Nov 2026 18:44; it is not known whether the terminal took it:"
                + " its last transaction is another than before; the terminal took nothing: receipt"
                + " 0005 trace 000101",
            TaskNote.of(TaskNoteCode.ASKED_FOR, "HKD 12.00", AT),
            TaskNote.of(TaskNoteCode.TAKING_UNKNOWN),
            TaskNote.of(TaskNoteCode.TERMINAL_ANOTHER_LAST),
            TaskNote.of(TaskNoteCode.TERMINAL_TOOK_NOTHING, "0005 trace 000101")),
        says(
            "HKD 12.00 taken 24 Nov 2026 18:44, receipt 0101; it is not known whether it was booked: owed HKD 24.00"
                + " (HKD 12.00 of the charge) before and HKD 20.00 (nothing of the charge) now",
            TaskNote.of(TaskNoteCode.MONEY_TAKEN, "HKD 12.00", AT, "0101"),
            TaskNote.of(TaskNoteCode.BOOKING_UNKNOWN),
            TaskNote.of(TaskNoteCode.OWED_OF_CHARGE, "HKD 24.00", "HKD 12.00", "HKD 20.00", "")),
        says(
            "HKD 12.00 taken 24 Nov 2026 18:44, receipt 0101; not booked: of the charge 7 nothing is"
                + " open",
            TaskNote.of(TaskNoteCode.MONEY_TAKEN, "HKD 12.00", AT, "0101"),
            TaskNote.of(TaskNoteCode.NOT_BOOKED),
            TaskNote.of(TaskNoteCode.CHARGE_OPEN, "7", "")),
        // Second looks.
        says(
            "settled 24 Nov 2026 18:44, due 2026-12-08T23:59; due not told now",
            TaskNote.of(TaskNoteCode.DUE_MOVED, AT, "2026-12-08T23:59", "")),
        says(
            "the library may have lost its records from 24 Nov 2026 18:44 to 24 Nov 2026 18:44: 21"
                + " settled here are gone: a, b and 1 more",
            TaskNote.of(TaskNoteCode.RECORDS_LOST, AT, AT, 21, "a, b"),
            TaskNote.of(TaskNoteCode.AND_MORE, 1)),
        // The journal.
        says(
            "x: an unknown number of entries could not be read, at least 3; among them by the index:"
                + " a, b and 2 more",
            TaskNote.of(TaskNoteCode.ENTRIES_UNREADABLE, "x"),
            TaskNote.of(TaskNoteCode.AT_LEAST, 3),
            TaskNote.of(TaskNoteCode.AMONG_THEM, "a, b"),
            TaskNote.of(TaskNoteCode.AND_MORE, 2)));
  }

  private static Arguments says(String english, TaskNote... notes) {
    return Arguments.of(english, Arrays.asList(notes));
  }

  @ParameterizedTest
  @MethodSource("notesOfEachWriter")
  void notes_of_each_writer_read_as_one_sentence(String english, List<TaskNote> notes) {
    assertThat(told(Language.EN, notes.toArray(TaskNote[]::new))).isEqualTo(english);
  }

  @Test
  void a_reason_is_told_in_words_and_to_a_technician_by_its_name() {
    TaskNote refused =
        TaskNote.refused(new Refusal(Refusal.RefusalReason.CARD_LOST, CentralWords.NONE));
    assertThat(told(Language.EN, refused))
        .isEqualTo(TEXTS.in(Language.EN).say("plot.reason.CARD_LOST"));
    assertThat(technician(TaskNote.of(TaskNoteCode.LENT, AT + " doubtful"), refused))
        .isEqualTo("lent " + AT + " (clock doubtful); CARD_LOST");
  }

  @Test
  void a_moment_is_told_as_its_reader_writes_it() {
    assertThat(
            told(
                Language.ZH_HANT_HK,
                TaskNote.of(TaskNoteCode.LENT, "2026-11-24T10:44:00Z"),
                TaskNote.of(TaskNoteCode.NOT_BOOKED),
                TaskNote.text("CARD")))
        .isEqualTo("於 2026年11月24日 18:44 借出；未入帳：CARD");
  }

  @Test
  void what_a_device_says_of_itself_is_told_in_the_readers_language() {
    assertThat(told(Language.ZH_HANS, TaskNote.text("the tag's answer was disturbed")))
        .isEqualTo(TEXTS.in(Language.ZH_HANS).say("machine.TAG_DISTURBED"));
  }

  /// From a newer program, or damaged: nothing of it is lost, and nothing fails.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sold to=Chan; status=03 | sold to=Chan; status 03",
        "lent=yesterday | lent yesterday",
        "lent=2026-11-24T18:44:00+08:00,x | lent=2026-11-24T18:44:00+08:00,x",
        "refused reason=MOON_FULL | MOON_FULL",
        "code=moon | moon",
        "settled | settled",
        "= | =",
        "terminal took=twelve,none | the terminal took twelve: receipt none"
      })
  void what_cannot_be_read_is_shown_as_it_stands(String written, String told) {
    assertThat(told(Language.EN, TaskNote.read(written).toArray(TaskNote[]::new))).isEqualTo(told);
  }
}

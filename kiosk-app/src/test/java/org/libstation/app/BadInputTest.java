package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.barcode.CheckDigits;
import org.libstation.flow.state.Key;
import org.libstation.journal.EntryState;
import org.libstation.lab.twin.TagField;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// What comes in wrong at the readers and from the library: through the whole station.
class BadInputTest {
  private static final String BOOK = "38801000000015";
  private static final String OTHER_CARD = "28801000000025";
  private static final String NO_ITEM_OF_THE_LIBRARY = "38801000999995";
  private static final String ISBN = "9787020008728";

  @TempDir Path directory;
  private StationRig station;

  @BeforeEach
  void a_station_runs() throws Exception {
    station = StationRig.off(directory).start();
  }

  @AfterEach
  void it_ends() {
    station.close();
  }

  @Test
  void what_is_no_item_to_borrow_is_told_on_its_row_and_nothing_is_booked() throws Exception {
    station.press(new Key.StartBorrow());
    station.line("screen card");
    station.scan(BOOK);
    station.see(
        "an item where a card is expected", state -> state.screen().toString().contains("C24"));
    station.scan(ISBN);
    station.see("no card at all", state -> state.screen().toString().contains("C25"));
    station.press(new Key.Leave());
    station.line("screen welcome");

    station.borrowing();
    station.scan(luhn(NO_ITEM_OF_THE_LIBRARY));
    station.line("refused B11");
    station.scan(ISBN);
    station.line("B12");
    station.scan(StationRig.CARD);
    station.line("code B13");
    station.scan("38801000000016");
    station.line("B14");
    station.scan("X-77");
    station.line("B15");
    placeUnreadable(station.pad());
    station.line("T21");
    station.line("T22");
    // Nothing was lent: another card is the next one at once.
    station.scan(OTHER_CARD);
    station.line("screen pin");

    assertThat(station.entries()).allMatch(entry -> entry.state() == EntryState.CLOSED);
  }

  @Test
  void what_is_no_item_to_return_is_told_on_its_row_and_nothing_is_written() throws Exception {
    station.press(new Key.StartReturn());
    station.line("screen return");
    station.scan(StationRig.CARD);
    station.line("code R13");
    station.scan(ISBN);
    station.line("R12");
    station.scan("38801000000016");
    station.line("R14");
    station.scan("X-77");
    station.line("R11");
    placeUnreadable(station.pad());
    station.line("T21");
    station.line("T22");
    assertThat(station.entries()).isEmpty();

    // In the drop staff look into the bin.
    placeUnreadable(station.drop());
    station.scan(luhn(NO_ITEM_OF_THE_LIBRARY));
    station.line("with-staff R11");
    assertThat(station.entries()).singleElement().matches(e -> e.state() == EntryState.WITH_STAFF);
  }

  @Test
  void two_cards_are_asked_to_be_one() throws Exception {
    station.press(new Key.StartBorrow());
    station.line("screen card");
    station.scan(StationRig.CARD);
    station.line("screen pin");
    station.scan(OTHER_CARD);
    station.see("C21", state -> state.screen().toString().contains("C21"));
    assertThat(station.entries()).isEmpty();
  }

  @Test
  @Tag("full")
  void a_tag_that_leaves_before_it_is_cleared_is_asked_back_and_lent_once() throws Exception {
    String uid = "E004015000000001";
    station.borrowing();
    station.pad().place(uid, BOOK, "HK-SEL", 1, 1, true);
    station.pad().deafToAfi(uid, true);
    station.line("row " + BOOK + " place-again");
    station.pad().lift(uid);
    station.see("an empty pad", state -> state.pad().isEmpty());
    assertThat(station.pad().afi(uid)).isEqualTo(TagField.AFI_IN_STOCK);
    assertThat(station.entries())
        .singleElement()
        .matches(entry -> !entry.has(org.libstation.journal.Mark.Released.class));

    station.pad().deafToAfi(uid, false);
    station.pad().putBack(uid);
    station.line("row " + BOOK + " lent");
    assertThat(station.pad().afi(uid)).isEqualTo(TagField.AFI_ON_LOAN);
    station.settled(
        "one loan", all -> all.size() == 1 && all.getFirst().state() == EntryState.CLOSED);
  }

  @Test
  void a_third_security_value_is_not_written_over_borrowing_or_returning() throws Exception {
    String uid = "E004015000000001";
    station.borrowing();
    byte[] record = LibraryTag.encode(new TagContent.Item(BOOK, Optional.of("HK-SEL"), 1, 1));
    station.pad().placeRaw(uid, 28, 0x9E, LibraryTag.DSFID_ISO_28560_2, record);
    station.line("not-recognised T24");
    station.press(new Key.Leave());
    station.line("screen welcome");
    station.pad().lift(uid);
    station.see("an empty pad", state -> state.pad().isEmpty());

    station.press(new Key.StartReturn());
    station.pad().putBack(uid);
    station.line("row " + BOOK + " returned");
    station.settled(
        "told to staff",
        all -> all.stream().anyMatch(e -> e.has(org.libstation.journal.Mark.NotSecured.class)));
    assertThat(station.pad().afi(uid)).isEqualTo(0x9E);
  }

  @Test
  void a_wrong_security_bit_is_found_on_the_tray_and_set_right_by_a_technicians_key()
      throws Exception {
    String uid = "E004015000000001";
    station.online();
    station.pad().place(uid, BOOK, "HK-SEL", 1, 1, false);
    station.see("the book", state -> state.pad().size() == 1);
    assertThat(station.pad().afi(uid)).isEqualTo(TagField.AFI_ON_LOAN);
    station.technician();
    station.press(new Key.CheckTray());
    station.line("row " + BOOK + " bit-wrong");
    assertThat(station.pad().afi(uid)).isEqualTo(TagField.AFI_ON_LOAN);

    station.press(new Key.Repair(uid));
    station.line("row " + BOOK + " bit-set");
    assertThat(station.pad().afi(uid)).isEqualTo(TagField.AFI_IN_STOCK);
    station.press(new Key.CheckTray());
    station.line("row " + BOOK + " bit-right");
    assertThat(station.entries()).isEmpty();
  }

  @Test
  void a_readers_card_with_a_tag_opens_the_visit_is_no_item_and_is_said_at_its_end()
      throws Exception {
    String card = "E004015000000002";
    station.online();
    station.pad().placePatronCard(card, StationRig.CARD, "HK-SEL");
    station.line("screen pin");
    station.type(StationRig.PIN);
    station.line("screen borrow");
    station.press(new Key.Leave());
    station.line("code C26");
    station.press(new Key.Confirm());
    station.line("screen welcome");
    station.line("code C26");
    station.pad().lift(card);
    station.see("an empty pad", state -> state.pad().isEmpty());
    assertThat(station.lines()).noneMatch(line -> line.contains("C26"));
    assertThat(station.entries()).isEmpty();
  }

  @Tag("full")
  @Test
  void garbage_from_the_library_leaves_one_loan_to_be_confirmed_and_it_is_found_done()
      throws Exception {
    station.borrowing();
    station.library.command("garbage 11");
    station.scan(BOOK);
    station.line("row " + BOOK + " to-be-confirmed");
    station.settled(
        "found done",
        all -> !all.isEmpty() && all.stream().allMatch(e -> e.state() == EntryState.CLOSED));
  }

  /// A tag of another system, and a record of ours that was cut short.
  private static void placeUnreadable(TagField reader) {
    byte[] record =
        LibraryTag.encode(new TagContent.Item(BOOK, java.util.Optional.of("HK-SEL"), 1, 1));
    reader.placeRaw("E004015000000003", 28, 0x07, 0x21, new byte[] {0x5A, 1, 1});
    reader.placeRaw("E004015000000004", 8, 0x07, 0x06, Arrays.copyOf(record, 4));
  }

  /// The number with its right last digit.
  private static String luhn(String number) {
    String body = number.substring(0, number.length() - 1);
    for (char digit = '0'; digit <= '9'; digit++) {
      if (CheckDigits.luhn(body + digit)) {
        return body + digit;
      }
    }
    throw new IllegalArgumentException(number);
  }
}

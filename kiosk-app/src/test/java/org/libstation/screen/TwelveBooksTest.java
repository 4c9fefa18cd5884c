package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.language.TestTexts;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// Twelve books do not fit on one page. The list shows the progress and never jumps.
class TwelveBooksTest {
  private static final int BOOKS = 12;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void the_head_counts_the_books_that_are_done() throws Exception {
    assertThat(read(host(), asking(5))).anyMatch(text -> text.startsWith("5 of 12 done"));
  }

  /// While the library system answers book by book, a page stays as it is until all its books are
  /// done.
  @Test
  void a_page_stays_until_its_books_are_done() throws Exception {
    assertThat(pages(TwelveBooksTest::asking)).containsExactly("1 / 3", "2 / 3", "3 / 3");
  }

  @Test
  void a_page_of_returns_stays_until_its_books_are_done() throws Exception {
    List<String> pages = pages(TwelveBooksTest::returning);

    assertThat(pages.getFirst()).startsWith("1 /");
    assertThat(pages).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1);
  }

  @Test
  void the_page_that_a_patron_turned_to_stays() throws Exception {
    ScreenHost host = host();
    read(host, asking(2));
    Fx.call(
        () -> {
          ScreensTest.keys(host).stream()
              .filter(key -> Objects.equals(key.getAccessibleText(), "Next"))
              .findFirst()
              .orElseThrow()
              .fire();
          return 0;
        });
    String turned = pageOf(read(host, asking(2))).getFirst();
    assertThat(turned).startsWith("2");
    assertThat(pageOf(read(host, asking(3))).getFirst()).isEqualTo(turned);
  }

  /// The pages that are shown one after the other while a visit goes on, book by book.
  private static List<String> pages(IntFunction<FlowState> visit) throws Exception {
    ScreenHost host = host();
    List<String> pages = new ArrayList<>();
    for (int done = 0; done < BOOKS - 1; done++) {
      String page = pageOf(read(host, visit.apply(done))).getFirst();
      if (pages.isEmpty() || !pages.getLast().equals(page)) {
        pages.add(page);
      }
    }
    return pages;
  }

  /// Twelve books handed in, the first of them booked.
  private static FlowState returning(int done) {
    ReturnRow[] rows =
        IntStream.range(0, BOOKS)
            .mapToObj(
                at ->
                    States.returned(
                        at,
                        at < done ? States.settled() : new ReturnRow.ReturnRowState.ReturnTaken()))
            .toArray(ReturnRow[]::new);
    return States.in(States.returning(States.WELL, Hands.WAIT, rows), Language.EN, Access.STANDARD);
  }

  /// Twelve books on the tray, the first of them lent.
  private static FlowState asking(int done) {
    BorrowRow[] rows =
        IntStream.range(0, BOOKS)
            .mapToObj(
                at ->
                    States.row(
                        at,
                        at < done
                            ? States.lent(true)
                            : new BorrowRow.BorrowRowState.Asking(States.NOW)))
            .toArray(BorrowRow[]::new);
    return States.in(States.borrowing(States.WELL, Hands.WAIT, rows), Language.EN, Access.STANDARD);
  }

  private static ScreenHost host() throws Exception {
    return Fx.call(
        () -> {
          ScreenHost host = SilentHost.of(TestTexts.OURS, _ -> {});
          var _ = new Scene(host, Tokens.WIDTH, Tokens.HEIGHT);
          host.resize(Tokens.WIDTH, Tokens.HEIGHT);
          return host;
        });
  }

  private static List<String> read(ScreenHost host, FlowState state) throws Exception {
    return Fx.call(
        () -> {
          ScreensTest.show(host, state);
          return ScreensTest.texts(host).stream()
              .filter(LargeTextTest::isSeen)
              .map(ScreensTest::said)
              .toList();
        });
  }

  /// The number of the page.
  private static List<String> pageOf(List<String> texts) {
    return texts.stream().filter(text -> text.matches("[0-9]+\\h*/\\h*[0-9]+")).toList();
  }
}

package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page docs/developer/embedded-library.md tells what the program does.
class EmbeddedLibraryPageTest {
  private static final Pattern ITEM_ROW =
      Pattern.compile("(?m)^\\| `(3\\d{13})` \\| (.+?) \\| .+ \\|$");

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/developer/embedded-library.md"));
  }

  @Test
  void everyPatronStandsThereWithCardPinNameAndPurpose() throws IOException {
    String page = page().replace("*", "");
    assertThat(DemoPatron.all())
        .allSatisfy(
            patron ->
                assertThat(page)
                    .contains(
                        "`"
                            + patron.card()
                            + "` | `"
                            + patron.pin()
                            + "` | "
                            + patron.name()
                            + " | "
                            + patron.kind()
                            + " | "
                            + patron.purpose()
                            + " |"));
  }

  @Test
  void everyItemNamedThereHasThatBarcode() throws IOException {
    Map<String, String> titles =
        Stock.items().stream().collect(Collectors.toMap(StockItem::barcode, StockItem::title));
    List<MatchResult> rows = ITEM_ROW.matcher(page()).results().toList();
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(rows)
        .allSatisfy(row -> assertThat(titles.get(row.group(1))).isEqualTo(row.group(2)));
  }

  @Test
  void everyTextOfARefusalStandsThere() throws IOException {
    String page = page();
    for (No no : No.values()) {
      assertThat(page).contains("`" + no.words() + "`");
    }
  }

  @Test
  void theNumberOfItemsIsRight() throws IOException {
    assertThat(page()).contains("There are " + Stock.items().size() + " items");
  }
}

package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.Receipt;

/// What a stranger writes into a tag or a title and nobody sees.
final class HiddenCharactersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "30000000\u202E000017", "30000000\u200B000017", "\uFEFF30000000000017",
        "30000000\u2066000017", "3000000000\u00AD0017", "30000000\u3164000017",
        "30000000\u0085000017", "30000000\u2028000017"
      })
  void a_number_with_a_character_that_is_not_seen_is_no_number(String id) {
    byte[] memory = LibraryTag.encode(new TagContent.Item(id, Optional.empty(), 1, 1));

    assertThat(LibraryTag.judge(LibraryTag.DSFID_ISO_28560_2, memory))
        .isInstanceOf(TagContent.Damaged.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202E", "\u200B", "\uFEFF", "\u2066", "\u00AD", "\u3164", "\uD800"})
  void a_receipt_line_has_no_character_that_is_not_seen(String hidden) {
    Receipt.Text title =
        new Receipt.Text("紅樓" + hidden + "夢", Receipt.Style.NORMAL, Receipt.Align.LEFT);
    Receipt.Pair pair = new Receipt.Pair("a" + hidden + "b", hidden + "1", Receipt.Style.NORMAL);

    assertThat(title.text().replace(" ", "")).isEqualTo("紅樓夢");
    assertThat(pair.left().replace(" ", "")).isEqualTo("ab");
    assertThat(pair.right().strip()).isEqualTo("1");
  }
}

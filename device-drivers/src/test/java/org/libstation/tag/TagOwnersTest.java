package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TagOwnersTest {
  @Test
  void the_librarys_own_and_its_partners_tags_are_ours_and_all_others_are_not() {
    TagOwners owners = TagOwners.of("HK-SEL, hk-partner");

    assertThat(owners.ours(Optional.of("HK-SEL"))).isTrue();
    assertThat(owners.ours(Optional.of("HK-PARTNER "))).isTrue();
    assertThat(owners.ours(Optional.of("DK-718500"))).isFalse();
    assertThat(owners.ours(Optional.of(""))).isFalse();
  }

  @Test
  void a_tag_without_an_owner_is_ours_and_so_is_any_where_no_list_is_kept() {
    assertThat(TagOwners.of("HK-SEL").ours(Optional.empty())).isTrue();
    assertThat(TagOwners.of(" ").ours(Optional.of("DK-718500"))).isTrue();
    assertThat(TagOwners.ANY.ours(Optional.of("DK-718500"))).isTrue();
  }

  @Test
  void what_is_no_isil_is_refused() {
    assertThatThrownBy(() -> TagOwners.of("HK-SEL; DK-718500"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.libstation.screen.kit.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// What a stage shows where it has no room for all.
class StagePaneTest {
  private static Region high(double height) {
    Region part = new Region();
    part.setMinHeight(height);
    part.setPrefHeight(height);
    return part;
  }

  private static void lay(double room, Region... parts) {
    StagePane stage = new StagePane(0);
    stage.show(List.of(parts));
    stage.resize(100, room);
    stage.layout();
  }

  @Test
  void the_highest_rank_goes_first() {
    Region head = high(40);
    Region less = StagePane.rank(2, high(30));
    Region more = StagePane.rank(1, high(30));
    lay(70, head, less, more);
    assertThat(List.of(head, more)).allMatch(Node::isVisible);
    assertThat(less.isVisible()).isFalse();
  }

  @Test
  void what_was_left_out_comes_back_where_something_larger_went_after_it() {
    Region head = high(40);
    Region small = StagePane.rank(2, high(30));
    Region large = StagePane.rank(1, high(60));
    lay(90, head, small, large);
    assertThat(List.of(head, small)).allMatch(Node::isVisible);
    assertThat(large.isVisible()).isFalse();
  }

  @Test
  void what_is_not_there_at_all_comes_back_before_what_is_there_in_short() {
    Region head = high(40);
    Region other = StagePane.rank(3, high(30));
    Region brief = StagePane.rank(1, high(10));
    Region whole = StagePane.orElse(StagePane.rank(2, high(50)), brief);
    Region large = StagePane.rank(1, high(60));
    lay(90, head, other, whole, large);
    assertThat(List.of(head, other, brief)).allMatch(Node::isVisible);
    assertThat(List.of(whole, large)).noneMatch(Node::isVisible);
    lay(91, head, whole, large);
    assertThat(List.of(head, whole)).allMatch(Node::isVisible);
    assertThat(brief.isVisible()).isFalse();
  }
}

package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.TagCheck;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;

/// The whole station with a keyboard or keypad alone.
class KeyboardTest {
  private final List<FlowEvent> out = new ArrayList<>();
  private Stage stage;
  private ScreenHost host;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host = Fx.call(() -> ScreensTest.host(out));
    stage = Fx.window(host.getScene());
  }

  @AfterEach
  void close() throws Exception {
    Fx.close(stage);
  }

  @Test
  void a_key_that_is_held_down_acts_once_and_when_it_is_let_go() throws Exception {
    show("borrow-stack");
    type(KeyCode.TAB);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    assertThat(out).isEmpty();
    release(KeyCode.ENTER);
    release(KeyCode.ENTER);
    assertThat(out).hasSize(1);
  }

  @Test
  void a_key_that_went_down_on_another_screen_acts_on_nothing() throws Exception {
    show("borrow-stack");
    type(KeyCode.TAB);
    press(KeyCode.ENTER);
    show("done-returned");
    press(KeyCode.ENTER);
    release(KeyCode.ENTER);
    assertThat(out).isEmpty();
  }

  @Test
  void the_first_press_shows_the_ring_and_does_nothing_else() throws Exception {
    show("welcome");
    assertThat(ringed()).isEmpty();
    type(KeyCode.ENTER);
    assertThat(out).isEmpty();
    assertThat(ringed()).containsExactly("借閱");
    type(KeyCode.ENTER);
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.StartBorrow()));
  }

  @Test
  @Tag("full")
  void under_a_sheet_nothing_can_be_reached_and_tab_comes_to_all_that_can() throws Exception {
    for (String name : List.of("borrow-idle", "borrow-leave", "help", "privacy")) {
      for (boolean low : name.equals("borrow-leave") ? List.of(false, true) : List.of(false)) {
        Access access = Access.silent(1, false, false, low, false);
        show(States.in(States.named("borrow-stack"), Language.EN, access));
        type(KeyCode.TAB);
        show(States.in(States.named(name), Language.EN, access));
        String first = Fx.call(() -> focused().getAccessibleText());
        assertThat(ringed()).as(name).containsExactly(first);
        type(KeyCode.ENTER);
        assertThat(out).as(name).containsExactly(new FlowEvent.Pressed(new Key.Stay()));
        out.clear();
        List<KeyCap> walked = walk();
        assertThat(walked).as(name + " has the sheet's keys").anyMatch(this::inSheet);
        assertThat(walked.stream().filter(this::covered).map(KeyCap::getAccessibleText))
            .as(name + (low ? ", low" : ""))
            .isEmpty();
        List<KeyCap> seen =
            Fx.call(() -> ScreensTest.keys(host).stream().filter(PhysicalKeys::reachable).toList());
        assertThat(walked).as(name).containsAll(seen);
      }
    }
  }

  @Test
  void a_count_down_that_goes_on_does_not_take_the_key_from_under_a_finger() throws Exception {
    show("borrow-stack");
    type(KeyCode.TAB);
    FlowState idle = States.named("borrow-idle");
    show(idle);
    press(KeyCode.ENTER);
    show(States.over(States.later(idle, Duration.ofSeconds(1)), new Overlay.IdleWarning(22, 9)));
    release(KeyCode.ENTER);
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Stay()));
  }

  @Test
  void nobody_finds_the_ring_of_the_one_before() throws Exception {
    show("borrow-stack");
    type(KeyCode.TAB);
    Fx.call(
        () -> {
          host.forget();
          return host;
        });
    show("welcome");
    assertThat(ringed()).isEmpty();
  }

  @Test
  void after_a_sheet_the_focus_is_where_it_was() throws Exception {
    show("borrow-stack");
    type(KeyCode.TAB);
    type(KeyCode.TAB);
    String before = Fx.call(() -> focused().getAccessibleText());
    show("borrow-leave");
    assertThat(ringed()).isNotEmpty().doesNotContain(before);
    show("borrow-stack");
    assertThat(ringed()).containsExactly(before);
  }

  @Test
  void a_screen_without_a_sheet_can_be_walked_round_and_back() throws Exception {
    for (String name : List.of("welcome", "identify-pin", "account", "technician")) {
      show(name);
      type(KeyCode.TAB);
      List<KeyCap> all =
          Fx.call(() -> ScreensTest.keys(host).stream().filter(PhysicalKeys::reachable).toList());
      assertThat(walk()).as(name).containsAll(all);
    }
  }

  @Test
  void arrows_come_to_every_key_in_the_order_of_reading_and_back() throws Exception {
    show("account");
    type(KeyCode.TAB);
    List<KeyCap> all =
        Fx.call(() -> ScreensTest.keys(host).stream().filter(PhysicalKeys::reachable).toList());
    int begin = all.indexOf(Fx.call(this::focused));
    for (int step = 1; step <= all.size(); step++) {
      type(step % 2 == 0 ? KeyCode.DOWN : KeyCode.RIGHT);
      assertThat(Fx.call(this::focused)).isSameAs(all.get((begin + step) % all.size()));
    }
    type(KeyCode.UP);
    type(KeyCode.LEFT);
    assertThat(Fx.call(this::focused)).isSameAs(all.get(Math.floorMod(begin - 2, all.size())));
    assertThat(ringed()).hasSize(1);
  }

  @Test
  void after_a_renewal_a_second_enter_renews_no_other_item() throws Exception {
    FlowState account = States.named("account");
    List<LoanRow> loans = account.session().orElseThrow().account().rows();
    LoanRow first = loans.getFirst();
    show(account);
    goTo(new Key.RenewOne(first.item()));
    type(KeyCode.ENTER);
    for (LoanRow.RenewalState renewing :
        List.of(
            new LoanRow.RenewalState.RenewalPending(),
            new LoanRow.RenewalState.RenewalGranted(),
            new LoanRow.RenewalState.NotRenewed(Code.N12))) {
      List<LoanRow> now = new ArrayList<>(loans);
      now.set(0, first.withRenewing(renewing));
      show(AccountStates.withLoans(account, now));
      assertThat(ringed()).as(renewing.toString()).hasSize(1);
      type(KeyCode.ENTER);
    }
    assertThat(acts()).containsExactly(new Key.RenewOne(first.item()));
  }

  @Test
  void a_renewal_that_may_be_tried_again_keeps_the_ring() throws Exception {
    FlowState account = States.named("account");
    LoanRow third = account.session().orElseThrow().account().rows().get(2);
    show(account);
    goTo(new Key.RenewOne(third.item()));
    show(States.in(account, account.language(), Access.silent(1, true, false, false, false)));
    type(KeyCode.ENTER);
    assertThat(acts()).containsExactly(new Key.RenewOne(third.item()));
  }

  @Test
  void the_hold_that_was_asked_about_has_the_ring_and_after_it_no_other() throws Exception {
    show("holds");
    goTo(new Key.GiveUpHold(1));
    type(KeyCode.ENTER);
    show("holds-sure");
    type(KeyCode.ENTER);
    show("holds-givingup");
    type(KeyCode.ENTER);
    show("holds-givenup");
    type(KeyCode.ENTER);
    assertThat(acts()).containsExactly(new Key.GiveUpHold(1), new Key.GiveUpHold(1));
  }

  @Test
  void after_one_tag_was_set_right_the_ring_is_on_no_other() throws Exception {
    FlowState tray = States.named("tray");
    Screen.Tray screen = (Screen.Tray) tray.screen();
    TagCheck first = screen.checks().getFirst();
    TagCheck other = screen.checks().get(1).standing(first.standing().orElseThrow());
    for (TagCheck.TagRepairState how :
        List.of(
            TagCheck.TagRepairState.NOT_ASKED,
            TagCheck.TagRepairState.UNDER_WAY,
            TagCheck.TagRepairState.DONE)) {
      TagCheck now = first.withRepair(how);
      TagCheck read = how == TagCheck.TagRepairState.DONE ? now.read(first.expected()) : now;
      show(
          StateBuilder.like(tray)
              .showing(new Screen.Tray(List.of(read, other), screen.since()))
              .build());
      if (how == TagCheck.TagRepairState.NOT_ASKED) {
        goTo(new Key.Repair(first.uid()));
      }
      type(KeyCode.ENTER);
    }
    assertThat(acts()).containsExactly(new Key.Repair(first.uid()));
  }

  /// Tab by Tab.
  private void goTo(Key.ToOne act) throws Exception {
    type(KeyCode.TAB);
    for (int tabs = 0; tabs < 60; tabs++) {
      if (Fx.call(() -> focused().told()).filter(act::equals).isPresent()) {
        return;
      }
      type(KeyCode.TAB);
    }
    throw new AssertionError("no key for " + act);
  }

  /// What was done to things.
  private List<Key> acts() {
    return out.stream()
        .map(event -> ((FlowEvent.Pressed) event).key())
        .filter(Key.ToThings.class::isInstance)
        .toList();
  }

  @Test
  void digits_of_a_keypad_reach_the_pin() throws Exception {
    show("identify-pin");
    type(KeyCode.DIGIT4);
    type(KeyCode.NUMPAD7);
    type(KeyCode.BACK_SPACE);
    type(KeyCode.ENTER);
    assertThat(out)
        .containsExactly(
            new FlowEvent.Pressed(new Key.Digit(4)),
            new FlowEvent.Pressed(new Key.Digit(7)),
            new FlowEvent.Pressed(new Key.Erase()),
            new FlowEvent.Pressed(new Key.Confirm()));
    assertThat(out.toString()).doesNotContain("4").doesNotContain("7");
    out.clear();
    show("technician-pin");
    type(KeyCode.DIGIT0);
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Digit(0)));
  }

  @Test
  void enter_sends_a_pin_that_was_touched_and_digits_mean_nothing_elsewhere() throws Exception {
    show("identify-pin");
    touch();
    type(KeyCode.ENTER);
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Confirm()));
    out.clear();
    show("borrow-stack");
    type(KeyCode.DIGIT4);
    type(KeyCode.BACK_SPACE);
    assertThat(out).isEmpty();
  }

  @Test
  void escape_leaves_once_however_long_it_is_held() throws Exception {
    show("borrow-stack");
    press(KeyCode.ESCAPE);
    press(KeyCode.ESCAPE);
    release(KeyCode.ESCAPE);
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Leave()));
  }

  @Test
  void a_screen_that_is_drawn_anew_keeps_the_focus_and_another_begins_with_its_primary_key()
      throws Exception {
    show("borrow-stack");
    type(KeyCode.TAB);
    type(KeyCode.TAB);
    String before = Fx.call(() -> focused().getAccessibleText());
    FlowState contrast =
        States.in(
            States.named("borrow-stack"),
            States.named("borrow-stack").language(),
            Access.silent(1, true, false, false, false));
    show(contrast);
    assertThat(ringed()).containsExactly(before);
    show("welcome");
    assertThat(ringed()).containsExactly("借閱");
  }

  @Test
  void a_key_that_comes_with_the_layout_keeps_the_ring_when_it_turned_something_on()
      throws Exception {
    FlowState news = States.named("idle-news");
    show(news);
    type(KeyCode.TAB);
    while (!ringed().equals(List.of("更多"))) {
      type(KeyCode.UP);
    }
    Screen.Welcome turned =
        new Screen.Welcome(
            Screen.Leaf.FIRST,
            Screen.Leaf.FIRST.turn(1, States.NOW),
            Optional.empty(),
            Optional.empty());
    show(StateBuilder.like(news).showing(turned).build());
    assertThat(ringed()).containsExactly("更多");
    type(KeyCode.ENTER);
    assertThat(out).contains(new FlowEvent.Pressed(new Key.Leaf(Key.Leaf.LeafKind.ACTIVITIES)));
  }

  @Test
  void where_no_key_was_pressed_yet_the_ring_goes_on_to_a_primary_key_that_comes()
      throws Exception {
    show("identify-pin");
    type(KeyCode.TAB);
    show("borrow-working");
    assertThat(ringed()).isNotEmpty().noneMatch(key -> key.startsWith("完成"));
    show("borrow-done");
    assertThat(ringed()).singleElement().asString().startsWith("完成");
    show("identify-pin");
    show("borrow-working");
    type(KeyCode.TAB);
    type(KeyCode.LEFT);
    List<String> chosen = ringed();
    show("borrow-done");
    assertThat(ringed()).isEqualTo(chosen);
  }

  @Test
  void the_focus_begins_with_what_comes_next_and_never_where_something_is_lost() throws Exception {
    show("welcome");
    type(KeyCode.TAB);
    for (Map.Entry<String, List<String>> begin :
        List.of(
            Map.entry("identify-card", List.of("只還書，不用圖書證")),
            Map.entry("identify-pin", List.of("確定")),
            Map.entry("identify-checking", List.<String>of()),
            Map.entry("resume", List.of("隱藏書名")),
            Map.entry("receipt-choice", List.of("列印")),
            Map.entry("receipt-no-paper", List.of("連書名")))) {
      show(begin.getKey());
      assertThat(ringed()).as(begin.getKey()).isEqualTo(begin.getValue());
    }
  }

  @Test
  void where_only_the_bars_have_keys_enter_does_nothing_and_tab_comes_to_no_language()
      throws Exception {
    show("identify-checking");
    type(KeyCode.ENTER);
    type(KeyCode.ENTER);
    assertThat(out).isEmpty();
    assertThat(ringed()).isEmpty();
    type(KeyCode.TAB);
    assertThat(ringed()).containsExactly("取消");
  }

  @Test
  void who_touches_sees_no_ring() throws Exception {
    show("borrow-stack");
    type(KeyCode.TAB);
    touch();
    show("welcome");
    assertThat(ringed()).isEmpty();
    show("borrow-leave");
    assertThat(ringed()).isEmpty();
  }

  private void show(String state) throws Exception {
    show(States.named(state));
  }

  private void show(FlowState state) throws Exception {
    Fx.run(() -> ScreensTest.show(host, state));
  }

  private void type(KeyCode code) throws Exception {
    press(code);
    release(code);
  }

  private void press(KeyCode code) throws Exception {
    fire(KeyEvent.KEY_PRESSED, code);
  }

  private void release(KeyCode code) throws Exception {
    fire(KeyEvent.KEY_RELEASED, code);
  }

  private void fire(EventType<KeyEvent> kind, KeyCode code) throws Exception {
    Fx.call(
        () -> {
          Scene scene = host.getScene();
          KeyEvent event = new KeyEvent(kind, "", "", code, false, false, false, false);
          Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(), event);
          return scene;
        });
  }

  private void touch() throws Exception {
    Fx.call(
        () -> {
          Fx.mouse(host.getScene(), MouseEvent.MOUSE_PRESSED, 500, 900);
          return host;
        });
  }

  private KeyCap focused() {
    return (KeyCap) host.getScene().getFocusOwner();
  }

  private List<String> ringed() throws Exception {
    return Fx.call(
        () ->
            ScreensTest.keys(host).stream()
                .filter(Node::isFocusVisible)
                .map(KeyCap::getAccessibleText)
                .toList());
  }

  /// Where Tab comes to, until it is where it began.
  private List<KeyCap> walk() throws Exception {
    List<KeyCap> walked = new ArrayList<>();
    KeyCap at = Fx.call(this::focused);
    while (!walked.contains(at) && walked.size() < 99) {
      walked.add(at);
      type(KeyCode.TAB);
      at = Fx.call(this::focused);
    }
    return walked;
  }

  private boolean inSheet(KeyCap key) {
    Parent canvas = (Parent) host.getChildrenUnmodifiable().getFirst();
    Node sheet = canvas.getChildrenUnmodifiable().getLast();
    for (Node at = key; at != null; at = at.getParent()) {
      if (Objects.equals(at, sheet)) {
        return true;
      }
    }
    return false;
  }

  /// What the scrim lies over cannot be touched, so it must not be reached either.
  private boolean covered(KeyCap key) {
    Bounds box = key.localToScene(key.getLayoutBounds());
    Parent canvas = (Parent) host.getChildrenUnmodifiable().getFirst();
    Parent layers = (Parent) canvas.getChildrenUnmodifiable().getLast();
    Node scrim = layers.getChildrenUnmodifiable().getFirst();
    Bounds dark = scrim.localToScene(scrim.getLayoutBounds());
    return !inSheet(key) && dark.contains(box.getCenterX(), box.getCenterY());
  }
}

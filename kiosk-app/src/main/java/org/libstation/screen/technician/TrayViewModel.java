package org.libstation.screen.technician;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemStanding;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.TagCheck;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.words.Voice;

/// Content of the tray page: each tag's security bit with its expected value, and what was observed
/// since the start. It holds items and codes, and no personal data.
public final class TrayViewModel extends ServiceModel {
  public final ModelValue<List<TrayRow>> rows = new ModelValue<>(List.of());
  public final ModelValue<List<String>> noticed = new ModelValue<>(List.of());

  private static final int MOST_NOTICED = 4;

  public TrayViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// A row of the page: one tag.
  ///
  /// @param found value of its security bit
  /// @param expected value that it should have, and who says so
  /// @param key corrects the bit; empty if that is not offered
  public record TrayRow(
      String title,
      String number,
      String found,
      String expected,
      Ink ink,
      Icon icon,
      String state,
      Optional<ActionKey> key) {}

  @Override
  void fill(FlowState state) {
    if (!(state.screen() instanceof Screen.Tray tray)) {
      return;
    }
    List<TagCheck> checks = tray.checks();
    int wrong = (int) checks.stream().filter(c -> c.verdict() == TagCheck.BitState.WRONG).count();
    head.set(
        checks.isEmpty()
            ? say(state.padListed() ? "tray.empty" : "tray.unseen")
            : wrong > 0
                ? count("tray.wrong", wrong, checks.size())
                : count("tray.items", checks.size()));
    rows.set(checks.stream().map(this::row).toList());
    List<StationFacts.StaffMatter> matters = state.station().matters();
    noticed.set(
        matters
            .subList(Math.max(0, matters.size() - MOST_NOTICED), matters.size())
            .reversed()
            .stream()
            .map(this::noticed)
            .toList());
    actions.set(
        List.of(
            plain("tray.again", Icon.RENEW, new Key.CheckTray()),
            plain("tray.back", Icon.LEAVE, new Key.Leave())));
  }

  private TrayRow row(TagCheck check) {
    String part =
        check.reading().setTotal() > 1
            ? say(
                "tray.part",
                check.item().value(),
                check.reading().setOrdinal(),
                check.reading().setTotal())
            : check.item().value();
    String title =
        check
            .standing()
            .map(ItemStanding::title)
            .filter(text -> !text.isBlank())
            .orElseGet(() -> Say.title(voice, Optional.empty(), Optional.of(check.item())));
    List<String> expected = new ArrayList<>();
    check.expected().ifPresent(bit -> expected.add(bit(bit)));
    check
        .standing()
        .filter(_ -> check.expected().isPresent())
        .ifPresent(told -> expected.add(say("tray.by." + told.source())));
    return new TrayRow(
        title,
        part,
        say("tray.found", found(check)),
        say(
            "tray.expected",
            expected.isEmpty()
                ? say(check.standing().isPresent() ? "tray.nobody" : "tray.asking")
                : String.join(" · ", expected)),
        ink(check),
        icon(check),
        say("tray.state." + state(check)),
        offered(check));
  }

  private String found(TagCheck check) {
    return check.unreadable()
        ? say("tray.unreadable")
        : check.found().map(this::bit).orElseGet(() -> say("tray.asking"));
  }

  private String bit(SecurityBit bit) {
    return say("tray.bit." + bit);
  }

  private static String state(TagCheck check) {
    return check.repair() == TagCheck.TagRepairState.NOT_ASKED
        ? check.verdict().name()
        : check.repair().name();
  }

  private static Ink ink(TagCheck check) {
    return switch (check.repair()) {
      case UNDER_WAY -> Ink.ACTION;
      case FAILED -> Ink.STOP;
      case DONE -> Ink.DONE;
      case NOT_ASKED ->
          switch (check.verdict()) {
            case ASKING -> Ink.ACTION;
            case RIGHT -> Ink.DONE;
            case WRONG, UNREADABLE -> Ink.STOP;
            case NOT_OURS, NOT_KNOWN -> Ink.ASK;
          };
    };
  }

  private static Icon icon(TagCheck check) {
    return switch (check.verdict()) {
      case ASKING -> Icon.DOTS;
      case RIGHT -> Icon.CHECK;
      case WRONG, UNREADABLE -> Icon.WARNING;
      case NOT_OURS, NOT_KNOWN -> Icon.QUESTION;
    };
  }

  private Optional<ActionKey> offered(TagCheck check) {
    boolean offer =
        check.verdict() == TagCheck.BitState.WRONG
            && check.repair() != TagCheck.TagRepairState.UNDER_WAY;
    return check
        .expected()
        .filter(_ -> offer)
        .map(
            bit ->
                ActionKey.plain(say("tray.set", bit(bit)), Icon.LOCK, new Key.Repair(check.uid())));
  }

  /// Returns an observation: time, what happened, and which item.
  private String noticed(StationFacts.StaffMatter matter) {
    LocalTime at = matter.at().toLocalTime();
    String what =
        matter
            .missing()
            .map(parts -> Say.missing(voice, parts))
            .orElseGet(() -> Say.what(voice, matter.code()));
    return say(
        "tray.noticed",
        voice.words().time(at),
        matter.code(),
        matter.item().map(item -> item.value() + " · " + what).orElse(what));
  }
}

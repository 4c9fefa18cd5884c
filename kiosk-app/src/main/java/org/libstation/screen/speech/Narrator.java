package org.libstation.screen.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.language.Words;
import org.libstation.language.speech.Speech;
import org.libstation.language.speech.SpeechStyle;
import org.libstation.language.speech.Spoken;
import org.libstation.language.speech.SpokenWords;
import org.libstation.language.speech.Utterance;
import org.libstation.screen.kit.look.KeyCap;

/// Decides what is said now: of a new screen its task and its keys, of one that goes on only what
/// changed, of the focus where it stands. On the FX thread; no call waits.
public final class Narrator {
  private static final List<Integer> SECONDS_TOLD = List.of(20, 10);

  private final Speech out;
  private final Function<Language, Words> texts;
  private List<SpokenLine> last = List.of();
  private @Nullable NarratedScreen place;
  private Access.Aloud before = Access.Aloud.OFF;
  private NarrationContext telling =
      new NarrationContext(Language.OF_STAFF, new SpeechStyle(3, false), false);

  /// What was said of the key that has the ring.
  private List<String> ringed = List.of();

  /// A press since the last state: what turns by itself is not told, what a person turned to is.
  private boolean acted;

  /// A screen, as long as it goes on being the same one.
  ///
  /// @param sheet over it; empty text where there is none
  private record NarratedScreen(String screen, String sheet, long session, Language language) {}

  /// How it is said now.
  ///
  /// @param intimate all on this stage is about the person
  private record NarrationContext(Language language, SpeechStyle manner, boolean intimate) {}

  /// @param texts the words of a language
  public Narrator(Speech out, Function<Language, Words> texts) {
    this.out = out;
    this.texts = texts;
  }

  /// Whether the last state was read aloud.
  public boolean speaking() {
    return before.on();
  }

  /// A person did something: the words under way end.
  public void acted() {
    acted = true;
    if (before.on()) {
      out.hush();
    }
  }

  /// A state was drawn.
  ///
  /// @param reading what stands there now
  /// @param focus the key that has the ring
  public void shown(FlowState state, List<SpokenLine> reading, Optional<KeyCap> focus) {
    Access.Aloud aloud = state.access().aloud();
    NarratedScreen now = place(state);
    boolean same = now.equals(place);
    Access.Aloud former = before;
    List<SpokenLine> stood = last;
    before = aloud;
    if (!aloud.on()) {
      ended(former.on(), same);
      return;
    }
    telling =
        new NarrationContext(
            state.language(),
            new SpeechStyle(aloud.volume(), state.access().slow()),
            isIntimate(state));
    place = now;
    last = reading;
    if (!former.on() || !same) {
      out.hush();
      List<Utterance> said = new ArrayList<>();
      if (!former.on()) {
        introduce(said);
      }
      enter(said, reading, focus);
      say(said, true);
    } else {
      List<Utterance> said = new ArrayList<>();
      if (aloud.volume() != former.volume()) {
        said.add(open("speech.volume", aloud.volume(), Access.Aloud.LOUDEST));
      }
      if (acted || !(state.screen() instanceof Screen.Welcome)) {
        changes(said, stood, reading);
      }
      focus.flatMap(key -> lineOf(reading, key)).ifPresent(line -> pressed(said, line));
      say(said, false);
    }
    acted = false;
  }

  /// A key that changed under the finger says what it is now: on, off, the next step. Where nobody
  /// did anything and the ring went to another key, as on a page that filled in, it is told which
  /// one Enter presses now.
  private void pressed(List<Utterance> said, SpokenLine line) {
    List<String> was = ringed;
    ringed = line.parts();
    boolean same = !was.isEmpty() && was.getFirst().equals(line.parts().getFirst());
    if (same && !was.equals(ringed)) {
      said.add(sentence(line));
    } else if (!same && !acted) {
      said.add(entering(line));
    }
  }

  /// At the end of a visit nothing is said; on the way it is.
  private void ended(boolean was, boolean same) {
    if (was) {
      out.hush();
      if (same) {
        say(List.of(open("speech.ended")), false);
      }
    }
    forgetWords();
    acted = false;
  }

  /// After a visit.
  public void forget() {
    out.hush();
    forgetWords();
  }

  private void forgetWords() {
    last = List.of();
    ringed = List.of();
    place = null;
  }

  private static NarratedScreen place(FlowState state) {
    return new NarratedScreen(
        state.screen().getClass().getSimpleName(),
        state.overlay().map(sheet -> sheet.getClass().getSimpleName()).orElse(""),
        state.session().map(open -> open.number()).orElse(0L),
        state.language());
  }

  private static boolean isIntimate(FlowState state) {
    return state.screen() instanceof Screen.MyAccount
        || state.screen() instanceof Screen.ReceiptChoice
        || state.screen() instanceof Screen.Printing
        || state.screen() instanceof Screen.Done
        || (state.screen() instanceof Screen.Pay pay && isIntimate(state, pay))
        || (state.screen() instanceof Screen.Identify identify
            && identify.step() instanceof Screen.Identify.IdentifyStep.Problem);
  }

  /// What somebody owes, and what became of a payment; not what is done at the terminal.
  private static boolean isIntimate(FlowState state, Screen.Pay pay) {
    return switch (pay.page()) {
      case Screen.Pay.PayPage.Others _ -> true;
      case Screen.Pay.PayPage.Terminal _ ->
          state
              .session()
              .map(Session::account)
              .filter(
                  account ->
                      account instanceof Account.Loaded(_, _, _, _, Details.Known known)
                          && known.paying() instanceof Details.Paying.AtTerminal)
              .isEmpty();
      case Screen.Pay.PayPage.Amount _, Screen.Pay.PayPage.OthersPin _ -> false;
    };
  }

  /// How it is used, and in each other language how to change to it.
  private void introduce(List<Utterance> said) {
    said.add(open("speech.intro"));
    for (Language other : Language.values()) {
      if (other != telling.language()) {
        said.add(Utterance.open(SpokenWords.of(other, texts.apply(other).say("speech.language"))));
      }
    }
  }

  private void enter(List<Utterance> said, List<SpokenLine> reading, Optional<KeyCap> focus) {
    for (SpokenLine line : reading) {
      boolean told =
          switch (line.part()) {
            case STAGE -> line.kind() != SpokenLine.LineKind.KEY;
            case ACTIONS -> true;
            case BARS -> false;
          };
      if (told) {
        said.add(sentence(line));
      }
    }
    ringed = List.of();
    focus
        .flatMap(key -> lineOf(reading, key))
        .ifPresent(
            line -> {
              ringed = line.parts();
              said.add(entering(line));
            });
  }

  /// Which key Enter would press: a sum on it is for one pair of ears, and the room hears the key
  /// without it.
  private Utterance entering(SpokenLine line) {
    String words = line.parts().getFirst();
    boolean room = out.listeners() == Speech.Listeners.ALL;
    return open("speech.enter", room ? Sentence.withoutSums(words) : words);
  }

  /// All of the screen, the bars too.
  public void again() {
    if (before.on()) {
      out.hush();
      say(last.stream().map(this::sentence).toList(), true);
    }
  }

  /// What would stand on the receipt.
  public void receipt(List<String> lines) {
    if (before.on()) {
      out.hush();
      say(
          lines.stream()
              .map(text -> new Utterance("", SpokenWords.of(telling.language(), text), true))
              .toList(),
          true);
    }
  }

  /// The ring went to a key.
  public void focused(KeyCap key) {
    if (!before.on()) {
      return;
    }
    List<SpokenLine> keys = last.stream().filter(line -> line.key().isPresent()).toList();
    lineOf(keys, key)
        .ifPresent(
            line -> {
              ringed = line.parts();
              // Whose row it is, is for one pair of ears; that it renews, for all.
              Utterance named =
                  line.personal() && out.listeners() == Speech.Listeners.ALL
                      ? open("speech.name", line.parts().getFirst())
                      : sentence(line);
              List<Spoken> pieces = new ArrayList<>(named.pieces());
              pieces.addAll(open("speech.place", keys.indexOf(line) + 1, keys.size()).pieces());
              say(List.of(new Utterance("focus", pieces, named.personal())), false);
            });
  }

  private static Optional<SpokenLine> lineOf(List<SpokenLine> reading, KeyCap key) {
    return reading.stream()
        .filter(line -> line.key().filter(there -> Objects.equals(there, key)).isPresent())
        .findFirst();
  }

  private void changes(List<Utterance> said, List<SpokenLine> before, List<SpokenLine> now) {
    Map<String, SpokenLine> stood = new HashMap<>();
    before.forEach(line -> stood.put(line.about(), line));
    for (SpokenLine line : now) {
      if (line.part() == SpokenLine.SpokenScreenPart.STAGE) {
        SpokenLine old = stood.get(line.about());
        switch (line.kind()) {
          case KEY -> {}
          case MASKED -> masked(said, old, line);
          case COUNT_DOWN -> countDown(said, old, line);
          case ROW -> row(said, old, line);
          case HEADING, HAND, NOTICE, TEXT -> {
            boolean known = before.stream().anyMatch(there -> there.parts().equals(line.parts()));
            if (!known) {
              said.add(sentence(line));
            }
          }
        }
      }
    }
  }

  /// Never which.
  private void masked(List<Utterance> said, @Nullable SpokenLine old, SpokenLine line) {
    int typed = line.figure().orElse(0);
    int before = old == null ? 0 : old.figure().orElse(0);
    if (typed > before) {
      said.add(open("speech.digit"));
    } else if (typed < before && typed > 0) {
      said.add(open("speech.erased"));
    }
  }

  private void countDown(List<Utterance> said, @Nullable SpokenLine old, SpokenLine line) {
    int left = line.figure().orElse(0);
    int before = old == null ? left : old.figure().orElse(left);
    if (SECONDS_TOLD.stream().anyMatch(told -> before > told && left <= told)) {
      said.add(sentence(line));
    }
  }

  /// Which row, and what is new in it.
  private void row(List<Utterance> said, @Nullable SpokenLine old, SpokenLine line) {
    if (old == null) {
      said.add(sentence(line));
      return;
    }
    List<String> fresh = new ArrayList<>(line.parts());
    fresh.removeAll(old.parts());
    if (!fresh.isEmpty()) {
      if (!fresh.getFirst().equals(line.parts().getFirst())) {
        fresh.addFirst(line.parts().getFirst());
      }
      said.add(sentence(line.withParts(fresh)));
    }
  }

  private Words words() {
    return texts.apply(telling.language());
  }

  private Utterance open(String key, Object... values) {
    return Utterance.open(SpokenWords.of(telling.language(), words().say(key, values)));
  }

  private Utterance sentence(SpokenLine line) {
    return Sentence.of(line, telling.language(), telling.intimate());
  }

  /// What is personal is left out where others would hear it.
  ///
  /// @param whole all of a screen: what to do about what was left out is said too
  private void say(List<Utterance> all, boolean whole) {
    List<Utterance> told = new ArrayList<>();
    boolean kept = false;
    for (Utterance sentence : all) {
      boolean again = !told.isEmpty() && told.getLast().pieces().equals(sentence.pieces());
      boolean here =
          switch (out.listeners()) {
            case ONE -> true;
            case ALL -> !sentence.personal();
            case NONE -> false;
          };
      kept |= !here;
      if (here && !again && !sentence.pieces().isEmpty()) {
        told.add(sentence);
      }
    }
    if (kept && whole) {
      Utterance plug = open("speech.plug");
      told.add(new Utterance("plug", plug.pieces(), false));
    }
    if (!told.isEmpty()) {
      out.say(told, telling.manner());
    }
  }
}

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

/// Decides what is spoken now. Of a new screen it speaks the task and the keys, of the same screen
/// only what changed, and of the focus the key. Use it on the FX thread; no call blocks.
public final class Narrator {
  private static final List<Integer> SECONDS_TOLD = List.of(20, 10);

  private final Speech out;
  private final Function<Language, Words> texts;
  private List<SpokenLine> last = List.of();
  private @Nullable NarratedScreen place;
  private Access.Aloud before = Access.Aloud.OFF;
  private NarrationContext telling =
      new NarrationContext(Language.OF_STAFF, new SpeechStyle(3, false), false);

  /// Words last spoken for the key with the ring.
  private List<String> ringed = List.of();

  /// Whether a key was pressed since the last state. On the start screen only then changes are
  /// spoken, because its news also change by themselves.
  private boolean acted;

  /// Identifies a screen while it stays the same.
  ///
  /// @param sheet sheet over it; empty text = none
  private record NarratedScreen(String screen, String sheet, long session, Language language) {}

  /// How to speak now.
  ///
  /// @param intimate whether everything on this stage is about the patron
  private record NarrationContext(Language language, SpeechStyle manner, boolean intimate) {}

  /// @param texts words of each language
  public Narrator(Speech out, Function<Language, Words> texts) {
    this.out = out;
    this.texts = texts;
  }

  /// Whether the last state was read aloud.
  public boolean speaking() {
    return before.on();
  }

  /// Stops the current sentence because the patron did something.
  public void acted() {
    acted = true;
    if (before.on()) {
      out.hush();
    }
  }

  /// Speaks what is new after a state was drawn.
  ///
  /// @param reading everything on the screen now
  /// @param focus key with the ring
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

  /// Speaks the new state of a pressed key: on, off, the next step. If nothing was pressed and the
  /// ring moved to another key, for example because a page filled, it says which key Enter presses
  /// now.
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

  /// Ends speech: silently at the end of a visit, with a sentence during the visit.
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

  /// Stops speech and forgets all words after a visit.
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

  /// Whether a page of payment shows what the patron owes or how a payment ended; the steps at the
  /// terminal are public.
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

  /// Explains the use of speech, and in each other language how to change to it.
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

  /// Says which key Enter presses. A sum on the key is private: through a loudspeaker it is left
  /// out.
  private Utterance entering(SpokenLine line) {
    String words = line.parts().getFirst();
    boolean room = out.listeners() == Speech.Listeners.ALL;
    return open("speech.enter", room ? Sentence.withoutSums(words) : words);
  }

  /// Speaks the whole screen again, with the bars.
  public void again() {
    if (before.on()) {
      out.hush();
      say(last.stream().map(this::sentence).toList(), true);
    }
  }

  /// Speaks what the receipt would contain.
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

  /// Speaks the key to which the ring moved.
  public void focused(KeyCap key) {
    if (!before.on()) {
      return;
    }
    List<SpokenLine> keys = last.stream().filter(line -> line.key().isPresent()).toList();
    lineOf(keys, key)
        .ifPresent(
            line -> {
              ringed = line.parts();
              // Through a loudspeaker the item of a row is private; the action of its key is not.
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

  /// Says that a digit was typed, never which.
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

  /// Names the row, and what is new in it.
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

  /// Speaks sentences; personal ones are left out if others would hear them.
  ///
  /// @param whole whether this is a whole screen; then it also says to use headphones for what was
  ///   left out
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

package org.libstation.screen.kit.widget;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.words.Voice;

/// Base class that says keys, notices and headings in the language of a screen, by the names of
/// texts.
public abstract class Saying {
  protected final Voice voice;

  protected Saying(Voice voice) {
    this.voice = voice;
  }

  public final Voice voice() {
    return voice;
  }

  protected final String say(String text, Object... values) {
    return voice.say(text, values);
  }

  protected final String count(String text, int number, Object... more) {
    return voice.count(text, number, more);
  }

  protected final ActionKey plain(String text, Key key) {
    return ActionKey.plain(say(text), key);
  }

  protected final ActionKey plain(String text, Icon icon, Key key) {
    return ActionKey.plain(say(text), icon, key);
  }

  protected final ActionKey primary(String text, Key key) {
    return ActionKey.primary(say(text), key);
  }

  protected final ActionKey primary(String text, Icon icon, Key key) {
    return ActionKey.primary(say(text), icon, false, key);
  }

  /// Returns a primary key with an icon behind its words.
  protected final ActionKey onward(String text, Icon icon, Key key) {
    return ActionKey.primary(say(text), icon, true, key);
  }

  /// @param text `text.head` is the heading, or `text` itself if there is none; `text.line` stands
  ///   below
  protected final NoticeBar.NoticeBarWords notice(Ink ink, Icon icon, String text) {
    return NoticeBar.NoticeBarWords.of(ink, icon, headed(text), say(text + ".line"));
  }

  protected final NoticeBar.NoticeBarWords notice(Ink ink, Icon icon, Code code) {
    return Say.notice(voice, ink, icon, code);
  }

  /// Warning of this visit, if there is one.
  protected final Optional<NoticeBar.NoticeBarWords> warned(FlowState state) {
    return state
        .session()
        .flatMap(Session::notice)
        .map(code -> notice(Ink.ASK, Icon.WARNING, code));
  }

  protected final Head head(String text) {
    return Head.of(headed(text), say(text + ".line"));
  }

  private String headed(String text) {
    return say(voice.words().has(text + ".head") ? text + ".head" : text);
  }

  /// Returns day and time, put together by a text.
  protected final String moment(String text, OffsetDateTime at) {
    return say(text, voice.words().stampDate(at.toLocalDate()), time(at.toLocalTime()));
  }

  protected final String time(LocalTime at) {
    return voice.words().time(at);
  }

  /// Value if the condition holds, else empty.
  protected static <T> Optional<T> when(boolean so, java.util.function.Supplier<T> what) {
    return so ? Optional.of(what.get()) : Optional.empty();
  }
}

package org.libstation.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.exam.Measurement;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.flow.state.ScannedCode;
import org.libstation.tag.TagContent;

/// Holds the measurements shown while a person stands beside a device, one line for each, with the
/// newest value. Values that change constantly are not reported more often than the eye can follow.
final class LiveLines {
  private static final Duration EYE = Duration.ofMillis(250);

  /// Limit for tags and switches together; the first ones are kept.
  private static final int MOST = 24;

  private final Map<String, CheckMessage> lines = new LinkedHashMap<>();
  private final Map<String, Duration> told = new LinkedHashMap<>();

  /// @param now monotonic time
  /// @return whether the line must be shown now
  boolean take(Measurement sight, Duration now) {
    String key = key(sight);
    CheckMessage said = said(sight);
    if (said.equals(lines.get(key)) || (lines.size() >= MOST && !lines.containsKey(key))) {
      return false;
    }
    lines.put(key, said);
    boolean often = sight instanceof Measurement.Level || sight instanceof Measurement.Tag;
    Duration last = told.getOrDefault(key, now.minus(EYE));
    if (often && now.minus(last).compareTo(EYE) < 0) {
      return false;
    }
    told.put(key, now);
    return true;
  }

  /// The lines, in order of their first measurement.
  List<CheckMessage> lines() {
    return new ArrayList<>(lines.values());
  }

  private static String key(Measurement sight) {
    return switch (sight) {
      case Measurement.Switch(Measurement.DropInput part, boolean _) -> part.name();
      case Measurement.Level _ -> "level";
      case Measurement.Calibrated _ -> "calibrated";
      case Measurement.Scanned _ -> "scanned";
      case Measurement.Tag tag -> tag.uid().hex();
    };
  }

  private static CheckMessage said(Measurement sight) {
    return switch (sight) {
      case Measurement.Switch(Measurement.DropInput part, boolean on) ->
          said("live." + part + (on ? ".on" : ".off"));
      case Measurement.Level(long value, String unit, int percent) ->
          said("live.level." + unit, value, percent);
      case Measurement.Calibrated(long empty, long full, String unit) ->
          said(CheckBoard.CALIBRATED, empty, full, unit);
      case Measurement.Scanned(String shown, String came) -> said("live.scanned", shown, came);
      case Measurement.Tag tag -> tag(tag);
    };
  }

  private static CheckMessage tag(Measurement.Tag tag) {
    String uid = tag.uid().hex();
    return switch (tag.content()) {
      case Measurement.Content.ContentUnread _ ->
          said("live.tag.unread", uid, tag.answered(), tag.of());
      case Measurement.Content.JudgedTag(TagContent content) ->
          switch (content) {
            case TagContent.Item item ->
                said(
                    "live.tag.item",
                    uid,
                    tag.answered(),
                    tag.of(),
                    item.primaryId(),
                    item.owner().orElse("-"),
                    item.setOrdinal(),
                    item.setTotal(),
                    tag.raw());
            case TagContent.PatronCard(String number) ->
                said("live.tag.card", uid, tag.answered(), tag.of(), ScannedCode.lastFour(number));
            case TagContent.Blank _ ->
                said("live.tag.blank", uid, tag.answered(), tag.of(), tag.raw());
            case TagContent.Foreign _ ->
                said("live.tag.foreign", uid, tag.answered(), tag.of(), tag.raw());
            case TagContent.Damaged _ ->
                said("live.tag.damaged", uid, tag.answered(), tag.of(), tag.raw());
          };
    };
  }

  private static CheckMessage said(String key, Object... values) {
    return new CheckMessage(key, List.of(values).stream().map(String::valueOf).toList());
  }
}

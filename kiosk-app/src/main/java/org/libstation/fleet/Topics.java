package org.libstation.fleet;

import java.util.List;
import java.util.Optional;

/// Where a station's messages go: `PREFIX/v1/LIBRARY/PLACE/STATION/ID/…`. The id is the
/// installation's own, so that two stations with one name stand side by side and are seen.
///
/// @param fleet `PREFIX/v1`
/// @param station `LIBRARY/PLACE/STATION`
/// @param id of this installation, eight hexadecimal digits
public record Topics(String fleet, String station, String id) {
  private static final String STATE = "state";

  /// Whoever publishes here asks all stations who is there.
  public String who() {
    return fleet + "/who";
  }

  /// Where those that watch the fleet agree who tells what.
  ///
  /// @param fleet `PREFIX/v1`
  public static String watch(String fleet) {
    return fleet + "/watch";
  }

  public String state() {
    return own(STATE);
  }

  public String presence() {
    return own("presence");
  }

  public String counts() {
    return own("counts");
  }

  /// Where orders to stations of this name come.
  public String orders() {
    return fleet + "/" + station + "/orders";
  }

  /// How far an order is.
  public String answers() {
    return own("answers");
  }

  /// Parts of a support bundle.
  public String bundle() {
    return own("bundle");
  }

  private String own(String last) {
    return fleet + "/" + station + "/" + id + "/" + last;
  }

  /// What a station always listens to.
  public List<String> listened() {
    return List.of(who(), namesakes());
  }

  /// What is listened to for others of this station's name.
  String namesakes() {
    return fleet + "/" + station + "/+/" + STATE;
  }

  /// The id of another installation, where it is one of this station's name that spoke.
  Optional<String> namesake(String topic) {
    String before = fleet + "/" + station + "/";
    String after = "/" + STATE;
    if (!topic.startsWith(before) || topic.length() <= before.length() + after.length()) {
      return Optional.empty();
    }
    String told = topic.substring(before.length(), topic.length() - after.length());
    return topic.endsWith(after) && !told.equals(id) ? Optional.of(told) : Optional.empty();
  }
}

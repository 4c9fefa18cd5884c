package org.libstation.fleet;

import java.util.List;
import java.util.Optional;

/// Topics of a station's messages: `PREFIX/v1/LIBRARY/PLACE/STATION/ID/…`. The ID belongs to the
/// installation, so two stations with one name appear side by side and are noticed.
///
/// @param fleet `PREFIX/v1`
/// @param station empty in a filter for the topics of all stations
/// @param id of this installation, eight hexadecimal digits; `+` in a filter
public record Topics(String fleet, Optional<StationName> station, String id) {
  private static final String STATE = "state";
  private static final String ANY = "+";

  public static Topics of(String fleet, StationName station, String id) {
    return new Topics(fleet, Optional.of(station), id);
  }

  /// Filters for the topics of all installations with this station name.
  public static Topics ofName(String fleet, StationName station) {
    return of(fleet, station, ANY);
  }

  /// Filters for the topics of all stations.
  public static Topics ofAll(String fleet) {
    return new Topics(fleet, Optional.empty(), ANY);
  }

  /// Topic of the request to all stations to report their state.
  public String who() {
    return fleet + "/who";
  }

  /// Topic on which watchers of the fleet agree who sends which alert.
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

  /// Topic of orders to stations with this name.
  public String orders() {
    return ofStation() + "orders";
  }

  /// Topic of answers to orders.
  public String answers() {
    return own("answers");
  }

  /// Topic of the parts of a support bundle.
  public String bundle() {
    return own("bundle");
  }

  private String own(String last) {
    return ofStation() + id + "/" + last;
  }

  private String ofStation() {
    return fleet + "/" + station.map(StationName::text).orElse("+/+/+") + "/";
  }

  /// Topics that a station always listens to.
  public List<String> listened() {
    return List.of(who(), namesakes());
  }

  /// Filter for states of all installations with this station's name.
  String namesakes() {
    return ofStation() + "+/" + STATE;
  }

  /// ID of another installation with this station's name, if the topic is its state; else empty.
  Optional<String> namesake(String topic) {
    String before = ofStation();
    String after = "/" + STATE;
    if (!topic.startsWith(before) || topic.length() <= before.length() + after.length()) {
      return Optional.empty();
    }
    String told = topic.substring(before.length(), topic.length() - after.length());
    return topic.endsWith(after) && !told.equals(id) ? Optional.of(told) : Optional.empty();
  }
}

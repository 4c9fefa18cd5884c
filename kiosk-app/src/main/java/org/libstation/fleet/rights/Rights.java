package org.libstation.fleet.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.libstation.fleet.StationName;
import org.libstation.fleet.Topics;

/// Who may publish and subscribe to what.
///
/// @param users each once, in the order of the list
public record Rights(List<User> users) {
  /// Separator in a station's user name. Station names never contain it, and each broker accepts
  /// it.
  private static final String BETWEEN = "~";

  /// @param says filters of the topics that the user may publish to
  /// @param hears filters of the topics that the user may subscribe to
  public record User(String name, List<String> says, List<String> hears) {}

  /// Role of a user who is no station.
  public enum FleetRole {
    /// Reads all news and answers, and asks who is there.
    PAGE,
    /// Reads the state of stations, and exchanges messages with the other watcher.
    WATCH,
    /// Reads everything and gives orders. Stations still accept only orders signed by a key they
    /// know.
    STAFF
  }

  /// A user who is no station, with the user's role.
  public record Person(String name, FleetRole part) {}

  public Rights {
    users = List.copyOf(users);
    if (users.isEmpty()) {
      // With no user, ejabberd would let everybody publish and subscribe to everything.
      throw new IllegalArgumentException("nobody is named: expected a station or a person");
    }
    TreeSet<String> seen = new TreeSet<>();
    for (User user : users) {
      if (!seen.add(user.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "'"
                + user.name()
                + "' is listed twice (ejabberd does not distinguish capital from small letters)");
      }
    }
  }

  /// Makes the rights of a fleet.
  ///
  /// @param prefix first part of every topic
  /// @throws IllegalArgumentException when a name is not valid; the message says which, and why
  public static Rights of(String prefix, List<StationName> stations, List<Person> persons) {
    String fleet = StationName.part(prefix) + "/v1";
    List<User> users = new ArrayList<>();
    stations.forEach(each -> users.add(station(fleet, each)));
    persons.forEach(each -> users.add(person(fleet, each)));
    return new Rights(users);
  }

  /// User name of a station at the broker.
  public static String user(StationName station) {
    return String.join(BETWEEN, station.library(), station.place(), station.station());
  }

  private static User station(String fleet, StationName station) {
    String user = user(station);
    Topics topics = Topics.ofName(fleet, station);
    return new User(
        user,
        List.of(
            topics.presence(), topics.state(), topics.counts(), topics.answers(), topics.bundle()),
        List.of(topics.state(), topics.orders(), topics.who()));
  }

  private static User person(String fleet, Person person) {
    Topics all = Topics.ofAll(fleet);
    List<String> news = List.of(all.presence(), all.state());
    List<String> read = List.of(all.presence(), all.state(), all.counts(), all.answers());
    return switch (person.part()) {
      case PAGE -> new User(StationName.part(person.name()), List.of(all.who()), read);
      case WATCH -> {
        String watch = Topics.watch(fleet);
        yield new User(
            StationName.part(person.name()), List.of(all.who(), watch), with(news, watch));
      }
      case STAFF ->
          new User(
              StationName.part(person.name()),
              List.of(all.who(), all.orders()),
              with(read, all.bundle()));
    };
  }

  private static List<String> with(List<String> some, String more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}

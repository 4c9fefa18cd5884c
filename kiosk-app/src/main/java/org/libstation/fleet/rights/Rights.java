package org.libstation.fleet.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libstation.fleet.Topics;

/// Who may say and hear what.
///
/// @param users each once, in the order of the list
public record Rights(List<User> users) {
  /// As in a station's own file, and no name that is a way up in a folder.
  private static final Pattern NAME = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,40}");

  /// No name of a station's three has it, and each broker takes it in a user's name.
  private static final String BETWEEN = "~";

  /// @param says filters of the topics that it may publish to
  /// @param hears filters of the topics that it may subscribe to
  public record User(String name, List<String> says, List<String> hears) {}

  /// What somebody does who is no station.
  public enum FleetRole {
    /// Reads all news and answers, and asks who is there.
    PAGE,
    /// Reads how stations are, and speaks with the other one that watches.
    WATCH,
    /// Reads all, and gives orders. A station still takes none but those signed by a key it knows.
    STAFF
  }

  public record Person(String name, FleetRole part) {}

  public Rights {
    users = List.copyOf(users);
    if (users.isEmpty()) {
      // ejabberd would let everybody say and hear all.
      throw new IllegalArgumentException("nobody is named: expected a station or a person");
    }
    TreeSet<String> seen = new TreeSet<>();
    for (User user : users) {
      if (!seen.add(user.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "'"
                + user.name()
                + "' stands there twice (ejabberd tells no large letter from a small)");
      }
    }
  }

  /// @param prefix the first part of every topic
  /// @param stations `LIBRARY/PLACE/STATION` each
  /// @throws IllegalArgumentException when a name cannot be; says which, and why
  public static Rights of(String prefix, List<String> stations, List<Person> persons) {
    String fleet = name(prefix) + "/v1";
    List<User> users = new ArrayList<>();
    stations.forEach(each -> users.add(station(fleet, each)));
    persons.forEach(each -> users.add(person(fleet, each)));
    return new Rights(users);
  }

  /// A station's name at the broker.
  ///
  /// @param station `LIBRARY/PLACE/STATION`
  public static String user(String station) {
    String[] parts = station.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "'" + shown(station) + "': expected LIBRARY/PLACE/STATION");
    }
    return String.join(BETWEEN, Stream.of(parts).map(part -> name(part, station)).toList());
  }

  private static User station(String fleet, String station) {
    String user = user(station);
    Topics topics = new Topics(fleet, station, "+");
    return new User(
        user,
        List.of(
            topics.presence(), topics.state(), topics.counts(), topics.answers(), topics.bundle()),
        List.of(topics.state(), topics.orders(), topics.who()));
  }

  private static User person(String fleet, Person person) {
    Topics all = new Topics(fleet, "+/+/+", "+");
    List<String> news = List.of(all.presence(), all.state());
    List<String> read = List.of(all.presence(), all.state(), all.counts(), all.answers());
    return switch (person.part()) {
      case PAGE -> new User(name(person.name()), List.of(all.who()), read);
      case WATCH -> {
        String watch = Topics.watch(fleet);
        yield new User(name(person.name()), List.of(all.who(), watch), with(news, watch));
      }
      case STAFF ->
          new User(name(person.name()), List.of(all.who(), all.orders()), with(read, all.bundle()));
    };
  }

  private static List<String> with(List<String> some, String more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  /// A name that can be no more than a name.
  ///
  /// @throws IllegalArgumentException when it can; says what was expected
  public static String name(String text) {
    return name(text, text);
  }

  private static String name(String text, String told) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'"
              + shown(told)
              + "': expected 1 to 40 letters, digits, dots, dashes and underscores, and not dots"
              + " alone");
    }
    return text;
  }

  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}

package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.ReaderClasses;
import org.libstation.fines.FineCounter;
import org.libstation.fines.OpeningCalendar;
import org.libstation.policy.document.Value;

/// The policy of a library, from one version of its document: its rules and everything that was
/// ever announced about them. Nothing is ever removed, so [#at] can give the rules as they were
/// known at any moment.
///
/// @param version name of this state of the document
/// @param site the library it is for
/// @param issuedAt when it was signed and sent out; shows which of two policies is newer
/// @param zone time zone of dates without a place, and of service points that name none
/// @param lendingPlace the service point whose calendar a station counts by
/// @param estimateClass the lending class of an item whose own class is not known
/// @param classes the rules of each lending class, in the order of their announcement
/// @param patrons in the order of the document
/// @param document the document it was read from, for sending
public record PolicyBundle(
    String version,
    String site,
    Optional<Instant> issuedAt,
    ZoneId zone,
    Currency currency,
    String lendingPlace,
    String estimateClass,
    Map<String, ServicePoint> places,
    Map<String, PlaceCalendar> calendars,
    Map<String, List<ClassRule>> classes,
    Map<String, PatronClass> patrons,
    List<Window> windows,
    List<Notice> notices,
    List<Activity> activities,
    OfflineTerms offline,
    Value document) {
  public PolicyBundle {
    places = Map.copyOf(places);
    calendars = Map.copyOf(calendars);
    classes = Map.copyOf(classes);
    patrons = Collections.unmodifiableMap(new LinkedHashMap<>(patrons));
    windows = List.copyOf(windows);
    notices = List.copyOf(notices);
    activities = List.copyOf(activities);
  }

  /// What the station does alone while the central system does not answer.
  ///
  /// @param mediaTypes SIP2 media types (CK) that are lent; empty means all
  /// @param loanClass class of a loan that the station gives alone; its loan period is in days
  public record OfflineTerms(
      OfflineRules.OfflineMode mode,
      int itemsPerCard,
      Set<String> mediaTypes,
      boolean unknownCards,
      String loanClass) {
    public OfflineTerms {
      mediaTypes = Set.copyOf(mediaTypes);
    }
  }

  /// The service point of [#lendingPlace].
  public ServicePoint place() {
    return named(places, lendingPlace);
  }

  /// The rules of the lending place that were known and in force at this moment.
  public PlaceRules at(Instant moment) {
    return at(moment, lendingPlace);
  }

  /// The rules with everything that is announced, even if it begins later.
  public PlaceRules whole() {
    return at(Instant.MAX);
  }

  /// The rules of a service point that were known and in force at this moment.
  ///
  /// @param placeId of one of [#places]
  /// @throws IllegalArgumentException if there is no such place
  public PlaceRules at(Instant moment, String placeId) {
    ServicePoint place = places.get(placeId);
    if (place == null) {
      throw new IllegalArgumentException("the policy has no service point " + placeId);
    }
    String then = versionAt(version, announcements(), moment);
    Map<String, LendingClass> lending = classesAt(moment, then);
    List<Window> inForce = windowsAt(moment);
    OpeningCalendar calendar = calendarAt(place, moment);
    return new PlaceRules(
        then,
        place.zone(),
        currency,
        place,
        lending,
        named(lending, estimateClass),
        calendar,
        inForce,
        offlineRules(named(lending, offline.loanClass()), calendar),
        noticesAt(moment),
        activitiesAt(moment),
        patrons,
        new FineCounter(calendar, Window.suspensions(inForce), Window.amnesties(inForce)));
  }

  /// Finds the patron class of a patron.
  public ReaderClasses readerClasses() {
    return new PatronClasses(List.copyOf(patrons.values()));
  }

  /// The loan periods of every rule that ever held, in whole days; 0 for shorter ones.
  public List<Integer> loanDays() {
    return classes.values().stream()
        .flatMap(List::stream)
        .map(rule -> rule.lendingClass().loanDays())
        .distinct()
        .toList();
  }

  /// Every moment, past or future, at which calendars, classes, windows or notices change.
  public NavigableSet<Instant> announcements() {
    NavigableSet<Instant> all = new TreeSet<>();
    calendars.values().forEach(calendar -> all.addAll(calendar.announcements()));
    classes.values().stream()
        .flatMap(List::stream)
        .forEach(rule -> rule.begins(zone).ifPresent(all::add));
    windows.forEach(window -> all.add(window.announcedAt()));
    notices.forEach(notice -> all.add(notice.announcedAt()));
    return all;
  }

  /// The windows known at a moment, without those that another known window supersedes.
  public List<Window> windowsAt(Instant moment) {
    List<Window> known =
        windows.stream().filter(window -> !window.announcedAt().isAfter(moment)).toList();
    Set<String> gone = new HashSet<>();
    known.forEach(window -> window.supersedes().ifPresent(gone::add));
    return known.stream().filter(window -> !gone.contains(window.id())).toList();
  }

  private List<Notice> noticesAt(Instant moment) {
    List<Notice> known =
        notices.stream().filter(notice -> !notice.announcedAt().isAfter(moment)).toList();
    Set<String> gone = new HashSet<>();
    known.forEach(notice -> notice.supersedes().ifPresent(gone::add));
    return known.stream().filter(notice -> !gone.contains(notice.id())).toList();
  }

  private List<Activity> activitiesAt(Instant moment) {
    return activities.stream().filter(activity -> !activity.announcedAt().isAfter(moment)).toList();
  }

  /// The calendar of a service point as it was known at a moment.
  public OpeningCalendar calendarAt(ServicePoint place, Instant moment) {
    PlaceCalendar calendar = named(calendars, place.calendar());
    return calendar.at(moment, versionAt(calendar.version(), calendar.announcements(), moment));
  }

  /// The opening times of a service point, as they were known at a moment.
  ///
  /// @param placeId of one of [#places]
  /// @throws IllegalArgumentException if there is no such place
  public OpeningTimes openingTimes(String placeId, Instant moment) {
    ServicePoint place = places.get(placeId);
    if (place == null) {
      throw new IllegalArgumentException("the policy has no service point " + placeId);
    }
    return new OpeningTimes(named(calendars, place.calendar()), place.zone(), moment);
  }

  private Map<String, LendingClass> classesAt(Instant moment, String then) {
    Map<String, LendingClass> lending = new HashMap<>();
    classes.forEach(
        (name, rules) ->
            rules.stream()
                .filter(rule -> rule.begins(zone).map(it -> !it.isAfter(moment)).orElse(true))
                .reduce((_, later) -> later)
                .ifPresent(rule -> lending.put(name, rule.lendingClass().versioned(then))));
    return lending;
  }

  private OfflineRules offlineRules(LendingClass lendingClass, OpeningCalendar calendar) {
    int days = lendingClass.loanDays();
    return new OfflineRules(
        offline.mode(),
        offline.itemsPerCard(),
        offline.mediaTypes(),
        offline.unknownCards(),
        days,
        lendingClass.period().dayEnds(),
        nominal -> lendingClass.period().dueDay(nominal.minusDays(days), calendar),
        readerClasses());
  }

  /// The newest version has the name alone. The name of an earlier one also has the moment of its
  /// last announcement.
  private String versionAt(String name, Collection<Instant> announced, Instant moment) {
    NavigableSet<Instant> all = new TreeSet<>(announced);
    if (all.higher(moment) == null) {
      return name;
    }
    Instant last = all.floor(moment);
    return last == null
        ? name + "@begin"
        : name + "@" + LocalDateTime.ofInstant(last, zone).truncatedTo(ChronoUnit.MINUTES);
  }

  private static <T> T named(Map<String, T> all, String name) {
    return Optional.ofNullable(all.get(name)).orElseThrow(() -> new IllegalStateException(name));
  }
}

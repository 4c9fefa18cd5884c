package org.libstation.tools.sip2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.libstation.circulation.Refusal;

/// What a probe found out, which changes it undid, and which it could not undo. It names no person,
/// card or item: free text of the central system is kept as [Said].
final class Findings {
  /// The requests in the order of BX (SIP 2.00, "supported messages").
  static final List<String> REQUESTS =
      List.of(
          "23", "11", "09", "01", "99", "97", "93", "63", "35", "37", "17", "19", "25", "15", "29",
          "65");

  private final Map<String, ProbeFinding> switches = new LinkedHashMap<>();
  private final Map<String, Request> requests = new TreeMap<>();
  private final List<RefusalWording> refusals = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();
  private final List<String> notUndone = new ArrayList<>();
  private final Map<String, Speed> speeds = new LinkedHashMap<>();

  Findings() {
    REQUESTS.forEach(code -> requests.put(code, new Request(code, Tried.NOT_TRIED, "")));
  }

  /// A found value of one switch of a dialect file.
  ///
  /// @param key such as `wire.charset`
  /// @param value as YAML
  /// @param reason what the probe saw
  record ProbeFinding(String key, String value, String reason) {}

  /// A request of SIP 2.00 and whether it works.
  ///
  /// @param remark if it was tried, what happened; otherwise what BX says of it
  record Request(String code, Tried tried, String remark) {
    @Override
    public String toString() {
      return code + " " + tried.words() + (remark.isEmpty() ? "" : " (" + remark + ")");
    }
  }

  /// A fact that no switch expresses but that decides what a station can do here.
  ///
  /// @param follows what it means for the library
  record Question(String what, Tried tried, String follows) {
    @Override
    public String toString() {
      return what + ": " + tried.words() + ". " + follows;
    }
  }

  /// The text of a refusal and the reason that it gives.
  record RefusalWording(Said said, Refusal.RefusalReason means) {}

  /// Answer times of one kind of request.
  record Speed(int answers, Duration p50, Duration p95) {
    @Override
    public String toString() {
      return "p50 %d ms, p95 %d ms".formatted(p50.toMillis(), p95.toMillis());
    }
  }

  void set(String key, String value, String reason) {
    switches.put(key, new ProbeFinding(key, value, reason));
  }

  void tried(String code, boolean works) {
    tried(code, works, "");
  }

  /// Notes whether a request works. A request that worked once counts as working.
  void tried(String code, boolean works, String remark) {
    if (request(code).tried() != Tried.WORKS) {
      requests.put(code, new Request(code, Tried.of(works), remark));
    }
  }

  void notTried(String code, String remark) {
    if (request(code).tried() == Tried.NOT_TRIED) {
      requests.put(code, new Request(code, Tried.NOT_TRIED, remark));
    }
  }

  private Request request(String code) {
    return Optional.ofNullable(requests.get(code))
        .orElseThrow(() -> new IllegalArgumentException(code + " is no request"));
  }

  void answer(String what, Tried tried, String follows) {
    questions.removeIf(known -> known.what().equals(what));
    questions.add(new Question(what, tried, follows));
  }

  /// Notes the text of a refusal. Only the first text of each reason is kept.
  void says(Said said, Refusal.RefusalReason means) {
    if (!said.isEmpty() && refusals.stream().noneMatch(text -> text.means() == means)) {
      refusals.add(new RefusalWording(said, means));
    }
  }

  /// Notes a fact that no switch expresses, or something that could not be found out.
  void note(String text) {
    notes.add(text);
  }

  /// Notes a change that the probe has undone.
  void undid(String what) {
    if (!undone.contains(what)) {
      undone.add(what);
    }
  }

  /// Notes a change that remains at the central system.
  void couldNotUndo(String what) {
    notUndone.add(what);
  }

  void speed(String code, List<Duration> times) {
    if (!times.isEmpty()) {
      List<Duration> sorted = times.stream().sorted().toList();
      speeds.put(code, new Speed(sorted.size(), part(sorted, 50), part(sorted, 95)));
    }
  }

  private static Duration part(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(Math.max(0, rank - 1));
  }

  List<ProbeFinding> switches() {
    return List.copyOf(switches.values());
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(switches.get(key)).map(ProbeFinding::value);
  }

  /// Returns all requests, in the order of their codes.
  List<Request> requests() {
    return List.copyOf(requests.values());
  }

  List<Request> requests(Tried tried) {
    return requests.values().stream().filter(each -> each.tried() == tried).toList();
  }

  List<RefusalWording> refusals() {
    return List.copyOf(refusals);
  }

  List<Question> questions() {
    return List.copyOf(questions);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  List<String> undone() {
    return List.copyOf(undone);
  }

  List<String> notUndone() {
    return List.copyOf(notUndone);
  }

  Map<String, Speed> speeds() {
    return new LinkedHashMap<>(speeds);
  }
}

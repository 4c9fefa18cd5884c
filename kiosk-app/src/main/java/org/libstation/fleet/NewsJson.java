package org.libstation.fleet;

import java.time.Instant;
import org.libstation.process.log.JsonLine;

/// The JSON documents on the wire. `docs/administrator/fleet-messages.md` lists each member with
/// its unit. A member whose value is unknown is left out.
final class NewsJson {
  static final String SCHEMA = "libstation-fleet-1";

  private NewsJson() {}

  /// @param boot count of program starts, from 1
  /// @param number of the message, from 1 at each start
  /// @param version of the program; repeated here for subscribers that missed the birth message
  static String state(String id, long boot, long number, Instant at, String version, News news) {
    JsonLine line = head(id, boot).put("number", number).put("at", at.toString());
    line.put("version", version).put("serves", News.word(news.serves()));
    news.code().ifPresent(code -> line.put("code", code.text()));
    news.firstFault().ifPresent(fault -> line.put("first-fault", fault(fault)));
    line.put("devices", news.devices().stream().map(NewsJson::device).toList())
        .put("link", News.word(news.link()))
        .put("journal", News.word(news.journal()));
    if (news.bin().there()) {
      JsonLine bin = new JsonLine();
      news.bin().percent().ifPresent(percent -> bin.put("percent", percent));
      line.put("bin", bin.put("full", news.bin().full()));
    }
    line.put("paper", News.word(news.paper()));
    news.policy().ifPresent(policy -> line.put("policy", policy(policy)));
    JsonLine clock = new JsonLine().put("doubtful", news.clock().doubtful());
    news.clock().apartSeconds().ifPresent(seconds -> clock.put("apart-seconds", seconds));
    return line.put("clock", clock).put("figures", figures(news.figures())).toString();
  }

  /// @param connection count of this start's connections, from 1
  static JsonLine presence(String id, long boot, long connection, Presence presence) {
    return head(id, boot).put("connection", connection).put("presence", presence.word());
  }

  /// @param number of the count, from 1; it keeps growing over restarts
  static String counts(String id, long boot, long number, Instant until, Counts totals) {
    return head(id, boot)
        .put("number", number)
        .put("until", until.toString())
        .put("totals", totals(totals))
        .toString();
  }

  private static JsonLine head(String id, long boot) {
    return new JsonLine().put("schema", SCHEMA).put("id", id).put("boot", boot);
  }

  private static JsonLine fault(News.FaultNews fault) {
    JsonLine line = new JsonLine().put("part", News.word(fault.part()));
    fault.device().ifPresent(name -> line.put("device", name.text()));
    return line.put("code", fault.code().text());
  }

  private static JsonLine device(News.DeviceNews device) {
    JsonLine line =
        new JsonLine()
            .put("name", device.name().text())
            .put("condition", News.word(device.condition()));
    device.code().ifPresent(code -> line.put("code", code.text()));
    return line;
  }

  private static JsonLine policy(News.PolicyNews policy) {
    JsonLine line = new JsonLine().put("version", policy.version().text());
    policy.confirmedHours().ifPresent(hours -> line.put("confirmed-hours", hours));
    return line.put("old", policy.old());
  }

  private static JsonLine figures(HourFigures figures) {
    JsonLine line =
        new JsonLine()
            .put("until", figures.until().toString())
            .put("open", ages(figures.open()))
            .put("staff-lines", ages(figures.staff()));
    JsonLine kinds = new JsonLine();
    figures.kinds().forEach(kind -> kinds.put(News.word(kind.reason()), kind.lines()));
    line.put("staff-kinds", kinds);
    figures.lastVisit().ifPresent(hour -> line.put("last-visit-hour", hour.toString()));
    return line.put("totals", totals(figures.totals()));
  }

  private static JsonLine ages(HourFigures.Ages ages) {
    return new JsonLine()
        .put("under-a-day", ages.day())
        .put("under-a-week", ages.week())
        .put("older", ages.older());
  }

  private static JsonLine totals(Counts counts) {
    return new JsonLine()
        .put("loans", counts.loans())
        .put("offline-loans", counts.offlineLoans())
        .put("returns", counts.returns())
        .put("renewals", counts.renewals())
        .put("refused", counts.refused())
        .put("unanswered", counts.unanswered());
  }
}

package org.libstation.screen;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.StationFacts.StationRole;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.SiteWords.Offer;

/// The station while nobody is at it, and the sheets that are always there.
final class IdleStates {
  private IdleStates() {}

  static final LibraryNews.Announcement CHRISTMAS =
      new LibraryNews.Announcement(
          List.of(three("中央圖書館", "中央图书馆", "Central Library")),
          three("聖誕節的最新安排", "圣诞节的最新安排", "Christmas"),
          three(
              "兩天休館，不計逾期罰款。還書箱照常開放。",
              "两天闭馆，不计逾期罚款。还书箱照常开放。",
              "Closed on both days; no fines are counted. The book drop stays open."),
          new LibraryNews.ClosedDays(day("2026-12-25"), Optional.of(day("2026-12-26")), false));

  /// HKPL's words of July 2020, as long as such notices are.
  static final LibraryNews.Announcement CLOSURE =
      new LibraryNews.Announcement(
          List.of(),
          Map.of(),
          three(
              "所有圖書館、還書箱及自助站由7月15日起關閉。逾期罰款暫停計算，直至另行通知。",
              "所有图书馆、还书箱及自助站由7月15日起关闭。逾期罚款暂停计算，直至另行通知。",
              "All libraries, book drops and stations are closed from 15 July. Overdue fines are"
                  + " not counted until further notice."),
          new LibraryNews.ClosedDays(day("2020-01-29"), Optional.empty(), true));

  private static final List<LibraryNews.LibraryActivity> ACTIVITIES =
      List.of(
          activity(
              "2026-11-28",
              Optional.empty(),
              "14:30",
              three("潮間帶的聲音：親子聽書", "潮间带的声音：亲子听书", "Sounds between the tides: stories for families"),
              three("兒童圖書館", "儿童图书馆", "Children’s library"),
              three("親子", "亲子", "Families")),
          activity(
              "2026-12-02",
              Optional.empty(),
              "19:00",
              three(
                  "從手稿到書架：小說家夜談",
                  "从手稿到书架：小说家夜谈",
                  "From manuscript to shelf: an evening with a novelist"),
              three("演講室", "报告厅", "Lecture hall"),
              three("講座", "讲座", "Talk")),
          activity(
              "2026-11-10",
              Optional.of(day("2027-01-10")),
              "10:00",
              three("舊地圖裏的海港", "旧地图里的海港", "The harbour in old maps"),
              three("展覽館", "展览厅", "Exhibition hall"),
              three("展覽", "展览", "Exhibition")));

  private static LibraryNews.LibraryActivity activity(
      String day,
      Optional<LocalDate> last,
      String begins,
      Map<Language, String> title,
      Map<Language, String> venue,
      Map<Language, String> type) {
    return new LibraryNews.LibraryActivity(
        day(day), last, LocalTime.parse(begins), title, Map.of(), venue, type);
  }

  static Map<Language, SiteWords> surroundings() {
    return Map.of(
        Language.ZH_HANT_HK,
        words("1 號自助借還機", "大堂左邊", "石橋街還書箱", "24 小時開放", "上午9時至晚上8時", "24 小時"),
        Language.ZH_HANS,
        words("1 号自助借还机", "大堂左侧", "石桥街还书箱", "24 小时开放", "9:00 至 20:00", "24 小时"),
        Language.EN,
        words(
            "Self-service station 1",
            "on the left of the hall",
            "Stone Bridge Street book drop",
            "open 24 hours",
            "9 am to 8 pm",
            "day and night"));
  }

  private static SiteWords words(
      String station, String where, String drop, String always, String hours, String after) {
    return new SiteWords(
        List.of(
            new SiteWords.SitePlace(drop, 6, "", always, Set.of(Offer.DROP), "drop"),
            new SiteWords.SitePlace(
                station, 0, where, "", Set.of(Offer.BORROW, Offer.RETURN), "near")),
        new SiteWords.SiteHelp(
            "2345 6789", hours, "2345 6780", after, "https://library.example/help"),
        SiteWords.DeskPicture.USUAL);
  }

  private static Map<Language, String> three(
      String traditional, String simplified, String english) {
    return Map.of(
        Language.ZH_HANT_HK, traditional, Language.ZH_HANS, simplified, Language.EN, english);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static StationFacts told(StationFacts well, LibraryNews news) {
    return well.withNews(news).withOpening(HoursStates.USUAL);
  }

  private static StationFacts station(StationRole role, StationBanner banner) {
    return States.station(
        role, banner, StationFacts.LinkState.ONLINE, StationFacts.JournalHealth.GOOD);
  }

  private static FlowState idle(StationFacts station, int turned) {
    Screen.Leaf leaf = new Screen.Leaf(turned, States.NOW);
    return States.of(station, new Screen.Welcome(leaf, leaf, Optional.empty(), Optional.empty()));
  }

  static void add(Map<String, FlowState> all) {
    StationFacts well = States.WELL;
    LibraryNews usual = new LibraryNews(List.of(CHRISTMAS), ACTIVITIES);
    LibraryNews many = new LibraryNews(List.of(CLOSURE, CHRISTMAS), ACTIVITIES);
    all.put("idle-news", idle(told(well, usual), 0));
    all.put("idle-news-turned", idle(told(well, many), 1));
    all.put("idle-closure", idle(told(well, many), 0));
    all.put(
        "idle-notice-alone", idle(told(well, new LibraryNews(List.of(CHRISTMAS), List.of())), 0));
    all.put("idle-activities-alone", idle(told(well, new LibraryNews(List.of(), ACTIVITIES)), 1));
    all.put(
        "idle-demo",
        idle(told(station(StationRole.LEND_AND_RETURN, StationBanner.DEMO), usual), 0));
    all.put("idle-drop-full", idle(told(well, usual).withBin(97).withFlap(true), 0));
    all.put(
        "idle-returns-only",
        idle(told(station(StationRole.RETURN_ONLY, StationBanner.NONE), LibraryNews.NONE), 0));
    FlowState stack = States.named(all, "borrow-stack");
    all.put(
        "help", States.over(stack, new Overlay.Help(Optional.of(Code.B21), Duration.ofHours(2))));
    all.put(
        "help-idle",
        States.over(
            idle(told(well, usual), 0), new Overlay.Help(Optional.empty(), Duration.ofHours(2))));
    all.put(
        "privacy",
        States.over(idle(told(well, usual), 0), new Overlay.Privacy(Duration.ofHours(2))));
  }
}

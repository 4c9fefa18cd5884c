package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.circulation.PatronId;
import org.libstation.fines.ClosedReason;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.BlockedCards;
import org.libstation.site.SiteProblem;
import org.libstation.tools.command.policy.PolicyCommand;

class PolicyCommandTest {
  private static final Path EXAMPLE = Path.of("..", "config", "policy", "hkpl-example.yaml");

  @TempDir private Path dir;

  private static PolicyBundle read(Path file) {
    try {
      return switch (PolicyReader.read(file)) {
        case PolicyReading.PolicyRead(var bundle) -> bundle;
        case PolicyReading.Faulty faulty -> throw new SiteProblem(faulty.text());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Called station() {
    return new Called(
        PolicyCommand.with(
            () -> Instant.parse("2026-11-25T04:00:00Z"),
            new java.io.ByteArrayInputStream(
                "28801000000017\n\n28801000000025\n"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  @Test
  void check_says_what_is_still_to_be_confirmed() {
    Called station = station();
    assertThat(station.with("policy", "check", EXAMPLE.toString())).isZero();
    assertThat(station.out())
        .contains("good; version hkpl-example-2026-1 of hkpl-example")
        .contains("  patrons.adult: ceilings for what is owed exist");
  }

  @Test
  void check_tells_of_reminders_that_nobody_ever_owes() throws IOException {
    Path staged = Path.of("../config/policy/examples/staged.yaml");
    Called good = station();
    assertThat(good.with("policy", "check", staged.toString())).isZero();
    assertThat(good.out()).doesNotContain("worth a look");
    Path low =
        Files.writeString(
            dir.resolve("low.yaml"),
            Files.readString(staged)
                .replace(", mode: replacing, per: letter, postage: 0.95", "")
                .replace("rate: 0.00", "rate: 0.00\n        maximum: {amount: 5.00}"));
    Called station = station();
    assertThat(station.with("policy", "check", low.toString())).as(station.err()).isZero();
    assertThat(station.out())
        .contains("worth a look:", "classes.books[1]", "come to 6.00", "maximum is 5.00");
    Path kept =
        Files.writeString(
            dir.resolve("kept.yaml"), Files.readString(staged).replace(" after: 60 days,", ""));
    assertThat(station.with("policy", "check", kept.toString())).as(station.err()).isZero();
    assertThat(station.out()).contains("classes.books[1]: lost.back without lost.after");
  }

  @Test
  void check_names_line_and_rule_of_a_fault() throws IOException {
    Path wrong =
        file(
            "w.yaml",
            Files.readString(EXAMPLE).replace("    to: 2020-07-20", "    to: 2019-07-20"));
    Called station = station();
    assertThat(station.with("policy", "check", wrong.toString())).isEqualTo(2);
    assertThat(station.err())
        .contains("windows.resumption-2020-07-20.to: it ends 2019-07-20, before it begins");
  }

  @Test
  void check_refuses_what_every_station_would() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path key =
        file(
            "public.pem",
            "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n");
    Instant year2099 = Instant.parse("2099-01-01T00:00:00Z");
    Path ahead = file("ahead.json", SignedPolicy.sign(read(EXAMPLE), year2099, keys.getPrivate()));
    Called station = station();
    assertThat(station.with("policy", "check", ahead.toString(), "--key", key.toString()))
        .isEqualTo(2);
    assertThat(station.err()).contains("ahead.json: the policy says that it was issued at 2099");

    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Called without = station();
    assertThat(without.with("policy", "check", ahead.toString(), "--config", site.toString()))
        .isEqualTo(2);
    assertThat(without.err()).contains("station.policy-feed is not set");

    Path yaml = site.resolve("station.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replaceFirst(
                "(?s)(  policy-feed:\n.*?\n    from: )\"\"(.*?\n    key: )\"\"",
                "$1https://127.0.0.1:1/policy$2" + key));
    Called asked = station();
    assertThat(asked.with("policy", "check", ahead.toString(), "--config", site.toString()))
        .isEqualTo(2);
    assertThat(asked.err()).contains("ahead.json: the policy says that it was issued at 2099");
  }

  @Test
  void show_tells_the_rules_of_a_moment() {
    Called station = station();
    assertThat(station.with("policy", "show", EXAMPLE.toString(), "--at", "2020-07-10T12:00+08:00"))
        .isZero();
    assertThat(station.out())
        .contains("policy hkpl-example-2026-1@2020-07-06T12:00 of hkpl-example")
        .contains("last announced 2020-07-06T12:00, next 2020-07-14T20:00")
        .contains("class adult: 14 days, next-open-day, 10 renewals; HKD 1.50 each 1 day")
        .contains("window resumption-2020-07-20: 2020-01-29 to 2020-07-20, all places")
        .doesNotContain("closure-2020-07-15");
    Called other = station();
    assertThat(
            other.with(
                "policy", "show", "../config/policy/examples/staged.yaml", "--at", "2026-03-02"))
        .isZero();
    assertThat(other.out())
        .contains("patrons adult: loans 40, holds 10, blocked above EUR 20.00")
        .contains("patrons children: loans 40, holds 10, never blocked; the central system says KI")
        .doesNotContain("no limit");
    assertThat(station.with("policy", "show", EXAMPLE.toString(), "--at", "soon")).isEqualTo(2);
    assertThat(station.with("policy", "show", EXAMPLE.toString(), "--place", "moon")).isEqualTo(2);
    assertThat(station.err())
        .contains("--at: expected a moment", "--place: expected one of central");
  }

  @Test
  void show_gives_the_wire_form_which_reads_the_same() throws IOException {
    Called station = station();
    assertThat(station.with("policy", "show", EXAMPLE.toString(), "--json")).isZero();
    Path json = file("p.json", station.out());
    assertThat(read(json).windows()).isEqualTo(read(EXAMPLE).windows());
  }

  @Test
  void diff_tells_each_rule_and_blames_what_was_announced_and_is_gone() throws IOException {
    String text = Files.readString(EXAMPLE);
    Path rate = file("rate.yaml", text.replaceFirst("onRenewal: kept", "onRenewal: forgiven"));
    Called station = station();
    assertThat(station.with("policy", "diff", EXAMPLE.toString(), rate.toString())).isEqualTo(1);
    assertThat(station.out())
        .contains(
            "- classes.adult[1].fine.onRenewal: kept\n+ classes.adult[1].fine.onRenewal: forgiven");
    assertThat(station.err()).contains("class adult, rule 1: it was announced");

    Path added = file("added.yaml", text + withNotice());
    Called again = station();
    assertThat(again.with("policy", "diff", EXAMPLE.toString(), added.toString())).isZero();
    assertThat(again.out()).contains("+ notices.new.from: 2026-12-01");
    assertThat(again.with("policy", "diff", added.toString(), EXAMPLE.toString())).isEqualTo(1);
    assertThat(again.err()).contains("notice new: it was announced, and is gone or altered");
  }

  private static String withNotice() {
    return """
      new:
        announcedAt: 2026-11-30T09:00+08:00
        from: 2026-12-01
        to: open
        words: {en: New, zh-Hans: 新, zh-Hant-HK: 新}
    """;
  }

  @Test
  void preview_shows_what_the_notice_of_14_july_changed() throws IOException {
    Path loans =
        file(
            "loans.csv",
            """
            item,due_at,returned_at,class,items
            A,2020-07-17,2020-09-03,adult,1
            B,2020-07-17,2020-07-19,adult,1
            C,2020-02-04,2020-07-21,children,2
            D,soon,,adult,1
            E,2020-07-17,2020-07-22,magazines,1
            """);
    Called station = station();
    assertThat(
            station.with(
                "policy", "preview", EXAMPLE.toString(), "--at=2020-07-13", "--loans=" + loans))
        .isEqualTo(1);
    assertThat(station.out())
        .isEqualTo(
            """
            A: due 2020-07-17, back 2020-09-03: HKD 69.00 -> HKD 0.00
            C: due 2020-02-04, back 2020-07-21: HKD 2.00 -> HKD 0.00
            3 loans: 2 would cost less, 0 more, 1 as before; HKD 71.00 -> HKD 0.00
            """);
    assertThat(station.err())
        .contains("line 5: due_at: expected a date, or a date and time, found \"soon\"")
        .contains("E: the policy has no such class, place or patron class");
  }

  @Test
  void preview_counts_recalled_loans_by_their_own_rule() throws IOException {
    Path draft =
        file(
            "draft.yaml",
            Files.readString(EXAMPLE)
                .replaceFirst(
                    "maximum: \\{amount: none}",
                    "maximum: {amount: none}\n        recall: {rate: 5.00}"));
    Path loans =
        file(
            "loans.csv",
            """
            item,due_at,returned_at,recalled
            A,2026-11-16,2026-11-18,no
            B,2026-11-16,2026-11-18,yes
            C,2026-11-16,2026-11-18,perhaps
            """);
    Called station = station();
    assertThat(
            station.with(
                "policy", "preview", draft.toString(), "--against=" + EXAMPLE, "--loans=" + loans))
        .isEqualTo(1);
    assertThat(station.out())
        .contains("B: due 2026-11-16, back 2026-11-18: HKD 3.00 -> HKD 10.00")
        .doesNotContain("A: due");
    assertThat(station.err()).contains("recalled: expected yes or no, found \"perhaps\"");
  }

  @Test
  void preview_counts_by_patron_class_and_media() throws IOException {
    Path draft =
        file(
            "draft.yaml",
            Files.readString(EXAMPLE)
                .replaceFirst(
                    "maximum: \\{amount: none}",
                    "maximum: {amount: none}\n        readers:\n"
                        + "          - {patrons: [adult], media: ['006'], rate: none}")
                .replaceFirst("owedAtMost: none", "owedAtMost: none\n    cards: ['29*']"));
    Path loans =
        file(
            "loans.csv",
            """
            item,due_at,returned_at,patron_class,media
            A,2026-11-16,2026-11-18,adult,006
            B,2026-11-16,2026-11-18,adult,001
            C,2026-11-16,2026-11-18,,006
            D,2026-11-16,2026-11-18,children,006
            """);
    Called station = station();
    assertThat(
            station.with(
                "policy", "preview", draft.toString(), "--against=" + EXAMPLE, "--loans=" + loans))
        .isEqualTo(1);
    assertThat(station.out())
        .contains("A: due 2026-11-16, back 2026-11-18: HKD 3.00 -> HKD 0.00")
        .contains("3 loans: 1 would cost less, 0 more, 2 as before");
    assertThat(station.err()).contains("D: the policy has no such class, place or patron class");
  }

  @Test
  void preview_without_a_draft_says_so() throws IOException {
    Path loans = file("loans.csv", "item,due_at\nA,2026-11-01\n");
    Called station = station();
    assertThat(station.with("policy", "preview", EXAMPLE.toString(), "--loans=" + loans))
        .isEqualTo(2);
    assertThat(station.err()).contains("is announced after 2026-11-25T12:00+08:00");
  }

  private static String pem(String kind, byte[] key) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(key), kind);
  }

  @Test
  void a_list_of_blocked_cards_is_signed_and_names_nobody()
      throws IOException, NoSuchAlgorithmException {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path privateKey = file("private.pem", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    byte[] hashing = new byte[BlockedCards.LEAST_KEY_BYTES];
    Path hashKey = file("hash.key", Base64.getEncoder().encodeToString(hashing));
    Called station = station();
    String[] words = {
      "policy", "block", "--site=hkpl-example", "--hash-key=" + hashKey, "--key=" + privateKey
    };
    assertThat(station.with(words)).isZero();
    assertThat(station.out()).contains("cards 2").doesNotContain("28801000000017");
    BlockedCards.BlockedCardsReading read =
        BlockedCards.read(
            station.out(),
            "hkpl-example",
            BlockedCards.IssuePeriod.ALWAYS,
            hashing,
            keys.getPublic());
    assertThat(
            ((BlockedCards.BlockedCardsReading.BlockedCardsRead) read)
                .cards()
                .test(new PatronId("28801000000017")))
        .isTrue();

    Files.writeString(hashKey, "AAAA");
    Called refused = station();
    assertThat(refused.with(words)).isEqualTo(2);
    assertThat(refused.err()).contains("expected at least 32 bytes");
  }

  @Test
  void what_was_signed_is_checked_and_what_was_altered_is_refused()
      throws IOException, NoSuchAlgorithmException {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path privateKey = file("private.pem", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    Path publicKey = file("public.pem", pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    Called signing = station();
    assertThat(signing.with("policy", "sign", EXAMPLE.toString(), "--key=" + privateKey)).isZero();
    Path signed = file("signed.json", signing.out());

    Called station = station();
    assertThat(station.with("policy", "check", signed.toString(), "--key=" + publicKey)).isZero();
    assertThat(station.out()).contains("good; version hkpl-example-2026-1");
    Path altered = file("altered.json", signing.out().replace("2020-07-20", "2020-07-19"));
    assertThat(station.with("policy", "check", altered.toString(), "--key=" + publicKey))
        .isEqualTo(2);
    assertThat(station.err()).contains("altered.json: it was altered after it was signed");
    assertThat(station.with("policy", "check", signed.toString(), "--key=" + privateKey))
        .isEqualTo(2);
    assertThat(station.err()).contains("it is no PEM file with a PUBLIC KEY");
  }

  @Test
  void imported_holidays_are_entries_that_the_policy_takes() throws IOException {
    Path calendar =
        file(
            "en.ics",
            String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "DTSTART;VALUE=DATE:20261001",
                "SUMMARY:National Day",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "DTSTART;VALUE=DATE:20270101",
                "SUMMARY:The first day of January",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "DTSTART;VALUE=DATE:20270206",
                "SUMMARY:Lunar New Year's Day",
                "END:VEVENT",
                "END:VCALENDAR",
                ""));
    Called station = station();
    String policy = "--policy=" + EXAMPLE;
    assertThat(
            station.with("policy", "import", calendar.toString(), policy, "--calendar=libraries"))
        .isZero();
    assertThat(station.out())
        .isEqualTo(
            """
                  - announcedAt: 2026-11-25T12:00+08:00
                    days: [2027-02-06]
                    closed: holiday
                    what: 'Lunar New Year''s Day'
                    source: 'en.ics'
            """);
    assertThat(station.err())
        .contains("National Day (2026-10-01): past, or known")
        .contains("The first day of January (2027-01-01): past, or known");
    Path merged =
        file(
            "merged.yaml",
            Files.readString(EXAMPLE)
                .replaceFirst("    changes:\n", "    changes:\n" + station.out()));
    assertThat(
            read(merged)
                .at(Instant.parse("2026-11-26T00:00:00Z"))
                .calendar()
                .closedOn(LocalDate.of(2027, 2, 6)))
        .contains(ClosedReason.HOLIDAY);
    assertThat(station.with("policy", "import", EXAMPLE.toString(), policy, "--calendar=libraries"))
        .isEqualTo(2);
    assertThat(station.err()).contains("is no iCalendar file");
  }
}

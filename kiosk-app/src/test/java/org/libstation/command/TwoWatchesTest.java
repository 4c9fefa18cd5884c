package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.WatchPair.Reply;
import org.libstation.fleet.mqtt.Mosquitto;

/// Two `station fleet watch` beside mosquitto: whatever happens to one of them, to the broker or to
/// the address that they post to, each matter is told at least once; twice only where one died
/// between telling it and saying so.
@Tag("full")
@Timeout(600)
final class TwoWatchesTest {
  @TempDir private Path folder;

  /// When one is killed.
  private enum Moment {
    /// It heard that something is wrong, and nobody told it yet.
    AFTER_IT_HEARD,
    /// It asked the other whether it may tell.
    AFTER_IT_ASKED,
    /// It said yes to the other.
    AFTER_IT_SAID_YES,
    /// It told, and does not know that it was taken.
    BEFORE_THE_ANSWER,
    /// It told, and may have written so.
    AFTER_THE_ANSWER,
    /// It told and said so.
    AFTER_IT_SAID_SO
  }

  @Test
  void whenever_one_is_killed_all_is_told_and_twice_only_what_nobody_had_heard_of()
      throws Exception {
    Random random = new Random(24);
    List<Moment> moments = new ArrayList<>(Arrays.asList(Moment.values()));
    Collections.shuffle(moments, random);
    try (Mosquitto mosquitto = new Mosquitto(folder).begin();
        WatchPair pair = new WatchPair(folder, mosquitto, random)) {
      pair.start("watch-0");
      pair.start("watch-1");
      pair.wrong(false);
      for (Moment moment : moments) {
        boolean atBegin = random.nextBoolean();
        for (String step : List.of("begun", "back")) {
          pair.wrong(step.equals("begun"));
          if (step.equals("begun") == atBegin) {
            String dead = killed(pair, moment, step, random);
            boolean atOnce = random.nextBoolean();
            if (atOnce) {
              pair.start(dead);
            }
            pair.until(moment + " " + step, () -> pair.allTold(step) && pair.isAgreed(step));
            if (!atOnce) {
              pair.start(dead);
            }
          } else {
            pair.until(moment + " " + step, () -> pair.allTold(step) && pair.isAgreed(step));
          }
        }
        int twice = pair.judge();
        if (moment == Moment.BEFORE_THE_ANSWER) {
          assertThat(twice).isOne();
        }
      }
    }
  }

  /// Kills one at this moment.
  ///
  /// @return its name
  private static String killed(WatchPair pair, Moment moment, String step, Random random)
      throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    List<String> dead = Collections.synchronizedList(new ArrayList<>());
    pair.hook =
        post -> {
          boolean now = post.what().startsWith(step) && first.getAndSet(false);
          Runnable kill =
              () -> {
                pair.kill(post.watch());
                dead.add(post.watch());
              };
          return now && moment == Moment.BEFORE_THE_ANSWER
              ? new Reply(0, kill, () -> {})
              : now && moment == Moment.AFTER_THE_ANSWER
                  ? new Reply(204, () -> {}, kill)
                  : Reply.TAKEN;
        };
    switch (moment) {
      case AFTER_IT_HEARD -> {
        for (int i = random.nextInt(4); i > 0; i--) {
          pair.pushOn(() -> false);
        }
        await().pollDelay(Duration.ofMillis(1 + random.nextInt(400))).until(() -> true);
        dead.add("watch-" + random.nextInt(2));
        pair.kill(dead.getFirst());
      }
      case AFTER_IT_ASKED, AFTER_IT_SAID_YES, AFTER_IT_SAID_SO -> {
        String word =
            moment == Moment.AFTER_IT_ASKED
                ? "claim"
                : moment == Moment.AFTER_IT_SAID_YES ? "yes" : "told";
        pair.listensFromNow();
        pair.until(
            moment + " " + step,
            () -> {
              // It is asked once more after it was so, and the other may have said it too by then.
              if (dead.isEmpty()) {
                pair.says(it -> word.equals(it.get("step")))
                    .ifPresent(
                        name -> {
                          pair.kill(name);
                          dead.add(name);
                        });
              }
              return !dead.isEmpty();
            });
      }
      case BEFORE_THE_ANSWER, AFTER_THE_ANSWER ->
          pair.until(moment + " " + step, () -> !dead.isEmpty());
    }
    return dead.getFirst();
  }

  /// None of them dies, and so nothing is told twice; but each is stopped in order once, and the
  /// other is alone meanwhile.
  @Test
  void an_address_that_fails_or_is_slow_a_mail_and_a_broker_that_begins_anew_tell_nothing_twice()
      throws Exception {
    Path mails = Files.createDirectory(folder.resolve("mails"));
    Path sendmail = folder.resolve("sendmail");
    Files.writeString(
        sendmail,
        "#!/bin/sh\nmkdir "
            + folder.resolve("first")
            + " 2>/dev/null && exit 75\n"
            + "cat >"
            + mails
            + "/$$\n");
    Files.setPosixFilePermissions(sendmail, PosixFilePermissions.fromString("rwx------"));
    try (Mosquitto mosquitto = new Mosquitto(folder).begin();
        WatchPair pair =
            new WatchPair(
                folder,
                mosquitto,
                new Random(25),
                "--mail",
                "desk@library.example",
                "--sendmail",
                sendmail.toString())) {
      pair.start("watch-0");
      pair.start("watch-1");
      pair.wrong(false);

      AtomicInteger left = new AtomicInteger(5);
      pair.hook =
          _ -> left.getAndDecrement() > 0 ? new Reply(500, () -> {}, () -> {}) : Reply.TAKEN;
      pair.wrong(true);
      pair.until("told after 500s", () -> pair.allTold("begun") && pair.isAgreed("begun"));
      assertThat(left.get()).isNegative();

      // It answers when more time went by than a dead one is waited for.
      CountDownLatch answers = new CountDownLatch(1);
      CountDownLatch arrived = new CountDownLatch(1);
      pair.hook =
          _ ->
              new Reply(
                  204,
                  () -> {
                    arrived.countDown();
                    awaits(answers);
                  },
                  () -> {});
      pair.wrong(false);
      pair.until("one post is there", () -> arrived.getCount() == 0);
      for (int i = 0; i < 6; i++) {
        pair.pushOn(() -> false);
      }
      answers.countDown();
      pair.until("told late", () -> pair.allTold("back") && pair.isAgreed("back"));
      assertThat(pair.judge()).isZero();

      // The broker forgets all while one asks; each watch is started anew, one after the other.
      pair.hook = _ -> Reply.TAKEN;
      pair.wrong(true);
      pair.listensFromNow();
      AtomicBoolean asks = new AtomicBoolean();
      pair.until(
          "one asks",
          () -> {
            pair.says(it -> "claim".equals(it.get("step"))).ifPresent(_ -> asks.set(true));
            return asks.get();
          });
      mosquitto.end();
      mosquitto.begin();
      pair.until("told after all", () -> pair.allTold("begun"));
      for (String name : List.of("watch-0", "watch-1")) {
        pair.end(name);
        pair.start(name);
      }
      pair.wrong(false);
      pair.until("over after all", () -> pair.allTold("back") && pair.isAgreed("back"));
      assertThat(pair.judge()).isZero();
      pair.until("mailed", () -> mails(mails).size() >= 8);
      pair.pushOn(() -> false);
      assertThat(mails(mails)).hasSize(8).doesNotHaveDuplicates();
    }
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// What the mails are named by.
  private static List<String> mails(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = new ArrayList<>();
      for (Path file : files.toList()) {
        names.addAll(
            Files.readAllLines(file).stream().filter(it -> it.startsWith("Message-ID")).toList());
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

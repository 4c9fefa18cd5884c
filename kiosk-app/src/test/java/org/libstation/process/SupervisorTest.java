package org.libstation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Code;
import org.libstation.process.Child.ChildNote;

/// What a supervisor does with a program that hangs or ends; by its own clock.
class SupervisorTest {
  private static final OffsetDateTime WALL = OffsetDateTime.parse("2026-11-26T20:00:00+08:00");

  @TempDir private Path data = Path.of("");

  private Duration now = Duration.ZERO;
  private final Deque<Life> lives = new ArrayDeque<>();
  private final List<String> face = new ArrayList<>();
  private final List<Duration> starts = new ArrayList<>();
  private final List<Supervisor.LifeSign> signs = new ArrayList<>();

  /// One life of the program: what it says, and when it falls silent for good.
  private final class Life implements Child {
    private final Deque<ChildNote> notes = new ArrayDeque<>();
    private boolean killed;

    Life(ChildNote... notes) {
      this.notes.addAll(List.of(notes));
    }

    @Override
    public Optional<ChildNote> next(Duration within) {
      now = now.plus(within);
      if (killed) {
        return Optional.of(new ChildNote.Ended(137));
      }
      return Optional.ofNullable(notes.poll());
    }

    @Override
    public void kill() {
      killed = true;
    }

    @Override
    public void end() {
      notes.clear();
      notes.add(new ChildNote.Ended(143));
    }
  }

  private boolean superseded;

  private Supervisor supervisor() {
    return new Supervisor(
        new Supervisor.World(
            () -> {
              starts.add(now);
              if (lives.isEmpty()) {
                throw new IOException("no such program");
              }
              return lives.remove();
            },
            new Supervisor.Face() {
              @Override
              public void outOfService(Code code) {
                face.add(code.name());
              }

              @Override
              public void serving() {
                face.add("serving");
              }
            },
            new RestartLog(data),
            () -> now,
            () -> WALL.plus(now),
            time -> {
              now = now.plus(time);
              return true;
            },
            signs::add,
            () -> superseded));
  }

  private static ChildNote[] served(ChildNote... after) {
    List<ChildNote> all = new ArrayList<>(List.of(new ChildNote.ReadyNote(), new ChildNote.Beat()));
    all.addAll(List.of(after));
    return all.toArray(ChildNote[]::new);
  }

  private void inOrder() {
    lives.add(new Life(served(new ChildNote.Ended(0))));
  }

  @Test
  void a_program_that_ends_in_order_ends_its_supervisor() throws Exception {
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(face).containsExactly("serving");
    assertThat(new RestartLog(data).read()).isEmpty();
    assertThat(signs).contains(Supervisor.LifeSign.READY, Supervisor.LifeSign.ALIVE);
  }

  @Test
  void one_that_met_a_fault_is_started_again_and_the_cause_is_kept() throws Exception {
    lives.add(
        new Life(
            served(
                new ChildNote.ChildFault("java.lang.IllegalStateException at X.y:7"),
                new ChildNote.Ended(71))));
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(face).containsExactly("serving", "K41", "serving");
    assertThat(new RestartLog(data).read())
        .singleElement()
        .satisfies(
            restart -> {
              assertThat(restart.code()).isEqualTo("K41");
              assertThat(restart.cause()).isEqualTo("java.lang.IllegalStateException at X.y:7");
            });
  }

  @Test
  void a_supervisor_of_a_version_that_is_not_in_use_any_more_ends_for_the_other() throws Exception {
    superseded = true;
    lives.add(new Life(served(new ChildNote.Ended(Supervisor.WANTED))));
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(starts).hasSize(1);

    lives.addFirst(new Life(served(new ChildNote.Ended(1))));
    assertThat(supervisor().run()).isZero();
    assertThat(starts).hasSize(2);
  }

  @Test
  void one_that_somebody_wants_to_start_again_is_started_at_once_and_nothing_is_wrong()
      throws Exception {
    lives.add(new Life(served(new ChildNote.Ended(Supervisor.WANTED))));
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(face).containsExactly("serving", "serving");
    assertThat(starts.getLast().minus(starts.getFirst())).isLessThan(Duration.ofSeconds(5));
    assertThat(new RestartLog(data).read()).isEmpty();
  }

  @Test
  void one_that_hangs_is_killed_and_what_hung_is_named() throws Exception {
    lives.add(new Life(served(new ChildNote.Stuck("the flow"))));
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(face).containsExactly("serving", "K42", "serving");
    assertThat(new RestartLog(data).read().getFirst().cause())
        .isEqualTo("the program did not answer: the flow");
    assertThat(starts.get(1)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(16));
  }

  @Test
  void one_that_is_never_ready_is_killed_too() throws Exception {
    lives.add(new Life());
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(face).containsExactly("K42", "serving");
  }

  @Test
  void a_slow_start_that_goes_on_is_waited_for() throws Exception {
    ChildNote[] slow = new ChildNote[400];
    java.util.Arrays.fill(slow, new ChildNote.Starting("the first screen"));
    List<ChildNote> notes = new ArrayList<>(List.of(slow));
    notes.addAll(List.of(served(new ChildNote.Ended(0))));
    lives.add(new Life(notes.toArray(ChildNote[]::new)));

    assertThat(supervisor().run()).isZero();

    assertThat(now).isGreaterThan(Supervisor.START_LIMIT.multipliedBy(4));
    assertThat(face).containsExactly("serving");
    assertThat(signs).contains(Supervisor.LifeSign.STARTING);
  }

  @Test
  void a_start_that_stands_still_is_killed_and_the_step_is_named() throws Exception {
    lives.add(new Life(new ChildNote.Starting("the devices")));
    lives.add(
        new Life(
            new ChildNote.ChildFault("its start made no progress at the first screen"),
            new ChildNote.Ended(Supervisor.STOOD_STILL)));
    inOrder();

    assertThat(supervisor().run()).isZero();

    assertThat(face).containsExactly("K42", "K42", "serving");
    assertThat(new RestartLog(data).read())
        .extracting(RestartRecord::cause)
        .containsExactly(
            "the program did not answer: its start made no progress at the devices",
            "the program did not answer: its start made no progress at the first screen");
  }

  @Test
  void no_memory_and_native_faults_have_their_own_words() throws Exception {
    lives.add(new Life(served(new ChildNote.Ended(3))));
    lives.add(
        new Life(served(new ChildNote.ChildFault("SIGSEGV (0xb)"), new ChildNote.Ended(134))));
    lives.add(new Life(served(new ChildNote.Ended(2))));
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(new RestartLog(data).read())
        .extracting(restart -> restart.code() + " " + restart.cause())
        .containsExactly(
            "K43 the program ran out of memory",
            "K41 SIGSEGV (0xb)",
            "K45 its settings cannot be used");
  }

  @Test
  void wrong_settings_at_the_first_start_are_told_to_who_started_it() throws Exception {
    lives.add(new Life(new ChildNote.Ended(2)));
    assertThat(supervisor().run()).isEqualTo(2);
    assertThat(face).isEmpty();
  }

  @Test
  void one_that_says_itself_that_its_settings_cannot_be_needs_no_second_word() throws Exception {
    ChildNote.Starting begins = new ChildNote.Starting("the toolkit");
    assertThat(Supervisor.refused(new Life(begins, new ChildNote.Ended(2)))).isTrue();
    assertThat(Supervisor.refused(new Life(begins, new ChildNote.Ended(71)))).isFalse();
    assertThat(
            Supervisor.refused(new Life(begins, new ChildNote.ReadyNote(), new ChildNote.Ended(2))))
        .isFalse();
    assertThat(Supervisor.refused(new Life(begins))).isFalse();
  }

  @Test
  void it_waits_longer_each_time_and_gives_up_for_a_while_after_the_fifth() throws Exception {
    for (int i = 0; i < 5; i++) {
      lives.add(new Life(served(new ChildNote.Ended(71))));
    }
    inOrder();
    assertThat(supervisor().run()).isZero();
    assertThat(face.stream().filter(each -> !each.equals("serving")))
        .containsExactly("K41", "K41", "K41", "K41", "K44");
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < starts.size(); i++) {
      gaps.add(starts.get(i).minus(starts.get(i - 1)));
    }
    assertThat(gaps).isSorted();
    assertThat(gaps.getLast()).isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void a_fault_now_and_then_is_a_first_one_each_time() {
    RestartWait patience = new RestartWait();
    for (int i = 0; i < 20; i++) {
      assertThat(patience.after(Duration.ofMinutes(15L * i)).time())
          .isEqualTo(RestartWait.WAITS.getFirst());
    }
  }

  @Test
  void told_to_end_it_ends_the_program_in_order_and_starts_none() throws Exception {
    Supervisor supervisor = supervisor();
    lives.add(new Life(served()));
    supervisor.end();
    assertThat(supervisor.run()).isEqualTo(143);
    assertThat(starts).hasSize(1);
    assertThat(new RestartLog(data).read()).isEmpty();
  }
}

package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.device.DeviceClock;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.LineTally;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Examines a drop: both slaves, the inputs at rest, and the lock in both positions. With a
/// technician's help, also checks that the eye and the level sensor react.
final class BinExamination implements Examination {
  private static final int LOOKS = 6;
  private static final int MEASURES = 3;

  /// A level covered by a hand changes by more than this, in millimetres or grams.
  private static final long MOVES = 20;

  private final BinOptions options;

  BinExamination(BinOptions options) {
    this.options = options;
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    try (ExamTalk line = new ExamTalk(opener.open(), clock)) {
      return new BinExaminationRound(line, wishes).run();
    }
  }

  /// The steps and results of one examination.
  private final class BinExaminationRound {
    private final ExamTalk line;
    private final LineTally tally = new LineTally();
    private final BinTalk talk;
    private final ExamWishes wishes;
    private final List<Found> found = new ArrayList<>();
    private final List<Examiner.ExaminerAct> notTried = new ArrayList<>();

    /// Asks the level sensor; its failures are reported under its own fault codes, not in the
    /// tally.
    private final BinTalk apart;

    BinExaminationRound(ExamTalk line, ExamWishes wishes) {
      this.line = line;
      this.talk = new BinTalk(line, options.times().reply(), tally);
      this.apart = new BinTalk(line, options.times().reply(), new LineTally());
      this.wishes = wishes;
    }

    Examined run() throws LinkLostException {
      Optional<Boolean> lock = Optional.empty();
      String identity = identity();
      if (tally.anyAnswer()) {
        lock = lockTried();
        inputs();
        level();
        if (wishes.calibrate()) {
          calibrate();
        } else {
          byHand();
        }
        lockKept(lock);
        if (!wishes.calibrate() && wishes.hands().asked(Examiner.ExaminerAct.WATCH_DROP)) {
          new DropWatch(line, options, wishes.hands()).show();
          wishes.hands().over(Examiner.ExaminerAct.WATCH_DROP);
        }
      }
      return tally.end(identity, found, notTried);
    }

    private String identity() throws LinkLostException {
      Optional<ModbusReply> reply = Optional.empty();
      for (int i = 0; i < LOOKS && reply.isEmpty(); i++) {
        reply = talk.ask(options.module().handShake(options.ioUnit()));
      }
      return reply
          .filter(ModbusReply.Registers.class::isInstance)
          .map(ModbusReply.Registers.class::cast)
          .map(it -> it.values().getFirst())
          .map(it -> "%s, %d.%02d".formatted(options.module().maker(), it / 100, it % 100))
          .orElse(options.module().maker());
    }

    private Optional<List<Boolean>> bits(ModbusRequest.Read read) throws LinkLostException {
      for (int i = 0; i < LOOKS; i++) {
        Optional<ModbusReply> reply = talk.ask(read);
        if (reply.isPresent() && reply.get() instanceof ModbusReply.Bits(List<Boolean> bits)) {
          return Optional.of(bits);
        }
      }
      return Optional.empty();
    }

    private Optional<Boolean> output() throws LinkLostException {
      return bits(options.readOutput(options.lock())).map(List::getFirst);
    }

    /// Moves the lock to its other position and leaves it there for [#lockKept].
    private Optional<Boolean> lockTried() throws LinkLostException {
      Optional<Boolean> before = output();
      if (before.isEmpty()) {
        return before;
      }
      boolean other = !before.get();
      Optional<ModbusReply> _ = talk.ask(options.writeOutput(options.lock(), other));
      if (output().filter(now -> now != other).isPresent()) {
        found.add(Found.of(DeviceFault.LOCK_STUCK));
        return Optional.empty();
      }
      return before;
    }

    private void lockKept(Optional<Boolean> before) throws LinkLostException {
      if (before.isEmpty()) {
        return;
      }
      boolean left = !before.get();
      if (output().filter(now -> now != left).isPresent()) {
        found.add(Found.of(DeviceFault.OUTPUTS_LOST));
      }
      for (int i = 0; i < MEASURES; i++) {
        Optional<ModbusReply> _ = talk.ask(options.writeOutput(options.lock(), before.get()));
        if (output().filter(before.get()::equals).isPresent()) {
          return;
        }
      }
    }

    private boolean input(List<Boolean> bits, int number) {
      return bits.get(number) != options.inverted().contains(number);
    }

    private void inputs() throws LinkLostException {
      int dark = 0;
      int seen = 0;
      Optional<List<Boolean>> last = Optional.empty();
      for (int i = 0; i < LOOKS; i++) {
        last = bits(options.module().readInputs(options.ioUnit()));
        if (last.isPresent()) {
          seen++;
          dark += input(last.get(), options.inputs().eye()) ? 1 : 0;
        }
      }
      if (last.isEmpty()) {
        return;
      }
      if (dark == seen) {
        found.add(Found.of(DeviceFault.JAM));
      }
      if (input(last.get(), options.inputs().tamper())) {
        found.add(Found.of(DeviceFault.DOOR_OPEN));
      }
      if (!input(last.get(), options.inputs().binPresent())) {
        found.add(Found.of(DeviceFault.BIN_OUT));
      }
      if (!input(last.get(), options.inputs().flapClosed())) {
        found.add(Found.of(DeviceFault.FLAP_OPEN));
      }
    }

    private void level() throws LinkLostException {
      if (options.level().isEmpty()) {
        return;
      }
      int answers = 0;
      OptionalLong value = OptionalLong.empty();
      for (int i = 0; i < MEASURES && value.isEmpty(); i++) {
        Optional<OptionalLong> measured = measured();
        answers += measured.isPresent() ? 1 : 0;
        value = measured.orElse(OptionalLong.empty());
      }
      if (answers == 0) {
        found.add(Found.of(DeviceFault.LEVEL_SILENT));
      } else if (value.isEmpty()) {
        found.add(Found.of(DeviceFault.LEVEL_BLIND));
      }
    }

    /// Outer value empty if the sensor does not answer; inner value empty if it measured nothing.
    private Optional<OptionalLong> measured() throws LinkLostException {
      BinOptions.LevelOptions sensor = options.level().orElseThrow();
      Optional<ModbusReply> reply = apart.ask(sensor.sensor().ask(sensor.unit()));
      if (reply.isPresent() && reply.get() instanceof ModbusReply.Registers(List<Integer> values)) {
        return Optional.of(sensor.sensor().value(values));
      }
      return Optional.empty();
    }

    private void calibrate() throws LinkLostException {
      if (measures()) {
        new DropWatch(line, options, wishes.hands())
            .calibrated()
            .ifPresent(alike -> found.add(Found.of(DeviceFault.LEVELS_ALIKE, alike)));
      }
    }

    private boolean measures() {
      return options.level().isPresent()
          && found.stream()
              .noneMatch(
                  it ->
                      it.fault() == DeviceFault.LEVEL_SILENT
                          || it.fault() == DeviceFault.LEVEL_BLIND);
    }

    private void byHand() throws LinkLostException {
      boolean well = found.stream().noneMatch(it -> it.fault() == DeviceFault.JAM);
      if (well && wishes.hands().asked(Examiner.ExaminerAct.BREAK_BEAM)) {
        if (!darkens()) {
          found.add(Found.of(DeviceFault.EYE_BLIND));
        }
        wishes.hands().over(Examiner.ExaminerAct.BREAK_BEAM);
      } else {
        notTried.add(Examiner.ExaminerAct.BREAK_BEAM);
      }
      OptionalLong before =
          measures() ? measured().orElse(OptionalLong.empty()) : OptionalLong.empty();
      if (before.isPresent() && wishes.hands().asked(Examiner.ExaminerAct.COVER_LEVEL)) {
        if (!moves(before.getAsLong())) {
          found.add(Found.of(DeviceFault.LEVEL_FROZEN, String.valueOf(before.getAsLong())));
        }
        wishes.hands().over(Examiner.ExaminerAct.COVER_LEVEL);
      } else {
        notTried.add(Examiner.ExaminerAct.COVER_LEVEL);
      }
    }

    private boolean darkens() throws LinkLostException {
      Duration end = line.now().plus(wishes.patience());
      while (line.now().compareTo(end) < 0) {
        Optional<List<Boolean>> bits = bits(options.module().readInputs(options.ioUnit()));
        if (bits.filter(it -> input(it, options.inputs().eye())).isPresent()) {
          return true;
        }
      }
      return false;
    }

    private boolean moves(long before) throws LinkLostException {
      Duration end = line.now().plus(wishes.patience());
      while (line.now().compareTo(end) < 0) {
        OptionalLong now = measured().orElse(OptionalLong.empty());
        if (now.isPresent() && Math.abs(now.getAsLong() - before) > MOVES) {
          return true;
        }
      }
      return false;
    }
  }
}

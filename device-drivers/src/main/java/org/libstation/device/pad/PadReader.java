package org.libstation.device.pad;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.LyingTag;
import org.libstation.device.SelfNote;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.DeviceWaker;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.tag.TagContent;

/// A pad that reads and writes tags of ISO 15693, for any make. Its [PadWire] holds what is special
/// to the make.
///
/// It works on one [PadTask] at a time: the handshake, one attempt of a command, the reading of one
/// new tag, or one inventory. A requested look comes first, then commands. A step makes a few
/// exchanges and ends at the first silence, so it never blocks longer than one reply may take.
public final class PadReader implements TagReader {
  static final String NOT_THERE = "DR10";
  static final String SILENT = "DR11";

  /// Number of unanswered requests in a row after which the reader counts as lost.
  static final int TRIES = 3;

  /// Number of tries of a command while the tag or the air interface fails.
  static final int COMMAND_TRIES = 5;

  /// Number of remaining tries at which the field is reset, in case the tag hangs.
  static final int RESET_AT = 2;

  /// Most commands that may wait.
  static final int QUEUE_LIMIT = 64;

  /// Number of inventories in a row that the reader refuses before it needs a person.
  static final int REFUSED_LIMIT = 3;

  /// Time after which a step begins no further exchange.
  static final Duration STEP_BUDGET = Duration.ofMillis(60);

  /// A task, and the handler of its result.
  private record PadJob<T>(PadTask<T> task, Consumer<PadTask.Attempt<T>> end) {

    /// Takes the answer to the task's request.
    ///
    /// @return whether the task ended
    boolean take(PadReply reply) {
      Optional<PadTask.Attempt<T>> attempt = task.take(reply);
      attempt.ifPresent(end);
      return attempt.isPresent();
    }
  }

  private final String name;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final LinkOpener opener;
  private final PadOptions options;
  private final Supplier<PadWire> wires;
  private final Queue<PadCommand> commands = new ArrayBlockingQueue<>(QUEUE_LIMIT);
  private final Connection connection;
  private final PadField field;
  private final AtomicBoolean lookAsked = new AtomicBoolean();
  private final DeviceWaker waker = new DeviceWaker();

  private @Nullable PadSession session;
  private PadWire wire;
  private @Nullable PadJob<?> job;
  private @Nullable PadCommand active;
  private int triesLeft;
  private int silences;
  private int refused;
  private boolean resetDue;
  private Duration nextPoll = Duration.ZERO;
  private Duration notBefore = Duration.ZERO;
  private HandshakeTask.HandshakeReader reader;

  /// @param wires makes the make's protocol for one conversation
  public PadReader(DriverSetup setup, PadOptions options, Supplier<PadWire> wires) {
    this.name = setup.name();
    this.clock = setup.clock();
    this.listener = setup.listener();
    this.opener = setup.opener();
    this.options = options;
    this.wires = wires;
    this.wire = wires.get();
    this.reader = new HandshakeTask.HandshakeReader(List.of(), wire.usualLimits());
    this.field = new PadField(name, options, listener);
    this.connection = new Connection(setup, NOT_THERE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return connection.health();
  }

  @Override
  public List<LyingTag> lying() {
    return field.lying();
  }

  @Override
  public void lookAnew() {
    lookAsked.set(true);
    waker.wake();
  }

  @Override
  public boolean readSecurity(long command, TagUid uid) {
    return queue(new PadCommand.ReadSecurity(command, uid));
  }

  @Override
  public boolean setSecurity(long command, TagUid uid, TagSecurity to) {
    if (to == TagSecurity.UNKNOWN) {
      throw new IllegalArgumentException("a tag is armed or cleared");
    }
    return queue(new PadCommand.SetSecurity(command, uid, to));
  }

  @Override
  public boolean write(long command, TagUid uid, int dsfid, byte[] bytes) {
    return queue(new PadCommand.Write(command, uid, dsfid, bytes.clone()));
  }

  @Override
  public boolean rewrite(long command, TagUid uid, TagContent.Item to) {
    return queue(new PadCommand.Rewrite(command, uid, to));
  }

  private boolean queue(PadCommand command) {
    boolean taken = commands.offer(command);
    waker.wake();
    return taken;
  }

  @Override
  public void step() {
    waker.ownedHere();
    try {
      if (connection.connect()) {
        begin();
      }
      PadSession open = session;
      if (open == null) {
        refuseWaiting(new TagOutcome.NoReader(health().reason()));
      } else {
        work(open);
      }
    } catch (LinkLostException e) {
      lost(connection.codeOf(e), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Duration leisure() {
    if (session == null) {
      return connection.leisure();
    }
    boolean asked = lookAsked.get() || active != null || !commands.isEmpty();
    if (job != null || resetDue || asked || field.hasToRead()) {
      return Duration.ZERO;
    }
    Duration left = nextPoll.minus(clock.monotonic());
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void close() {
    session = null;
    connection.closed();
  }

  private void begin() {
    ByteLink link = connection.link();
    if (link == null) {
      return;
    }
    wire = wires.get();
    session = new PadSession(link, clock, wire);
    silences = 0;
    refused = 0;
    resetDue = false;
    active = null;
    job = new PadJob<>(new HandshakeTask(wire), this::shaken);
  }

  private void shaken(PadTask.Attempt<HandshakeTask.HandshakeReader> attempt) {
    switch (attempt) {
      case PadTask.Attempt.AttemptEnded<HandshakeTask.HandshakeReader>(
              HandshakeTask.HandshakeReader found) -> {
        reader = found;
        field.listAnew();
        nextPoll = clock.monotonic();
        ready();
      }
      case PadTask.Attempt.Missed<HandshakeTask.HandshakeReader> _ -> lost(SILENT, noReader());
    }
  }

  private void work(PadSession open) throws LinkLostException {
    if (open.isUnsettled()) {
      if (!open.settle()) {
        nonsense("the line never falls silent: another device, or the wrong speed");
      }
      return;
    }
    Duration end = clock.monotonic().plus(STEP_BUDGET);
    if (job == null && clock.monotonic().compareTo(notBefore) >= 0) {
      job = next();
    }
    for (PadJob<?> now = job; now != null && session == open; now = job) {
      if (!exchange(open, now) || clock.monotonic().compareTo(end) >= 0) {
        return;
      }
    }
  }

  /// @return whether the task goes on in this step
  private boolean exchange(PadSession open, PadJob<?> now) throws LinkLostException {
    Optional<PadReply> reply = open.ask(now.task.request());
    if (reply.isEmpty()) {
      silences++;
      now.task.unanswered();
      if (silences >= TRIES) {
        fallenSilent(open);
      }
      return false;
    }
    if (silences > 0) {
      repeated();
    }
    silences = 0;
    if (now.take(reply.get())) {
      job = null;
    }
    return !open.isUnsettled();
  }

  private void fallenSilent(PadSession open) {
    if (open.isNoisy(TRIES)) {
      nonsense("the bytes received are not an answer of a " + wire.maker() + " reader");
    } else if (!(health() instanceof DeviceHealth.Connecting)) {
      lost(SILENT, "the reader does not answer any more");
    } else {
      lost(SILENT, noReader());
    }
  }

  private @Nullable PadJob<?> next() {
    Optional<Duration> pause = resetDue ? wire.resetPause() : Optional.empty();
    resetDue = false;
    if (pause.isPresent()) {
      return new PadJob<>(
          new FieldResetTask(), _ -> notBefore = clock.monotonic().plus(pause.get()));
    }
    if (lookAsked.getAndSet(false)) {
      field.lookAnew();
      return look();
    }
    if (active == null) {
      active = commands.poll();
      triesLeft = COMMAND_TRIES;
    }
    PadCommand command = active;
    if (command != null) {
      return new PadJob<>(task(command), attempt -> attempted(command, attempt));
    }
    Optional<TagUid> uid = field.nextToRead();
    if (uid.isPresent()) {
      PadTask<ReadTask.TagRead> read =
          new ReadTask(uid.get(), reader.limits(), options.firstRead());
      return new PadJob<>(read, attempt -> read(uid.get(), attempt));
    }
    if (clock.monotonic().compareTo(nextPoll) < 0) {
      return null;
    }
    return look();
  }

  private PadJob<?> look() {
    nextPoll = clock.monotonic().plus(options.poll());
    return new PadJob<>(new InventoryTask(), this::looked);
  }

  private PadTask<TagOutcome> task(PadCommand command) {
    return switch (command) {
      case PadCommand.ReadSecurity look -> security(look.uid(), Optional.empty());
      case PadCommand.SetSecurity set -> security(set.uid(), Optional.of(set.to()));
      case PadCommand.Write write ->
          new WriteTask(
              write.uid(),
              reader.limits(),
              new WritePlans.WholeRecord(write.dsfid(), write.bytes()));
      case PadCommand.Rewrite rewrite ->
          new WriteTask(rewrite.uid(), reader.limits(), new WritePlans.Keeping(rewrite.to()));
    };
  }

  private PadTask<TagOutcome> security(TagUid uid, Optional<TagSecurity> to) {
    return new SecurityTask(
        uid,
        options,
        wire.readsEas(),
        to,
        (afi, contradicted) -> field.security(uid, afi, contradicted));
  }

  private void attempted(PadCommand command, PadTask.Attempt<TagOutcome> attempt) {
    triesLeft--;
    switch (attempt) {
      case PadTask.Attempt.AttemptEnded<TagOutcome>(TagOutcome outcome) -> end(command, outcome);
      case PadTask.Attempt.Missed<TagOutcome>(TagOutcome outcome) -> {
        resetDue = triesLeft == RESET_AT;
        if (triesLeft == 0) {
          end(command, outcome);
        } else {
          repeated();
        }
      }
    }
  }

  private void end(PadCommand command, TagOutcome outcome) {
    active = null;
    Optional<TagSecurity> security =
        outcome instanceof TagOutcome.TagWriteVerified
            ? field.securityOf(command.uid())
            : Optional.empty();
    listener.on(command.ended(name, outcome, security));
  }

  private void read(TagUid uid, PadTask.Attempt<ReadTask.TagRead> attempt) {
    switch (attempt) {
      case PadTask.Attempt.AttemptEnded<ReadTask.TagRead>(ReadTask.TagRead read) ->
          field.read(uid, read);
      case PadTask.Attempt.Missed<ReadTask.TagRead>(TagOutcome outcome) -> {
        resetDue = field.notRead(uid, outcome);
        repeated();
      }
    }
    if (!field.hasToRead()) {
      // More tags are still being laid down, or a tag must be tried again: look at once.
      nextPoll = clock.monotonic();
    }
  }

  private void looked(PadTask.Attempt<List<Seen>> attempt) {
    switch (attempt) {
      case PadTask.Attempt.AttemptEnded<List<Seen>>(List<Seen> seen) -> {
        refused = 0;
        field.present(seen);
        ready();
      }
      case PadTask.Attempt.Missed<List<Seen>>(TagOutcome outcome) -> {
        refused++;
        if (refused >= REFUSED_LIMIT && outcome instanceof TagOutcome.TagWriteFailed failed) {
          connection.needsHand(failed.code(), failed.reason());
          field.listAnew();
        }
      }
    }
  }

  private String noReader() {
    return "no " + wire.maker() + " reader answers at " + opener.describe();
  }

  /// Reports a repeated read, unless the reader is still being connected.
  private void repeated() {
    if (!(health() instanceof DeviceHealth.Connecting)) {
      listener.on(new DeviceEvent.ReadRepeated(name));
    }
  }

  private void lost(String code, String reason) {
    connection.lost(code, reason);
    abandon(reason);
  }

  private void nonsense(String reason) {
    connection.nonsense(reason);
    abandon(reason);
  }

  private void abandon(String reason) {
    session = null;
    job = null;
    field.lineLost();
    TagOutcome outcome = new TagOutcome.NoReader(reason);
    PadCommand begun = active;
    if (begun != null) {
      end(begun, outcome);
    }
    refuseWaiting(outcome);
  }

  private void refuseWaiting(TagOutcome outcome) {
    for (PadCommand c = commands.poll(); c != null; c = commands.poll()) {
      end(c, outcome);
    }
  }

  private void ready() {
    List<SelfNote> says = new ArrayList<>(reader.says());
    says.addAll(field.ghosts());
    connection.ready(says);
  }
}

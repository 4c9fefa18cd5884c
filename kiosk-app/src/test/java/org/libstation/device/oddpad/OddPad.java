package org.libstation.device.oddpad;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Drives the reader that nobody makes: one question and its answer at a time.
final class OddPad implements TagReader {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int QUEUE_LIMIT = 64;
  private static final int LONGEST = 4096;
  private static final int ON_LOAN = 0xC2;
  private static final int IN_STOCK = 0x07;

  /// What the reader lists.
  private record Seen(TagUid uid, int afi, int dsfid) {}

  /// What is to be done at a tag, and how its end is told.
  private record Command(TagUid uid, Work work, End end) {}

  private interface Work {
    TagOutcome at(TagUid uid) throws LinkLostException;
  }

  private interface End {
    DeviceEvent told(TagOutcome outcome);
  }

  private final String name;
  private final DeviceListener listener;
  private final DeviceClock clock;
  private final Connection connection;
  private final int looks;
  private final String description;
  private final Queue<Command> commands = new ArrayBlockingQueue<>(QUEUE_LIMIT);
  private final Map<TagUid, Integer> missed = new LinkedHashMap<>();
  private final DeviceWaker waker = new DeviceWaker();
  private volatile Map<TagUid, LyingTag> lying = Map.of();
  private boolean listed;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private boolean looking;
  private Duration nextLook = Duration.ZERO;

  OddPad(DriverSetup setup, int looks, String tone) {
    this.name = setup.name();
    this.listener = setup.listener();
    this.clock = setup.clock();
    this.connection = new Connection(setup, "DR10");
    this.looks = looks;
    this.description = OddPadProvider.ANSWER + ", " + tone;
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
    return List.copyOf(lying.values());
  }

  @Override
  public void lookAnew() {
    wanted.set(true);
    waker.wake();
  }

  @Override
  public boolean readSecurity(long command, TagUid uid) {
    return queue(
        uid,
        tag -> seen(tag).isPresent() ? new TagOutcome.TagWriteVerified() : new TagOutcome.TagGone(),
        outcome ->
            new DeviceEvent.SecurityRead(
                name,
                command,
                uid,
                outcome,
                Optional.ofNullable(lying.get(uid)).map(LyingTag::security)));
  }

  @Override
  public boolean setSecurity(long command, TagUid uid, TagSecurity to) {
    int afi = to == TagSecurity.ARMED ? IN_STOCK : ON_LOAN;
    return queue(
        uid,
        tag -> secure(tag, afi),
        outcome -> new DeviceEvent.SecuritySet(name, command, uid, outcome));
  }

  @Override
  public boolean write(long command, TagUid uid, int dsfid, byte[] bytes) {
    String hex = HexFormat.of().withUpperCase().formatHex(bytes);
    return queue(
        uid,
        tag ->
            ask("W %s %02X %s".formatted(tag.hex(), dsfid, hex)).filter("W"::equals).isPresent()
                ? new TagOutcome.TagWriteVerified()
                : new TagOutcome.TagGone(),
        outcome -> new DeviceEvent.TagWritten(name, command, uid, outcome));
  }

  @Override
  public boolean rewrite(long command, TagUid uid, TagContent.Item to) {
    return write(command, uid, LibraryTag.DSFID_ISO_28560_2, LibraryTag.encode(to));
  }

  private boolean queue(TagUid uid, Work work, End end) {
    boolean taken = commands.offer(new Command(uid, work, end));
    waker.wake();
    return taken;
  }

  @Override
  public void step() {
    waker.ownedHere();
    try {
      if (connection.connect()) {
        listed = false;
        if (ask("V").filter(OddPadProvider.ANSWER::equals).isEmpty()) {
          connection.silent("DR11", "no such reader answers");
          return;
        }
        connection.ready(SelfNote.plain(description));
      }
      if (connection.link() == null) {
        refuse();
        return;
      }
      Command command = wanted.get() ? null : commands.poll();
      if (command != null) {
        listener.on(command.end().told(command.work().at(command.uid())));
      } else if (wanted.get() || clock.monotonic().compareTo(nextLook) >= 0) {
        nextLook = clock.monotonic().plus(POLL);
        look();
      }
    } catch (LinkLostException e) {
      connection.lost(connection.codeOf(e), String.valueOf(e.getMessage()));
    }
  }

  private void refuse() {
    for (Command c = commands.poll(); c != null; c = commands.poll()) {
      listener.on(c.end().told(new TagOutcome.NoReader(health().reason())));
    }
  }

  private TagOutcome secure(TagUid uid, int afi) throws LinkLostException {
    Optional<Seen> before = seen(uid);
    if (before.isEmpty()) {
      return new TagOutcome.TagGone();
    }
    int now = before.get().afi();
    if (now != ON_LOAN && now != IN_STOCK) {
      return new TagOutcome.NotOurs(now);
    }
    if (now != afi) {
      Optional<String> _ = ask("A %s %02X".formatted(uid.hex(), afi));
    }
    return seen(uid).filter(tag -> tag.afi() == afi).isPresent()
        ? new TagOutcome.TagWriteVerified()
        : new TagOutcome.TagWriteFailed("DT14", "the byte read back is another");
  }

  /// A tag as it stands now, noted.
  private Optional<Seen> seen(TagUid uid) throws LinkLostException {
    Optional<Seen> seen =
        list().orElse(List.of()).stream().filter(tag -> tag.uid().equals(uid)).findFirst();
    LyingTag known = lying.get(uid);
    if (seen.isPresent() && known != null) {
      put(tag(seen.get(), known.content()));
    }
    return seen;
  }

  private void look() throws LinkLostException {
    looking |= wanted.getAndSet(false);
    Optional<List<Seen>> all = list();
    if (all.isEmpty()) {
      connection.silent("DR11", "the reader does not answer any more");
      return;
    }
    for (Seen seen : all.get()) {
      missed.put(seen.uid(), 0);
      if (!listed || !lying.containsKey(seen.uid())) {
        arrive(seen);
      }
    }
    for (TagUid uid : List.copyOf(lying.keySet())) {
      if (all.get().stream().noneMatch(seen -> seen.uid().equals(uid))
          && (missed.merge(uid, 1, Integer::sum) >= looks || !listed)) {
        Map<TagUid, LyingTag> left = new LinkedHashMap<>(lying);
        left.remove(uid);
        lying = left;
        listener.on(new DeviceEvent.TagLeft(name, uid));
      }
    }
    boolean whole = lying.keySet().stream().allMatch(uid -> missed.getOrDefault(uid, 0) == 0);
    if (!listed || (looking && whole)) {
      listed = true;
      looking = false;
      listener.on(new DeviceEvent.FieldListed(name));
    }
  }

  private void arrive(Seen seen) throws LinkLostException {
    Optional<String> memory = ask("R " + seen.uid().hex()).filter(it -> it.startsWith("R "));
    if (memory.isEmpty()) {
      return;
    }
    TagContent content =
        LibraryTag.judge(seen.dsfid(), HexFormat.of().parseHex(memory.get().substring(2)));
    LyingTag tag = tag(seen, content);
    put(tag);
    listener.on(
        new DeviceEvent.TagArrived(
            name, tag.uid(), tag.afi(), tag.dsfid(), tag.content(), tag.security()));
  }

  private void put(LyingTag tag) {
    Map<TagUid, LyingTag> all = new LinkedHashMap<>(lying);
    all.put(tag.uid(), tag);
    lying = all;
  }

  private static LyingTag tag(Seen seen, TagContent content) {
    TagSecurity security =
        switch (seen.afi()) {
          case ON_LOAN -> TagSecurity.CLEARED;
          case IN_STOCK -> TagSecurity.ARMED;
          default -> TagSecurity.UNKNOWN;
        };
    return new LyingTag(seen.uid(), seen.afi(), seen.dsfid(), content, security);
  }

  private Optional<List<Seen>> list() throws LinkLostException {
    Optional<String> answer = ask("L").filter(it -> it.startsWith("L"));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    List<Seen> all = new ArrayList<>();
    for (String tag : answer.get().substring(1).strip().split(" ", -1)) {
      String[] parts = tag.split(":", -1);
      if (parts.length == 3) {
        all.add(
            new Seen(
                new TagUid(parts[0]),
                Integer.parseInt(parts[1], 16),
                Integer.parseInt(parts[2], 16)));
      }
    }
    return Optional.of(all);
  }

  private Optional<String> ask(String question) throws LinkLostException {
    @Nullable ByteLink link = connection.link();
    if (link == null) {
      return Optional.empty();
    }
    link.write((question + "\n").getBytes(StandardCharsets.US_ASCII), WRITE_LIMIT);
    StringBuilder came = new StringBuilder();
    byte[] buffer = new byte[512];
    while (came.length() < LONGEST) {
      int count = link.read(buffer, PATIENCE);
      if (count == 0) {
        return Optional.empty();
      }
      came.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
      if (came.charAt(came.length() - 1) == '\n') {
        return Optional.of(came.toString().strip().toUpperCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  @Override
  public Duration leisure() {
    if (connection.link() == null) {
      return connection.leisure();
    }
    Duration left = nextLook.minus(clock.monotonic());
    return wanted.get() || !commands.isEmpty() || left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void close() {
    connection.closed();
  }
}

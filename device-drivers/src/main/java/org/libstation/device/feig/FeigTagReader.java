package org.libstation.device.feig;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.DriverSetup;
import org.libstation.device.LyingTag;
import org.libstation.device.Security;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagUid;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.Reconnect;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// A FEIG reader of the OBID ISO-host protocol, by serial line or TCP.
///
/// Each step does one thing: connect and shake hands, one attempt of a command, the reading of one
/// new tag, or one inventory. Commands go first.
final class FeigTagReader implements TagReader {
  /// How often a command is tried while the tag or the air misbehaves.
  static final int COMMAND_TRIES = 5;

  /// How often the content of a new tag is tried before it is said to be unreadable.
  static final int READ_TRIES = 5;

  /// Commands that may wait.
  static final int QUEUE_LIMIT = 64;

  /// Parts of one inventory that are fetched after "more data".
  static final int MORE_LIMIT = 64;

  /// Inventories in a row that the reader refuses until it needs a hand.
  static final int REFUSED_LIMIT = 3;

  private sealed interface Command {
    record ReadSecurity(long number, TagUid uid) implements Command {}

    record SetSecurity(long number, TagUid uid, Security to) implements Command {}

    @SuppressWarnings("ArrayRecordComponent") // never compared; a private hand-over of bytes
    record Write(long number, TagUid uid, int dsfid, byte[] bytes) implements Command {}
  }

  private final String name;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final LinkOpener opener;
  private final FeigOptions options;
  private final Queue<Command> commands = new ArrayBlockingQueue<>(QUEUE_LIMIT);
  private final Queue<TagUid> toRead = new ArrayDeque<>();
  private final Reconnect reconnect = new Reconnect();
  private final FieldPresence presence;
  private final Map<TagUid, LyingTag> lying = new LinkedHashMap<>();

  private volatile DeviceHealth health;
  private volatile @Nullable FeigSession session;
  private @Nullable Command active;
  private int triesLeft;
  private Duration nextPoll = Duration.ZERO;
  private int refused;

  /// Inventories still to come until the field counts as listed, and one more; 0 once that was
  /// said.
  private int listings;

  private String description = "";

  FeigTagReader(DriverSetup setup, FeigOptions options) {
    this.name = setup.name();
    this.clock = setup.clock();
    this.listener = setup.listener();
    this.opener = setup.opener();
    this.options = options;
    this.presence = new FieldPresence(options.leaveAfter(), READ_TRIES);
    this.health = new DeviceHealth.Connecting(clock.instant(), 0, "R01", "not yet connected");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return health;
  }

  @Override
  public boolean setSecurity(long command, TagUid uid, Security to) {
    if (to == Security.UNKNOWN) {
      throw new IllegalArgumentException("a tag is armed or cleared");
    }
    return commands.offer(new Command.SetSecurity(command, uid, to));
  }

  @Override
  public boolean write(long command, TagUid uid, int dsfid, byte[] bytes) {
    return commands.offer(new Command.Write(command, uid, dsfid, bytes.clone()));
  }

  @Override
  public boolean readSecurity(long command, TagUid uid) {
    return commands.offer(new Command.ReadSecurity(command, uid));
  }

  @Override
  public List<LyingTag> lying() {
    synchronized (lying) {
      return List.copyOf(lying.values());
    }
  }

  @Override
  public void step() {
    FeigSession open = session;
    try {
      if (open == null) {
        connect();
      } else {
        work(open);
      }
    } catch (LinkLostException e) {
      lost("R10", e.getMessage() == null ? "the line is cut" : e.getMessage());
    }
  }

  @Override
  public void close() {
    FeigSession open = session;
    session = null;
    if (open != null) {
      open.close();
      become(new DeviceHealth.Connecting(clock.instant(), 0, "R01", "closed"));
    }
  }

  private void connect() throws LinkLostException {
    if (!reconnect.due(clock.monotonic())) {
      refuseWaiting(new TagOutcome.NoReader(health.reason()));
      return;
    }
    FeigSession fresh = new FeigSession(opener.open(), clock, options.reply(), options.address());
    session = fresh;
    Optional<FeigReply> ping = fresh.ask(new FeigRequest.Ping());
    Optional<FeigReply> version =
        ping.isEmpty() ? Optional.empty() : fresh.ask(new FeigRequest.SoftwareVersion());
    if (version.isEmpty() || version.get().status() != FeigStatus.OK) {
      lost("R11", "no FEIG reader answers at " + opener.describe());
      return;
    }
    // A field that somebody switched off looks like a pad that is always empty.
    if (fresh.ask(new FeigRequest.Field(true)).isEmpty()) {
      lost("R11", "the reader fell silent at " + opener.describe());
      return;
    }
    reconnect.succeeded();
    refused = 0;
    listings = options.leaveAfter() + 1;
    nextPoll = clock.monotonic();
    description = describe(version.get());
    ready();
  }

  /// Software 03.00 and the type byte stand in front of the version's data (manual: "get software
  /// version").
  private static String describe(FeigReply version) {
    return version.data().length() < 6
        ? "FEIG reader"
        : "FEIG reader type %02Xh, software %02X.%02X"
            .formatted(version.data().at(4), version.data().at(0), version.data().at(1));
  }

  private void work(FeigSession open) throws LinkLostException {
    TagWork tags = new TagWork(open, options);
    if (active == null) {
      active = commands.poll();
      triesLeft = COMMAND_TRIES;
    }
    Command command = active;
    if (command != null) {
      attempt(tags, command);
      return;
    }
    TagUid uid = toRead.poll();
    if (uid != null) {
      if (presence.unread().contains(uid)) {
        read(tags, uid);
      }
    } else if (clock.monotonic().compareTo(nextPoll) >= 0) {
      nextPoll = clock.monotonic().plus(options.poll());
      inventory(open);
    }
  }

  private void attempt(TagWork tags, Command command) throws LinkLostException {
    triesLeft--;
    TagWork.Attempt<TagOutcome> attempt =
        switch (command) {
          case Command.ReadSecurity look -> tags.readSecurity(look.uid, afi -> now(look.uid, afi));
          case Command.SetSecurity set ->
              tags.setSecurity(set.uid, set.to, afi -> now(set.uid, afi));
          case Command.Write write -> tags.write(write.uid, write.dsfid, write.bytes);
        };
    switch (attempt) {
      case TagWork.Attempt.Ended<TagOutcome>(TagOutcome outcome) -> end(command, outcome);
      case TagWork.Attempt.Missed<TagOutcome>(TagOutcome outcome) -> {
        if (triesLeft == 0) {
          end(command, outcome);
        }
      }
      case TagWork.Attempt.NoAnswer<TagOutcome> _ ->
          lost("R11", "the reader does not answer any more");
    }
  }

  /// The security byte of a tag was read or written.
  private void now(TagUid uid, int afi) {
    synchronized (lying) {
      lying.computeIfPresent(
          uid,
          (_, tag) -> new LyingTag(uid, afi, tag.dsfid(), tag.content(), options.security(afi)));
    }
  }

  private Optional<Security> security(TagUid uid, TagOutcome outcome) {
    return outcome instanceof TagOutcome.Done
        ? lying().stream().filter(tag -> tag.uid().equals(uid)).map(LyingTag::security).findFirst()
        : Optional.empty();
  }

  private void end(Command command, TagOutcome outcome) {
    active = null;
    DeviceEvent event =
        switch (command) {
          case Command.ReadSecurity look ->
              new DeviceEvent.SecurityRead(
                  name, look.number, look.uid, outcome, security(look.uid, outcome));
          case Command.SetSecurity set ->
              new DeviceEvent.SecuritySet(name, set.number, set.uid, outcome);
          case Command.Write write ->
              new DeviceEvent.TagWritten(name, write.number, write.uid, outcome);
        };
    listener.on(event);
  }

  private void read(TagWork tags, TagUid uid) throws LinkLostException {
    switch (tags.read(uid)) {
      case TagWork.Attempt.Ended<TagWork.Read>(TagWork.Read read) -> {
        FeigReply.TagInfo info = read.info();
        TagContent content = LibraryTag.judge(info.dsfid(), read.memory().toArray());
        arrived(uid, info.afi(), info.dsfid(), content);
      }
      case TagWork.Attempt.Missed<TagWork.Read>(TagOutcome outcome) -> {
        if (presence.readFailed(uid)) {
          String last = outcome instanceof TagOutcome.Failed failed ? failed.reason() : "no answer";
          arrived(uid, 0, 0, new TagContent.Damaged("unreadable after several tries: " + last));
        }
      }
      case TagWork.Attempt.NoAnswer<TagWork.Read> _ ->
          lost("R11", "the reader does not answer any more");
    }
  }

  /// A single inventory may miss a tag: as many as a tag may be missed by must have been taken.
  private void tellWhenListed() {
    if (listings == 1 && toRead.isEmpty() && presence.unread().isEmpty()) {
      listings = 0;
      listener.on(new DeviceEvent.FieldListed(name));
    }
  }

  private void arrived(TagUid uid, int afi, int dsfid, TagContent content) {
    presence.announced(uid);
    Security security = options.security(afi);
    synchronized (lying) {
      lying.put(uid, new LyingTag(uid, afi, dsfid, content, security));
    }
    listener.on(new DeviceEvent.TagArrived(name, uid, afi, dsfid, content, security));
  }

  private void inventory(FeigSession open) throws LinkLostException {
    List<FeigReply.Seen> seen = new ArrayList<>();
    Optional<FeigReply> reply = open.ask(new FeigRequest.Inventory(false));
    for (int i = 0; i < MORE_LIMIT && add(seen, reply); i++) {
      reply = open.ask(new FeigRequest.Inventory(true));
    }
    if (reply.isEmpty()) {
      lost("R11", "the reader does not answer any more");
      return;
    }
    if (isComplete(reply.get())) {
      refused = 0;
      ready();
      present(seen);
      listings -= listings > 1 ? 1 : 0;
      tellWhenListed();
    } else {
      refused++;
      if (refused >= REFUSED_LIMIT) {
        String code = "R%02X".formatted(reply.get().status());
        become(new DeviceHealth.NeedsHand(clock.instant(), code, FeigStatus.inWords(reply.get())));
      }
    }
  }

  /// @return whether there is more to fetch
  private static boolean add(List<FeigReply.Seen> seen, Optional<FeigReply> reply) {
    if (reply.isEmpty() || !carriesTags(reply.get())) {
      return false;
    }
    reply.get().tags().ifPresent(seen::addAll);
    return reply.get().status() == FeigStatus.MORE_DATA;
  }

  private static boolean carriesTags(FeigReply reply) {
    return reply.status() == FeigStatus.OK || reply.status() == FeigStatus.MORE_DATA;
  }

  /// Only a list that came to its end tells who is not there.
  private static boolean isComplete(FeigReply reply) {
    return reply.status() == FeigStatus.NO_TAG
        || (reply.status() == FeigStatus.OK && reply.tags().isPresent());
  }

  private void present(List<FeigReply.Seen> seen) {
    List<TagUid> uids = seen.stream().map(FeigReply.Seen::uid).distinct().toList();
    presence.seen(uids).forEach(this::left);
    List<TagUid> unread = presence.unread();
    for (FeigReply.Seen tag : seen) {
      if (!unread.contains(tag.uid()) || toRead.contains(tag.uid())) {
        continue;
      }
      switch (tag) {
        case FeigReply.SeenVicinity vicinity -> toRead.add(vicinity.uid());
        case FeigReply.SeenProximity card ->
            arrived(card.uid(), 0, 0, new TagContent.Foreign("a card of ISO 14443, no tag"));
      }
    }
  }

  private void left(TagUid uid) {
    synchronized (lying) {
      lying.remove(uid);
    }
    listener.on(new DeviceEvent.TagLeft(name, uid));
  }

  private void lost(String code, String reason) {
    FeigSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
    toRead.clear();
    reconnect.failed(clock.monotonic());
    become(new DeviceHealth.Connecting(clock.instant(), reconnect.failures(), code, reason));
    TagOutcome outcome = new TagOutcome.NoReader(reason);
    Command begun = active;
    if (begun != null) {
      end(begun, outcome);
    }
    refuseWaiting(outcome);
  }

  private void refuseWaiting(TagOutcome outcome) {
    for (Command c = commands.poll(); c != null; c = commands.poll()) {
      end(c, outcome);
    }
  }

  private void ready() {
    DeviceHealth now = health;
    if (now instanceof DeviceHealth.Ready ready) {
      health = new DeviceHealth.Ready(ready.since(), description, clock.instant());
    } else {
      become(new DeviceHealth.Ready(clock.instant(), description, clock.instant()));
    }
  }

  private void become(DeviceHealth next) {
    boolean same =
        next.getClass() == health.getClass()
            && next.code().equals(health.code())
            && !(next instanceof DeviceHealth.Connecting);
    if (!same) {
      health = next;
      listener.on(new DeviceEvent.HealthChanged(name, next));
    }
  }
}

package org.libstation.device.ippprinter.lab;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.link.WireBytes;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.lab.twin.ReceiptPaper;

/// A simulated print server. It takes jobs, prints PDF, and reports the state of jobs and printer
/// (RFC 8010, 8011, with all required operations and attributes). One turn handles one whole
/// message; HTTP carries the messages. Shares no code with the driver.
public final class IppTwin implements ReceiptPaper {
  private static final int PRINT_JOB = 2;
  private static final int VALIDATE_JOB = 4;
  private static final int CANCEL_JOB = 8;
  private static final int GET_JOB = 9;
  private static final int GET_JOBS = 10;
  private static final int GET_PRINTER = 11;
  private static final int CUPS_GET_DEFAULT = 0x4001;

  private static final int BAD_REQUEST = 0x0400;
  private static final int NOT_POSSIBLE = 0x0404;
  private static final int NOT_FOUND = 0x0406;
  private static final int FORMAT_NOT_TAKEN = 0x040A;
  private static final int NO_SUCH_OPERATION = 0x0501;
  private static final int NOT_ACCEPTING = 0x0506;

  private static final String PDF = "application/pdf";
  private static final int MOST_KEPT = 200;
  private static final int ENDLESS = 4 << 20;

  /// One job.
  ///
  /// @param state 3 pending, 5 processing, 6 stopped, 7 cancelled, 8 aborted, 9 completed (RFC
  ///   8011, 5.3.7)
  @RecordBuilder
  public record Job(int id, String name, String user, WireBytes document, int state)
      implements IppTwinJobBuilder.With {}

  private record IppTwinRequest(
      int code, int id, Map<String, String> texts, List<String> wanted, WireBytes document) {
    int job() {
      return Integer.parseInt(texts.getOrDefault("job-id", "0"));
    }

    String text(String name) {
      return texts.getOrDefault(name, "");
    }

    boolean wants(String attribute) {
      return wanted.isEmpty() || wanted.contains("all") || wanted.contains(attribute);
    }
  }

  private final List<Job> jobs = new ArrayList<>();
  private final Map<Integer, PaperStrip> printed = new HashMap<>();
  private final List<String> purged = new ArrayList<>();
  private final TwinFaults<IppFault> faults = new TwinFaults<>(IppFault.class);
  private List<String> reasons = List.of();
  private int printerState = 3;
  private boolean cups;
  private boolean prints = true;
  private boolean namesAll;
  private Optional<JobState> told = Optional.empty();
  private boolean paperOut;
  private boolean nearEnd;
  private boolean coverOpen;

  public synchronized List<Job> jobs() {
    return List.copyOf(jobs);
  }

  /// Names of the jobs that the server was told to forget.
  public synchronized List<String> purged() {
    return List.copyOf(purged);
  }

  /// Sets the state that the printer reports.
  ///
  /// @param state 3 idle, 4 prints, 5 stopped
  /// @param why keywords such as `media-empty-error`; none if all is well
  public synchronized void printer(int state, String... why) {
    printerState = state;
    reasons = List.of(why);
  }

  /// Whether the server is a CUPS queue whose printer reports nothing.
  public synchronized void cups(boolean queue) {
    cups = queue;
  }

  /// Whether jobs are printed as they arrive; otherwise they keep their state.
  public synchronized void prints(boolean now) {
    prints = now;
    goOn();
  }

  /// Lists the jobs of all users whoever asks, as printers do that do not know `my-jobs`.
  public synchronized void namesAll() {
    namesAll = true;
  }

  /// Adds an abandoned job of some user.
  public synchronized void leave(String name, String user) {
    jobs.add(new Job(jobs.size() + 1, name, user, WireBytes.of(), 3));
  }

  /// Aborts all jobs that have not ended.
  public synchronized void giveUp() {
    jobs.replaceAll(job -> job.state() < 7 ? job.withState(8) : job);
  }

  /// Reports all unfinished jobs in this state and with this reason, whatever the printer does.
  public synchronized void jobsAre(int state, String reason) {
    told = Optional.of(new JobState(state, reason));
  }

  private record JobState(int state, String reason) {}

  @Override
  public synchronized List<PaperStrip> tickets() {
    return jobs.stream()
        .filter(job -> job.state() == 9)
        .map(job -> printed.computeIfAbsent(job.id(), _ -> PrintedPages.of(job.document())))
        .toList();
  }

  /// An empty strip: no paper hangs out of a server.
  @Override
  public PaperStrip hanging() {
    return new PaperStrip(PrintedPages.NO_WIDTH);
  }

  @Override
  public synchronized boolean hasPaper() {
    return !paperOut;
  }

  @Override
  public synchronized void takePaperOut() {
    paperOut = true;
  }

  @Override
  public synchronized void loadPaper() {
    paperOut = false;
    nearEnd = false;
    goOn();
  }

  @Override
  public synchronized void paperNearEnd(boolean near) {
    nearEnd = near;
  }

  @Override
  public synchronized void cover(boolean open) {
    coverOpen = open;
    goOn();
  }

  @Override
  public List<TwinFault> faults() {
    return faults.all();
  }

  @Override
  public synchronized Optional<String> bringAbout(String name, List<String> arguments) {
    return faults.bringAbout(name, arguments, faults::set);
  }

  @Override
  public synchronized void heal() {
    faults.heal();
    goOn();
  }

  private List<String> stops() {
    List<String> all = new ArrayList<>();
    if (paperOut) {
      all.add("media-empty-error");
    }
    if (coverOpen) {
      all.add("cover-open-error");
    }
    if (faults.has(IppFault.PAPER_JAM)) {
      all.add("media-jam-error");
    }
    if (faults.has(IppFault.QUEUE_STOPPED)) {
      all.add("paused");
    }
    return all;
  }

  /// Prints all waiting jobs as soon as nothing stops them.
  private void goOn() {
    boolean stopped = !stops().isEmpty();
    boolean free =
        prints
            && !stopped
            && !faults.has(IppFault.UNREACHED)
            && !faults.has(IppFault.UNREACHED_MUTE)
            && printerState != 5;
    jobs.replaceAll(
        job -> {
          if (job.state() >= 7 || (job.document().length() == 0 && !free)) {
            return job;
          }
          return job.withState(free ? 9 : stopped ? 6 : 5);
        });
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    if (received.length == 0 || faults.has(IppFault.OFF) || faults.strikes(IppFault.SILENT)) {
      return new byte[0];
    }
    byte[] answer;
    try {
      answer = answer(read(received));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (faults.strikes(IppFault.ANSWER_LOST)) {
      return new byte[0];
    }
    if (faults.strikes(IppFault.NOISE)) {
      return "<html>Router</html>".getBytes(StandardCharsets.UTF_8);
    }
    if (faults.strikes(IppFault.ENDLESS_ANSWER)) {
      return new byte[ENDLESS];
    }
    return faults.strikes(IppFault.HALF) ? Arrays.copyOf(answer, answer.length / 2) : answer;
  }

  /// @return code 0 if the bytes are not a message
  private static IppTwinRequest read(byte[] bytes) throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<String> wanted = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.readShort();
      int code = in.readUnsignedShort();
      int id = in.readInt();
      String last = "";
      for (int tag = in.readUnsignedByte(); tag != 3; tag = in.readUnsignedByte()) {
        if (tag < 0x10) {
          continue;
        }
        String name = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.US_ASCII);
        byte[] value = in.readNBytes(in.readUnsignedShort());
        last = name.isEmpty() ? last : name;
        String text =
            switch (tag) {
              case 0x21, 0x23 -> Integer.toString(ByteBuffer.wrap(value).getInt());
              case 0x22 -> Boolean.toString(value[0] == 1);
              default -> new String(value, StandardCharsets.UTF_8);
            };
        texts.putIfAbsent(last, text);
        if (last.equals("requested-attributes")) {
          wanted.add(text);
        }
      }
      return new IppTwinRequest(code, id, texts, wanted, WireBytes.of(in.readAllBytes()));
    } catch (IOException | RuntimeException _) {
      return new IppTwinRequest(0, 0, texts, wanted, WireBytes.of());
    }
  }

  private byte[] answer(IppTwinRequest question) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(0x0101);
      ByteArrayOutputStream rest = new ByteArrayOutputStream();
      out.writeShort(obey(question, new DataOutputStream(rest)));
      out.writeInt(question.id());
      out.writeByte(1);
      text(out, 0x47, "attributes-charset", "utf-8");
      text(out, 0x48, "attributes-natural-language", "en");
      out.write(rest.toByteArray());
      out.writeByte(3);
    }
    return bytes.toByteArray();
  }

  /// @return the status of the response
  private int obey(IppTwinRequest question, DataOutputStream out) throws IOException {
    return switch (question.code()) {
      case 0 -> BAD_REQUEST;
      case GET_PRINTER -> {
        printer(question, out);
        yield 0;
      }
      case PRINT_JOB, VALIDATE_JOB -> {
        String format = question.texts().getOrDefault("document-format", PDF);
        if (!format.equals(PDF)) {
          yield FORMAT_NOT_TAKEN;
        }
        if (faults.has(IppFault.QUEUE_CLOSED)) {
          yield NOT_ACCEPTING;
        }
        if (question.code() == PRINT_JOB) {
          job(out, taken(question));
        }
        yield 0;
      }
      case GET_JOBS -> {
        boolean done = question.text("which-jobs").equals("completed");
        for (Job job : jobs) {
          boolean own = namesAll || job.user().equals(question.text("requesting-user-name"));
          if (own && (job.state() >= 7) == done) {
            job(out, job);
          }
        }
        yield 0;
      }
      case GET_JOB, CANCEL_JOB -> ofJob(question, out);
      default -> NO_SUCH_OPERATION;
    };
  }

  private Job taken(IppTwinRequest question) {
    jobs.add(
        new Job(
            jobs.size() + 1,
            question.text("job-name"),
            question.text("requesting-user-name"),
            question.document(),
            3));
    if (faults.strikes(IppFault.GIVES_UP)) {
      giveUp();
    }
    goOn();
    if (jobs.size() > MOST_KEPT) {
      // The job keeps its number, but loses its document.
      int old = jobs.size() - MOST_KEPT - 1;
      Job job = jobs.get(old);
      PaperStrip _ = printed.remove(job.id());
      jobs.set(old, new Job(job.id(), "", "", WireBytes.of(), 7));
    }
    return jobs.getLast();
  }

  private int ofJob(IppTwinRequest question, DataOutputStream out) throws IOException {
    int at = question.job() - 1;
    if (at < 0 || at >= jobs.size() || purged.contains(jobs.get(at).name())) {
      return NOT_FOUND;
    }
    Job job = jobs.get(at);
    if (question.code() == GET_JOB) {
      job(out, job);
      return 0;
    }
    if (Boolean.parseBoolean(question.text("purge-job"))) {
      purged.add(job.name());
      return 0;
    }
    if (job.state() >= 7) {
      return NOT_POSSIBLE;
    }
    jobs.set(at, job.withState(7));
    return 0;
  }

  private void printer(IppTwinRequest question, DataOutputStream to) throws IOException {
    List<String> why = new ArrayList<>(reasons);
    why.addAll(stops());
    boolean stopped = !stops().isEmpty();
    boolean busy = jobs.stream().anyMatch(job -> job.state() < 7);
    if (nearEnd) {
      why.add("media-low-report");
    }
    if (faults.has(IppFault.UNREACHED) && busy) {
      why.add("connecting-to-device");
    }
    boolean works = busy && printerState == 3;
    to.writeByte(4);
    Attributes all = new Attributes(question, to);
    all.text(0x42, "printer-name", "Twin");
    all.text(0x45, "printer-uri-supported", "ipp://localhost/ipp/print");
    all.text(0x44, "uri-security-supported", "none");
    all.text(0x44, "uri-authentication-supported", "requesting-user-name");
    all.number(0x23, "printer-state", stopped ? 5 : works ? 4 : printerState);
    all.text(
        0x44,
        "printer-state-reasons",
        why.isEmpty() ? new String[] {"none"} : why.toArray(String[]::new));
    all.yes("printer-is-accepting-jobs", !faults.has(IppFault.QUEUE_CLOSED));
    all.text(0x41, "printer-make-and-model", "Twin");
    all.text(0x44, "ipp-versions-supported", "1.1");
    all.numbers(
        0x23,
        "operations-supported",
        PRINT_JOB,
        VALIDATE_JOB,
        CANCEL_JOB,
        GET_JOB,
        GET_JOBS,
        GET_PRINTER,
        cups ? CUPS_GET_DEFAULT : GET_PRINTER);
    all.text(0x47, "charset-configured", "utf-8");
    all.text(0x47, "charset-supported", "utf-8");
    all.text(0x48, "natural-language-configured", "en");
    all.text(0x48, "generated-natural-language-supported", "en");
    all.text(0x49, "document-format-default", PDF);
    all.text(0x49, "document-format-supported", PDF);
    all.number(
        0x21, "queued-job-count", (int) jobs.stream().filter(job -> job.state() < 7).count());
    all.text(0x44, "pdl-override-supported", "not-attempted");
    all.number(0x21, "printer-up-time", 1 + (int) (System.nanoTime() >>> 30));
    all.text(0x44, "compression-supported", "none");
    if (cups) {
      all.text(0x45, "device-uri", "usb://Twin");
    }
  }

  private void job(DataOutputStream out, Job job) throws IOException {
    out.writeByte(2);
    number(out, 0x21, "job-id", job.id());
    text(out, 0x45, "job-uri", "ipp://localhost/ipp/print/" + job.id());
    text(out, 0x42, "job-name", job.name());
    text(out, 0x42, "job-originating-user-name", job.user());
    JobState own = new JobState(job.state(), job.state() == 6 ? "printer-stopped" : "none");
    JobState said = job.state() < 7 ? told.orElse(own) : own;
    number(out, 0x23, "job-state", said.state());
    text(out, 0x44, "job-state-reasons", said.reason());
  }

  /// Writes only the attributes that the request asked for.
  private record Attributes(IppTwinRequest question, DataOutputStream out) {
    void text(int tag, String name, String... values) throws IOException {
      if (question.wants(name)) {
        IppTwin.text(out, tag, name, values);
      }
    }

    void number(int tag, String name, int value) throws IOException {
      numbers(tag, name, value);
    }

    void numbers(int tag, String name, int... values) throws IOException {
      String written = name;
      for (int value : question.wants(name) ? values : new int[0]) {
        IppTwin.number(out, tag, written, value);
        written = "";
      }
    }

    void yes(String name, boolean value) throws IOException {
      if (question.wants(name)) {
        out.writeByte(0x22);
        named(out, name, new byte[] {(byte) (value ? 1 : 0)});
      }
    }
  }

  private static void text(DataOutputStream out, int tag, String name, String... values)
      throws IOException {
    String written = name;
    for (String value : values) {
      out.writeByte(tag);
      named(out, written, value.getBytes(StandardCharsets.UTF_8));
      written = "";
    }
  }

  private static void number(DataOutputStream out, int tag, String name, int value)
      throws IOException {
    out.writeByte(tag);
    named(out, name, ByteBuffer.allocate(4).putInt(value).array());
  }

  private static void named(DataOutputStream out, String name, byte[] value) throws IOException {
    out.writeShort(name.length());
    out.writeBytes(name);
    out.writeShort(value.length);
    out.write(value);
  }
}

package org.libstation.policy.document;

import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.libstation.file.YamlFault;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads documents. Anchors are refused, because a short document could use them to stand for an
/// endless one.
public final class Documents {
  private static final int MOST_CHARACTERS = 5_000_000;

  /// Longest reading time. The largest document takes less, even on a busy machine.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final List<DocumentFault> faults = new ArrayList<>();

  private Documents() {}

  /// The result of reading a document.
  public sealed interface DocumentReading {
    record DocumentRead(Value value) implements DocumentReading {}

    /// The document has faults.
    ///
    /// @param faults in the order of lines
    record DocumentFaulty(List<DocumentFault> faults) implements DocumentReading {
      public DocumentFaulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// One fault of a document.
  ///
  /// @param line from 1
  /// @param words what is wrong, for a person
  public record DocumentFault(int line, String words) {}

  /// Reads a document. Levels, values and time are limited during the scan. A document from any
  /// author thus takes a bounded share of stack, memory and time.
  public static DocumentReading read(String text) {
    return read(text, System::nanoTime);
  }

  /// Reads a document with this clock.
  ///
  /// @param nanos a clock that only goes forward
  static DocumentReading read(String text, LongSupplier nanos) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(false)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();
    Documents documents = new Documents();
    Optional<Value> value;
    try {
      value = composed(text, settings, nanos).flatMap(node -> documents.value(node, ""));
    } catch (BoundedEvents.TooMuch e) {
      return new DocumentReading.DocumentFaulty(
          List.of(new DocumentFault(Math.max(1, e.line()), words(e))));
    } catch (MarkedYamlEngineException e) {
      return new DocumentReading.DocumentFaulty(List.of(fault(text, e)));
    } catch (YamlEngineException e) {
      return new DocumentReading.DocumentFaulty(
          List.of(new DocumentFault(1, "it is not YAML: " + unmarked(e))));
    }
    if (!documents.faults.isEmpty()) {
      return new DocumentReading.DocumentFaulty(documents.faults);
    }
    return value
        .<DocumentReading>map(DocumentReading.DocumentRead::new)
        .orElseGet(
            () ->
                new DocumentReading.DocumentFaulty(
                    List.of(new DocumentFault(1, "the file is empty"))));
  }

  private static Optional<Node> composed(String text, LoadSettings settings, LongSupplier nanos) {
    Reader timed = BoundedEvents.timed(new StringReader(text), nanos, LONGEST.toNanos());
    StreamReader reader = new StreamReader(settings, timed);
    return new Composer(settings, new BoundedEvents(new ParserImpl(settings, reader)))
        .getSingleNode();
  }

  /// Describes a YAML fault by its place and key, never by a value.
  private static DocumentFault fault(String text, MarkedYamlEngineException e) {
    Optional<Mark> problem =
        YamlFault.isAtContext(String.valueOf(e.getContext()))
            ? e.getContextMark().or(e::getProblemMark)
            : e.getProblemMark().or(e::getContextMark);
    String said = e.getContext() + ": " + e.getProblem();
    // A line inside a text may look like a key.
    Optional<Mark> key =
        String.valueOf(e.getContext()).contains("scalar")
            ? e.getContextMark().or(() -> problem)
            : problem;
    int column = problem.map(Mark::getColumn).orElse(0) + 1;
    YamlFault at = YamlFault.of(text, line(problem), column, line(key), said);
    String named = at.key().isEmpty() ? "" : at.key() + ": ";
    return new DocumentFault(
        at.line(), named + "it is not YAML, column " + at.column() + ": " + at.words());
  }

  /// Words for faults without a place: a forbidden character, or too large a document.
  private static String unmarked(YamlEngineException e) {
    return e instanceof ReaderException ? "there is a control character" : "it is too large";
  }

  private static String words(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private Optional<Value> value(Node node, String name) {
    int line = line(node.getStartMark());
    if (node.getAnchor().isPresent()) {
      return fault(line, name + "anchors (&) and aliases (*) are not used here: write it out");
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar, line, name);
      case SequenceNode sequence ->
          Optional.of(
              new Value.Items(
                  line,
                  sequence.getValue().stream()
                      .flatMap(item -> value(item, name).stream())
                      .toList()));
      case MappingNode mapping -> Optional.of(fields(mapping, line));
      default -> fault(line, name + "it can not be read");
    };
  }

  private Optional<Value> scalar(ScalarNode scalar, int line, String name) {
    return notDrawn(scalar)
        .map(sign -> fault(line, name + "it holds " + sign + ", which is not drawn"))
        .orElseGet(() -> Optional.of(new Value.Scalar(line, kind(scalar), scalar.getValue())));
  }

  /// The first character that a text may not contain. A text may have several lines.
  private static Optional<String> notDrawn(ScalarNode scalar) {
    return scalar
        .getValue()
        .codePoints()
        .filter(c -> c != '\n' && c != '\t' && !Drawn.isDrawn(c))
        .mapToObj("U+%04X"::formatted)
        .findFirst();
  }

  private Value fields(MappingNode mapping, int line) {
    Map<String, Value.ValueField> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int at = line(tuple.getKeyNode().getStartMark());
      if (tuple.getKeyNode() instanceof ScalarNode key
          && key.getAnchor().isEmpty()
          && notDrawn(key).isEmpty()) {
        String name = key.getValue();
        value(tuple.getValueNode(), name + ": ")
            .filter(_ -> isNew(fields, name, at))
            .ifPresent(value -> fields.put(name, new Value.ValueField(at, value)));
      } else {
        faults.add(new DocumentFault(at, "a name is plain text"));
      }
    }
    return new Value.ValueFields(line, fields);
  }

  private boolean isNew(Map<String, Value.ValueField> fields, String name, int line) {
    Value.ValueField first = fields.get(name);
    if (first != null) {
      faults.add(
          new DocumentFault(line, name + ": it stands in line " + first.line() + " already"));
    }
    return first == null;
  }

  private Optional<Value> fault(int line, String words) {
    faults.add(new DocumentFault(line, words));
    return Optional.empty();
  }

  private static Value.Scalar.ScalarKind kind(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT)) {
      return Value.Scalar.ScalarKind.INTEGER;
    }
    if (tag.equals(Tag.FLOAT)) {
      return Value.Scalar.ScalarKind.DECIMAL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Value.Scalar.ScalarKind.TRUTH;
    }
    return tag.equals(Tag.NULL) ? Value.Scalar.ScalarKind.NOTHING : Value.Scalar.ScalarKind.TEXT;
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}

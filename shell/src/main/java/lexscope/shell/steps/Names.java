package lexscope.shell.steps;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lexscope.gc.Cell;
import lexscope.gc.SourcePlace;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.inspection.ContextNotation;
import lexscope.js.inspection.RecordNotation.Field;
import lexscope.js.inspection.ValueNotation;
import lexscope.js.value.BoundFunction;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.vm.AllocationSites;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// Which cells are the program's own, and what their boxes are called through all steps.
final class Names {
  /// Texts with this beginning are not the program's: Node's modules.
  private static final String OWN_TEXTS = "node:";

  private final AllocationSites sites;
  private final JsObject globalObject;
  private final GlobalEnvironmentRecord globalRecord;
  private final Map<Integer, String> places = new LinkedHashMap<>();
  private final Set<Long> builtIn = new HashSet<>();

  Names(Machine machine) {
    sites = machine.sites();
    globalObject = machine.realm().globalObject();
    globalRecord =
        (GlobalEnvironmentRecord) Objects.requireNonNull(machine.realm().globalEnvironment());
  }

  /// The key of a cell's box.
  static String key(Cell cell) {
    return "#" + cell.id();
  }

  /// The key of an execution context.
  static String contextKey(Frame frame) {
    return frame.function() == null
        ? "c" + frame.sourceName() + (frame.depth() > 1 ? "@" + frame.depth() : "")
        : "c" + frame.recordNumber();
  }

  /// The key of a record in registers.
  static String key(String contextKey, ContextNotation.Registers registers) {
    return "r"
        + contextKey
        + (registers.number() >= 0
            ? ""
            : "@" + registers.place().line() + ":" + registers.place().column());
  }

  /// Whether a text is the program's.
  static boolean isOwn(String source) {
    return !source.startsWith(OWN_TEXTS);
  }

  /// Whether a cell is a function that the program wrote.
  boolean isFunction(Cell cell) {
    return cell instanceof EcmaScriptFunction closure
        && closure.place() != null
        && isOwn(closure.place().file());
  }

  /// The kind of box that a cell is shown as; null if it is not the program's.
  Box.@Nullable Kind kind(Cell cell) {
    return switch (cell) {
      case EnvironmentRecord record ->
          record.place() == null || isOwn(record.place().file()) ? Box.Kind.RECORD : null;
      case EcmaScriptFunction closure -> isFunction(closure) ? Box.Kind.FUNCTION : null;
      case BoundFunction bound -> site(bound).isEmpty() ? null : Box.Kind.FUNCTION;
      case JsFunction _ -> null;
      case JsObject object -> site(object).isEmpty() ? null : Box.Kind.OBJECT;
      default -> null;
    };
  }

  /// Notes that an object was not made by the program, although it was made while that ran: things
  /// that are made on first use.
  void noteBuiltIn(Cell cell) {
    builtIn.add(cell.id());
  }

  /// Where the program made an object; empty if the program did not.
  String site(Cell cell) {
    return cell == globalObject || builtIn.contains(cell.id())
        ? ""
        : places.computeIfAbsent(cell.site(), this::place);
  }

  private String place(int number) {
    AllocationSites.Site site = sites.site(number);
    SourcePlace place = site == null ? null : site.place();
    return place == null || !isOwn(place.file()) ? "" : place.toString();
  }

  /// The cell whose box shows a cell: the global object is shown in the Global Environment Record.
  Cell shown(Cell cell) {
    return cell == globalObject ? globalRecord : cell;
  }

  /// The key of the box that a value has or would have; null for none.
  @Nullable String target(@Nullable Object value) {
    if (!(value instanceof Cell cell)) {
      return null;
    }
    Cell shown = shown(cell);
    return kind(shown) == null ? null : key(shown);
  }

  /// A line for a field of a notation.
  ///
  /// @param contextKey the context that the notation is of; empty for none
  Row row(Row.Kind kind, Field field, String contextKey) {
    return field.target() instanceof ContextNotation.Registers registers
        ? new Row(kind, field.name(), field.value(), key(contextKey, registers))
        : new Row(kind, field.name(), text(field), arrow(field.target()));
  }

  /// An arrow back to the Global Environment Record for every `this` would say nothing.
  private @Nullable String arrow(@Nullable Object value) {
    return value == globalObject ? null : target(value);
  }

  private static String text(Field field) {
    // Its box says where it is.
    return field.target() instanceof JsFunction function ? text(function) : field.value();
  }

  private static String text(JsFunction function) {
    String name = function.name();
    return "function " + (name.isEmpty() ? "(anonymous)" : name) + " #" + function.id();
  }

  /// A line for a value.
  Row row(Row.Kind kind, String name, @Nullable Object value) {
    String text = value instanceof JsFunction function ? text(function) : ValueNotation.of(value);
    return new Row(kind, name, text, arrow(value));
  }
}

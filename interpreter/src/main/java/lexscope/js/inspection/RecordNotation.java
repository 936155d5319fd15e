package lexscope.js.inspection;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.SourcePlace;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.FunctionEnvironmentRecord;
import lexscope.js.environment.GlobalBinding;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.environment.ModuleEnvironmentRecord;
import lexscope.js.environment.ObjectEnvironmentRecord;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.value.Accessor;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.LazySlot;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import org.jspecify.annotations.Nullable;

/// One Environment Record as the specification writes it, ready for any output.
///
/// @param number its number: 12 for ER12
/// @param id the cell's id
/// @param type such as `FunctionEnvironmentRecord`
/// @param owner the function that it belongs to; empty for an anonymous one
/// @param place where its scope begins; null for the Global Environment Record
/// @param bindings name and value of each binding, in order; of the Global Environment Record those
///   of its `[[DeclarativeRecord]]`
/// @param objectBindings the enumerable properties of the binding object of a `with` statement's
///   record or of the `[[ObjectRecord]]` of the Global Environment Record (its built-in properties
///   are not enumerable)
/// @param fields the fields beside the bindings: `[[ThisValue]]` and the like
/// @param holders what keeps it alive, one line each
/// @param stale the closures that hold it although a newer record of the same scope has been made,
///   one line each
public record RecordNotation(
    long number,
    long id,
    String type,
    String owner,
    @Nullable SourcePlace place,
    List<Field> bindings,
    List<Field> objectBindings,
    List<Field> fields,
    List<String> holders,
    List<String> stale) {
  /// A name with a rendered value.
  ///
  /// @param target what the value is, if it is a cell, or [ContextNotation.Registers]; else null
  public record Field(String name, String value, @Nullable Object target) {
    /// A name with words.
    Field(String name, String value) {
      this(name, value, null);
    }

    /// A name with a value of the program.
    static Field of(String name, @Nullable Object value) {
      Object shown =
          value instanceof ModuleEnvironmentRecord.ImportBinding view ? view.value() : value;
      return new Field(name, ValueNotation.of(value), shown instanceof Cell ? shown : null);
    }

    /// A name with a value that the policy may not keep.
    static Field of(String name, @Nullable Object value, boolean kept) {
      return kept ? of(name, value) : new Field(name, "<not kept>");
    }
  }

  /// The notation of a living record.
  public static RecordNotation of(RecordCensus census, RecordCensus.Entry entry) {
    EnvironmentRecord record = entry.record();
    return of(
        entry,
        entry.holders().stream().map(holder -> holder(holder, record)).distinct().toList(),
        stale(census, record));
  }

  /// The notation of a living record, without what holds it: that may be half the heap.
  public static RecordNotation withoutHolders(RecordCensus.Entry entry) {
    return of(entry, List.of(), List.of());
  }

  private static RecordNotation of(
      RecordCensus.Entry entry, List<String> holders, List<String> stale) {
    EnvironmentRecord record = entry.record();
    var bindings = new ArrayList<Field>();
    var objectBindings = new ArrayList<Field>();
    var fields = new ArrayList<Field>();
    switch (record) {
      case DeclarativeEnvironmentRecord declarative ->
          declarative(entry, declarative, bindings, fields);
      case ObjectEnvironmentRecord with -> {
        boolean kept = entry.keeps(0);
        fields.add(Field.of("[[BindingObject]]", with.bindingObject(), kept));
        fields.add(new Field("[[IsWithEnvironment]]", "true"));
        if (kept) {
          objectBindings(with.bindingObject(), objectBindings);
        }
      }
      case GlobalEnvironmentRecord global -> {
        global(global, bindings, fields);
        objectBindings(global.globalObject(), objectBindings);
      }
      default ->
          throw new IllegalStateException("a record of unknown kind: " + record.recordKind());
    }
    EnvironmentRecord outer = record.outer();
    fields.add(outer == null ? new Field("[[OuterEnv]]", "null") : Field.of("[[OuterEnv]]", outer));
    return new RecordNotation(
        record.recordNumber(),
        record.id(),
        record.recordKind(),
        record.scope() == null ? "" : record.scope().ownerName(),
        record.place(),
        bindings,
        objectBindings,
        fields,
        holders,
        stale);
  }

  private static void declarative(
      RecordCensus.Entry entry,
      DeclarativeEnvironmentRecord record,
      List<Field> bindings,
      List<Field> fields) {
    boolean function = record.scope().kind() == Scope.Kind.FUNCTION;
    for (Binding binding : record.scope().bindings()) {
      Object value = record.peek(binding.slot());
      boolean kept = entry.keeps(binding.slot());
      switch (binding.name()) {
        case Binding.THIS -> {
          fields.add(Field.of("[[ThisValue]]", value, kept));
          fields.add(
              new Field("[[ThisBindingStatus]]", value == null ? "uninitialized" : "initialized"));
        }
        case Binding.ARROW_OBJECT -> {
          fields.add(new Field("[[ThisBindingStatus]]", "lexical"));
          fields.add(Field.of("[[FunctionObject]]", value, kept));
        }
        case Binding.FUNCTION_OBJECT -> fields.add(Field.of("[[FunctionObject]]", value, kept));
        case Binding.NEW_TARGET -> fields.add(Field.of("[[NewTarget]]", value, kept));
        default -> {
          boolean implicit =
              binding.kind() == Binding.Kind.ARGUMENTS && function && !binding.isReferenced();
          if (binding.isNamed() && !implicit) {
            bindings.add(Field.of(binding.name(), value, kept));
          }
        }
      }
    }
    for (String name : record.grownNames()) {
      int slot = record.grownSlot(name);
      bindings.add(
          entry.keeps(slot)
              ? Field.of(name, record.getGrown(slot))
              : new Field(name, "<not kept>"));
    }
  }

  private static void global(
      GlobalEnvironmentRecord record, List<Field> bindings, List<Field> fields) {
    for (GlobalBinding binding : record.declarativeBindings()) {
      bindings.add(Field.of(binding.name(), binding.get()));
    }
    fields.add(
        new Field(
            "[[ObjectRecord]]",
            "ObjectEnvironmentRecord of " + ValueNotation.of(record.globalObject()),
            record.globalObject()));
    fields.add(Field.of("[[GlobalThisValue]]", record.globalThis()));
  }

  /// Reads the properties without running guest code and without making what is made on first use.
  private static void objectBindings(JsObject object, List<Field> bindings) {
    Shape shape = object.shape();
    for (int slot = 0; slot < shape.slotCount(); slot++) {
      PropertyKey key = shape.keyAt(slot);
      if (key == null
          || key.isSymbol()
          || key.isPrivateName()
          || (shape.attributes(slot) & Attributes.ENUMERABLE) == 0) {
        continue;
      }
      String name = key.asString();
      bindings.add(
          switch (object.slot(slot)) {
            case Accessor _ -> new Field(name, "accessor");
            case LazySlot _ -> new Field(name, "not made yet");
            case Object value -> Field.of(name, value);
          });
    }
  }

  private static String holder(RecordCensus.Holder holder, EnvironmentRecord record) {
    String part = holder.part() >= 0 ? "binding " + record.partName(holder.part()) + " by " : "";
    Cell cell = holder.cell();
    if (cell == null) {
      return part + holder.label();
    }
    return part + ValueNotation.of(cell) + " . " + holder.label();
  }

  private static List<String> stale(RecordCensus census, EnvironmentRecord record) {
    if (!(record instanceof FunctionEnvironmentRecord call)) {
      return List.of();
    }
    return census.staleHolders(record).stream()
        .map(closure ->
            ValueNotation.of(closure)
                + " holds ER"
                + record.recordNumber()
                + ", the newest is ER"
                + call.scope().newestRecordNumber())
        .toList();
  }
}

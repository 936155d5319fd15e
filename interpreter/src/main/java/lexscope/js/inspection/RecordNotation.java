package lexscope.js.inspection;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.PartedCell;
import lexscope.gc.SourcePlace;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.GlobalBinding;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.environment.ObjectEnvironmentRecord;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.value.JsFunction;
import lexscope.js.vm.EcmaScriptFunction;
import org.jspecify.annotations.Nullable;

/// One Environment Record as the specification writes it, ready for any output.
///
/// @param number its number: 12 for ER12
/// @param id the cell's id
/// @param type such as `FunctionEnvironmentRecord`
/// @param owner the function that it belongs to; empty for an anonymous one
/// @param place where its scope begins; null for the Global Environment Record
/// @param bindings name and value of each binding, in order
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
    List<Field> fields,
    List<String> holders,
    List<String> stale) {
  /// A name with a rendered value.
  public record Field(String name, String value) {}

  /// The notation of a living record.
  public static RecordNotation of(RecordCensus.Entry entry) {
    EnvironmentRecord record = entry.record();
    var bindings = new ArrayList<Field>();
    var fields = new ArrayList<Field>();
    switch (record) {
      case DeclarativeEnvironmentRecord declarative ->
          declarative(entry, declarative, bindings, fields);
      case ObjectEnvironmentRecord with ->
          fields.add(new Field("[[BindingObject]]", ValueNotation.of(with.bindingObject())));
      case GlobalEnvironmentRecord global -> global(global, bindings, fields);
      default ->
          throw new IllegalStateException("a record of unknown kind: " + record.recordKind());
    }
    EnvironmentRecord outer = record.outer();
    fields.add(new Field("[[OuterEnv]]", outer == null ? "null" : "ER" + outer.recordNumber()));
    return new RecordNotation(
        record.recordNumber(),
        record.id(),
        record.recordKind(),
        record.scope() == null ? "" : record.scope().ownerName(),
        record.place(),
        bindings,
        fields,
        entry.holders().stream().map(holder -> holder(holder, record)).distinct().toList(),
        stale(entry));
  }

  private static void declarative(
      RecordCensus.Entry entry,
      DeclarativeEnvironmentRecord record,
      List<Field> bindings,
      List<Field> fields) {
    boolean function = record.scope().kind() == Scope.Kind.FUNCTION;
    for (Binding binding : record.scope().bindings()) {
      Object value = record.peek(binding.slot());
      String shown = entry.keeps(binding.slot()) ? ValueNotation.of(value) : "<not kept>";
      switch (binding.name()) {
        case Binding.THIS -> {
          fields.add(new Field("[[ThisValue]]", shown));
          fields.add(
              new Field("[[ThisBindingStatus]]", value == null ? "uninitialized" : "initialized"));
        }
        case Binding.ARROW_OBJECT -> {
          fields.add(new Field("[[ThisBindingStatus]]", "lexical"));
          fields.add(new Field("[[FunctionObject]]", shown));
        }
        case Binding.FUNCTION_OBJECT -> fields.add(new Field("[[FunctionObject]]", shown));
        case Binding.NEW_TARGET -> fields.add(new Field("[[NewTarget]]", shown));
        default -> {
          boolean implicit =
              binding.kind() == Binding.Kind.ARGUMENTS && function && !binding.isReferenced();
          if (binding.isNamed() && !implicit) {
            bindings.add(new Field(binding.name(), shown));
          }
        }
      }
    }
    for (String name : record.grownNames()) {
      int slot = record.grownSlot(name);
      bindings.add(
          new Field(
              name, entry.keeps(slot) ? ValueNotation.of(record.getGrown(slot)) : "<not kept>"));
    }
  }

  private static void global(
      GlobalEnvironmentRecord record, List<Field> bindings, List<Field> fields) {
    for (GlobalBinding binding : record.declarativeBindings()) {
      bindings.add(new Field(binding.name(), ValueNotation.of(binding.get())));
    }
    fields.add(
        new Field(
            "[[ObjectRecord]]",
            "ObjectEnvironmentRecord of " + ValueNotation.of(record.globalObject())));
    fields.add(new Field("[[GlobalThisValue]]", ValueNotation.of(record.globalThis())));
  }

  private static String holder(RecordCensus.Holder holder, EnvironmentRecord record) {
    String part = holder.part() >= 0 ? "binding " + record.partName(holder.part()) + " by " : "";
    Cell cell = holder.cell();
    if (cell == null) {
      return part + holder.label();
    }
    return part + ValueNotation.of(cell) + " . " + holder.label();
  }

  private static List<String> stale(RecordCensus.Entry entry) {
    if (!(entry.record() instanceof DeclarativeEnvironmentRecord record)) {
      return List.of();
    }
    long newest = record.scope().newestRecordNumber();
    if (record.scope().kind() != Scope.Kind.FUNCTION || newest <= record.recordNumber()) {
      return List.of();
    }
    return entry.holders().stream()
        .filter(holder ->
            holder.part() == PartedCell.WHOLE
                || holder.part() == PartedCell.CONTEXT
                || holder.part() >= 0)
        .map(RecordCensus.Holder::cell)
        .filter(JsFunction.class::isInstance)
        .distinct()
        .map(cell ->
            ValueNotation.of(cell)
                + " holds ER"
                + record.recordNumber()
                + ", the newest is ER"
                + newest)
        .toList();
  }

  /// A function object as the specification writes it.
  ///
  /// @param name its name
  /// @param id the cell's id
  /// @param place where it was written
  /// @param environment its `[[Environment]]`, such as `ER3`
  /// @param thisMode `lexical`, `strict` or `global`
  public record FunctionNotation(
      String name, long id, @Nullable SourcePlace place, String environment, String thisMode) {
    /// The notation of a closure.
    public static FunctionNotation of(EcmaScriptFunction function) {
      FunctionNode node = function.template().info().functionNode();
      String mode = node == null || node.isStrict() ? "strict" : "global";
      return new FunctionNotation(
          function.name(),
          function.id(),
          function.place(),
          "ER" + function.environment().recordNumber(),
          node != null && node.isArrow() ? "lexical" : mode);
    }
  }
}

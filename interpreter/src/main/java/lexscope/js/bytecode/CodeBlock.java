package lexscope.js.bytecode;

import java.util.List;
import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.gc.WeakHolder;
import org.jspecify.annotations.Nullable;

/// The compiled code of one function, or of the top level of a script, module or eval code.
///
/// Inline caches are weak: what dies in a collection is dropped from them.
public final class CodeBlock extends Cell implements WeakHolder {
  private final FunctionTemplate template;
  private final int[] code;
  private final Object[] constants;
  private final List<Handler> handlers;
  private final List<NamedRegister> namedRegisters;
  private final PositionTable positions;
  private final SubjectTable subjects;
  private final InlineCache[] caches;
  private final int registerCount;
  private final int argumentRegisters;
  private final boolean usesArgumentList;
  private final int siteBase;
  private final int stops;
  private @Nullable Liveness liveness;
  private @Nullable CompiledCode compiledCode;
  private int heat;

  CodeBlock(
      FunctionTemplate template,
      int[] code,
      Object[] constants,
      List<Handler> handlers,
      List<NamedRegister> namedRegisters,
      PositionTable positions,
      SubjectTable subjects,
      int cacheCount,
      int registerCount,
      int argumentRegisters,
      boolean usesArgumentList,
      int siteBase,
      int stops) {
    this.template = template;
    this.code = code;
    this.constants = constants;
    this.handlers = handlers;
    this.namedRegisters = namedRegisters;
    this.positions = positions;
    this.subjects = subjects;
    this.registerCount = registerCount;
    this.argumentRegisters = argumentRegisters;
    this.usesArgumentList = usesArgumentList;
    this.siteBase = siteBase;
    this.stops = stops;
    caches = new InlineCache[cacheCount];
    for (int i = 0; i < cacheCount; i++) {
      caches[i] = new InlineCache();
    }
  }

  /// The function that it is the code of.
  public FunctionTemplate template() {
    return template;
  }

  /// The instructions; not to be changed.
  public int[] code() {
    return code;
  }

  /// The constants; not to be changed, template objects excepted.
  public Object[] constants() {
    return constants;
  }

  /// The inline caches.
  public InlineCache[] caches() {
    return caches;
  }

  /// The exception handlers; the first that covers a place counts.
  public List<Handler> handlers() {
    return handlers;
  }

  /// The bindings that live in registers, outer scopes first.
  public List<NamedRegister> namedRegisters() {
    return namedRegisters;
  }

  /// From instructions to source offsets.
  public PositionTable positions() {
    return positions;
  }

  /// From instructions to the expressions that error messages quote.
  public SubjectTable subjects() {
    return subjects;
  }

  /// How many registers an activation has.
  public int registerCount() {
    return registerCount;
  }

  /// How many of them, from register 0 on, are filled with the arguments.
  public int argumentRegisters() {
    return argumentRegisters;
  }

  /// Whether the code asks for the arguments as a list: for `arguments`, or a rest parameter.
  public boolean usesArgumentList() {
    return usesArgumentList;
  }

  /// The number of the allocation site of instruction 0.
  public int siteBase() {
    return siteBase;
  }

  /// Where a throw at `pc` goes on; -1 if it leaves the function. Cost: the number of handlers.
  public int handlerOf(int pc) {
    for (int i = 0; i < handlers.size(); i++) {
      Handler handler = handlers.get(i);
      if (handler.start() <= pc && pc < handler.end()) {
        return handler.target();
      }
    }
    return -1;
  }

  /// Whether an unnamed register's value is needed while the instruction at `pc` runs or after it.
  /// Cost: the dataflow at the first question, then constant.
  public boolean isLive(int pc, int register) {
    Liveness answer = liveness;
    if (answer == null) {
      answer = new Liveness(code, handlers);
      liveness = answer;
    }
    return answer.isLive(pc, register);
  }

  /// The same code for the JVM; null as long as the interpreter runs it.
  public @Nullable CompiledCode compiledCode() {
    return compiledCode;
  }

  /// Has the JVM run the code from the next activation on.
  public void setCompiledCode(CompiledCode code) {
    compiledCode = code;
  }

  /// Counts what was run of the code.
  ///
  /// @param amount how much: a call or some rounds of a loop
  /// @return how much it is by now
  public int warm(int amount) {
    heat += amount;
    return heat;
  }

  @Override
  public long shallowBytes() {
    // Instructions that are there for a stepper count nothing: to be watched changes no size.
    return 64 + 4L * (code.length - stops) + 8L * constants.length;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "function", template);
    for (int i = 0; i < constants.length; i++) {
      if (constants[i] instanceof Cell constant) {
        visitor.edge(EdgeKind.HIDDEN, i, constant);
      }
    }
    for (InlineCache cache : caches) {
      if (cache.shape != null) {
        visitor.weak("cached shape", cache.shape);
      }
      if (cache.holder != null) {
        visitor.weak("cached holder", cache.holder);
      }
      if (cache.next != null) {
        visitor.weak("cached transition", cache.next);
      }
    }
  }

  @Override
  public void clearDead(lexscope.gc.Liveness alive) {
    for (InlineCache cache : caches) {
      if (cache.shape != null
          && !(alive.isAlive(cache.shape)
              && alive.isAlive(cache.holder)
              && alive.isAlive(cache.next))) {
        cache.clear();
      }
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.CODE;
  }

  @Override
  public String name() {
    return template.name();
  }

  @Override
  public @Nullable SourcePlace place() {
    return template.place();
  }
}

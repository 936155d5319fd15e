package lexscope.js.vm;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.PartedCell;
import lexscope.gc.ScopeLayout;
import lexscope.gc.ScopedCell;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.environment.ClosureEdges;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.intrinsics.Realm;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// An ECMAScript function object, ECMA-262 section 10.2: a closure.
///
/// Which records it keeps is decided by the capture policy; see [ClosureEdges].
public final class EcmaScriptFunction extends JsFunction implements ScopedCell {
  final FunctionTemplate template;
  final EnvironmentRecord environment;
  final @Nullable PrivateEnvironment privateEnvironment;
  final @Nullable ScriptOrModule scriptOrModule;
  @Nullable JsObject homeObject;
  @Nullable Object fieldName;
  @Nullable ClassElements elements;

  /// OrdinaryFunctionCreate, ECMA-262 section 10.2.3.
  EcmaScriptFunction(
      Realm realm,
      Shape shape,
      FunctionTemplate template,
      EnvironmentRecord environment,
      @Nullable PrivateEnvironment privateEnvironment,
      @Nullable ScriptOrModule scriptOrModule) {
    super(realm, shape);
    this.template = template;
    this.environment = environment;
    this.privateEnvironment = privateEnvironment;
    this.scriptOrModule = scriptOrModule;
  }

  /// The function's syntax and code.
  public FunctionTemplate template() {
    return template;
  }

  /// `[[Environment]]`.
  public EnvironmentRecord environment() {
    return environment;
  }

  /// The scope of the function's text: what it refers to tells a profiler which bindings it uses.
  @Override
  public ScopeLayout scope() {
    return template.info().functionScope();
  }

  @Override
  public String recordKind() {
    return "";
  }

  @Override
  public long recordNumber() {
    return -1;
  }

  /// `[[HomeObject]]`.
  public @Nullable JsObject homeObject() {
    return homeObject;
  }

  @Override
  public String sourceText() {
    return template.text();
  }

  /// `[[Fields]]` and `[[PrivateMethods]]`, made at the first question.
  ClassElements classElements() {
    ClassElements present = elements;
    if (present == null) {
      present = new ClassElements();
      elements = present;
    }
    return present;
  }

  @Override
  protected long headerBytes() {
    FunctionNode node = template.node();
    return node != null && node.isGenerator() ? ModelledSizes.FUNCTION : super.headerBytes();
  }

  @Override
  public boolean isConstructor() {
    return template.isConstructor();
  }

  /// `[[Call]]`, ECMA-262 section 10.2.1.
  @Override
  public Object call(Agent agent, Object thisValue, Object[] args) {
    if (template.isClassConstructor()) {
      // Step 4 throws in the function's context, so the error is of its realm.
      Realm caller = agent.setRealm(realm());
      try {
        throw agent.typeError(ErrorMessages.classRequiresNew(functionName()));
      } finally {
        agent.setRealm(caller);
      }
    }
    return ((Machine) agent).calls().enter(this, thisValue, args, Undefined.UNDEFINED);
  }

  /// `[[Construct]]`, ECMA-262 section 10.2.2.
  @Override
  public JsObject construct(Agent agent, Object[] args, JsObject newTarget) {
    return ((Machine) agent).calls().construct(this, args, newTarget);
  }

  @Override
  protected String initialName() {
    return template.name();
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "shared", template);
    visitor.edge(EdgeKind.INTERNAL, "[[PrivateEnvironment]]", privateEnvironment);
    visitor.edge(EdgeKind.INTERNAL, "[[ScriptOrModule]]", scriptOrModule);
    visitor.edge(EdgeKind.INTERNAL, "[[ClassFieldInitializerName]]", fieldName);
    if (elements != null) {
      elements.visitEdges(visitor);
    }
    if (keepsHomeObject((CapturePolicy) rule)) {
      visitor.edge(EdgeKind.INTERNAL, "[[HomeObject]]", homeObject);
    }
    if (template.setup() != FunctionTemplate.Setup.DEFAULT_CONSTRUCTOR) {
      ClosureEdges.visitEnvironment(template.info(), environment, rule, visitor);
    } else {
      visitDefaultConstructor((CapturePolicy) rule, visitor);
    }
  }

  private boolean keepsHomeObject(CapturePolicy rule) {
    FunctionNode node = template.node();
    if (homeObject == null || node == null) {
      return false;
    }
    return switch (rule) {
      case WHOLE, UNION -> true;
      case V8 -> template.info().sharesHomeObject();
      case USED ->
          node.facts().usesSuperProperty() || template.info().functionScope().hasDirectEvalInside();
    };
  }

  private void visitDefaultConstructor(CapturePolicy rule, EdgeVisitor visitor) {
    boolean keepsContext =
        switch (rule) {
          case WHOLE, USED -> false;
          case V8, UNION -> template.tree().defaultConstructorKeepsContext();
        };
    if (keepsContext) {
      environment.visitContextChain("context", visitor);
    } else {
      visitor.part(EdgeKind.HIDDEN, "shell", environment, PartedCell.SHELL);
    }
  }

  @Override
  public SourcePlace place() {
    return template.place();
  }
}

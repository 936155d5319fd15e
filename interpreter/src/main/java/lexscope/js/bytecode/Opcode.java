package lexscope.js.bytecode;

/// The instructions of the register machine. Code is an `int[]`: the opcode, then one `int` per
/// operand. [OpcodeTable] says for each its name, its operands and what it may do.
public final class Opcode {
  // Values

  /// `dst` ← a constant.
  public static final int LOAD_CONSTANT = 0;

  /// `dst` ← undefined.
  public static final int LOAD_UNDEFINED = 1;

  /// `dst` ← uninitialized.
  public static final int LOAD_EMPTY = 2;

  /// `dst` ← `src`.
  public static final int MOVE = 3;

  /// `dst` ← the activation's this value.
  public static final int LOAD_THIS = 4;

  /// `dst` ← the global object's this value.
  public static final int LOAD_GLOBAL_THIS = 5;

  /// `dst` ← the active function.
  public static final int LOAD_FUNCTION = 6;

  /// `dst` ← NewTarget.
  public static final int LOAD_NEW_TARGET = 7;

  /// `dst` ← `[[HomeObject]]` of the active function.
  public static final int LOAD_HOME_OBJECT = 8;

  /// OrdinaryCallBindThis of sloppy code.
  public static final int COERCE_THIS = 9;

  /// ReferenceError if the binding is in its dead zone.
  public static final int CHECK_INITIALIZED = 10;

  /// ReferenceError if this is not bound yet.
  public static final int CHECK_THIS = 11;

  /// TypeError.
  public static final int THROW_CONSTANT_ASSIGNMENT = 12;

  /// ReferenceError with that text.
  public static final int THROW_REFERENCE_ERROR = 13;

  /// TypeError with that text.
  public static final int THROW_TYPE_ERROR = 14;

  /// `dst` ← `[[ClassFieldInitializerName]]` of the active function.
  public static final int LOAD_FIELD_NAME = 15;

  // Environment Records

  /// `dst` ← slot of the record so many hops outward.
  public static final int GET_SLOT = 16;

  /// the same, ReferenceError in the dead zone.
  public static final int GET_SLOT_CHECKED = 17;

  /// the same through an import of a module.
  public static final int GET_IMPORT = 18;

  /// slot ← value.
  public static final int PUT_SLOT = 19;

  /// the same, ReferenceError in the dead zone.
  public static final int PUT_SLOT_CHECKED = 20;

  /// GetValue of a global name.
  public static final int GET_GLOBAL = 21;

  /// the same for typeof: undefined if unresolvable.
  public static final int TYPEOF_GLOBAL = 22;

  /// PutValue of a global name.
  public static final int PUT_GLOBAL = 23;

  /// InitializeBinding of a global lexical name.
  public static final int INITIALIZE_GLOBAL = 24;

  /// ResolveBinding: the record that has the name, or undefined.
  public static final int RESOLVE_NAME = 25;

  /// GetValue of a name in a record.
  public static final int GET_NAME = 26;

  /// the same for typeof.
  public static final int TYPEOF_NAME = 27;

  /// PutValue of a name in a record.
  public static final int PUT_NAME = 28;

  /// WithBaseObject of a record.
  public static final int THIS_OF_NAME = 29;

  /// delete of an identifier.
  public static final int DELETE_NAME = 30;

  /// a sloppy eval's or block function's var: PutValue in the variable environment.
  public static final int PUT_VARIABLE = 31;

  /// LexicalEnvironment ← new record for a scope.
  public static final int PUSH_SCOPE = 32;

  /// LexicalEnvironment ← new Object Environment Record.
  public static final int PUSH_WITH = 33;

  /// LexicalEnvironment ← its outer one.
  public static final int POP_SCOPE = 34;

  /// CreatePerIterationEnvironment.
  public static final int COPY_SCOPE = 35;

  /// a scope without record is entered: it takes a record number.
  public static final int ELIDE_SCOPE = 36;

  /// `dst` ← LexicalEnvironment.
  public static final int SAVE_ENVIRONMENT = 37;

  /// LexicalEnvironment ← `src`.
  public static final int RESTORE_ENVIRONMENT = 38;

  // Function entry

  /// VariableEnvironment ← LexicalEnvironment.
  public static final int SET_VARIABLE_ENVIRONMENT = 39;

  /// CreateMappedArgumentsObject (1) or CreateUnmappedArgumentsObject (0).
  public static final int CREATE_ARGUMENTS = 40;

  /// the arguments after the first so many, or undefined.
  public static final int SURPLUS_ARGUMENTS = 41;

  /// an array of the arguments from an index.
  public static final int REST_ARGUMENTS = 42;

  /// GlobalDeclarationInstantiation: conflicts, lexical bindings.
  public static final int DECLARE_GLOBALS = 43;

  /// EvalDeclarationInstantiation: conflicts.
  public static final int DECLARE_EVAL = 44;

  /// CreateGlobalFunctionBinding, or a function's binding in the variable environment.
  public static final int DECLARE_FUNCTION = 45;

  /// CreateGlobalVarBinding, or a var's binding in the variable environment; 1: for a block's
  /// function, where allowed.
  public static final int DECLARE_VARIABLE = 46;

  /// the end of InitializeEnvironment: suspends until the module is evaluated.
  public static final int SUSPEND_MODULE = 47;

  // Properties

  /// GetV with a constant key.
  public static final int GET_PROPERTY = 48;

  /// GetV of length.
  public static final int GET_LENGTH = 49;

  /// GetV with a computed key.
  public static final int GET_ELEMENT = 50;

  /// Set with a constant key.
  public static final int PUT_PROPERTY = 51;

  /// Set with a computed key.
  public static final int PUT_ELEMENT = 52;

  /// GetValue of a Super Reference: dst, this, home object, key.
  public static final int GET_SUPER = 53;

  /// PutValue of a Super Reference: this, home object, key, value.
  public static final int PUT_SUPER = 54;

  /// delete of a property.
  public static final int DELETE_PROPERTY = 55;

  /// ToPropertyKey.
  public static final int TO_PROPERTY_KEY = 56;

  /// TypeError for undefined and null (destructuring).
  public static final int CHECK_OBJECT_COERCIBLE = 57;

  /// CreateDataProperty with a constant key on a new object.
  public static final int DEFINE_FIELD = 58;

  /// CreateDataPropertyOrThrow with a computed key.
  public static final int DEFINE_ELEMENT = 59;

  /// DefineMethodProperty: object, key, closure, flags.
  public static final int DEFINE_METHOD = 60;

  /// a getter's DefinePropertyOrThrow.
  public static final int DEFINE_GETTER = 61;

  /// a setter's DefinePropertyOrThrow.
  public static final int DEFINE_SETTER = 62;

  /// __proto__ in an object literal.
  public static final int SET_PROTOTYPE = 63;

  /// CopyDataProperties into an object literal.
  public static final int COPY_DATA_PROPERTIES = 64;

  /// RestBindingInitialization of an object pattern, without the keys.
  public static final int COPY_REST = 65;

  /// SetFunctionName: closure, key, prefix (0 none, 1 get, 2 set).
  public static final int SET_FUNCTION_NAME = 66;

  /// OrdinaryObjectCreate(%Object.prototype%).
  public static final int NEW_OBJECT = 67;

  /// ArrayCreate(0).
  public static final int NEW_ARRAY = 68;

  /// appends an element.
  public static final int ARRAY_PUSH = 69;

  /// appends a hole.
  public static final int ARRAY_HOLE = 70;

  /// appends what an iterable yields.
  public static final int ARRAY_SPREAD = 71;

  /// RegExpCreate.
  public static final int NEW_REG_EXP = 72;

  /// GetTemplateObject.
  public static final int GET_TEMPLATE = 73;

  // Private names

  /// PrivateGet: dst, object, hops, index.
  public static final int GET_PRIVATE = 74;

  /// PrivateSet: object, hops, index, value.
  public static final int PUT_PRIVATE = 75;

  /// #name in object.
  public static final int HAS_PRIVATE = 76;

  // Operators

  /// +.
  public static final int ADD = 77;

  /// -.
  public static final int SUBTRACT = 78;

  /// *.
  public static final int MULTIPLY = 79;

  /// /.
  public static final int DIVIDE = 80;

  /// %.
  public static final int REMAINDER = 81;

  /// **.
  public static final int EXPONENTIATE = 82;

  /// <<.
  public static final int LEFT_SHIFT = 83;

  /// >
  /// > > .
  public static final int SIGNED_RIGHT_SHIFT = 84;

  /// >
  /// > > > .
  public static final int UNSIGNED_RIGHT_SHIFT = 85;

  /// &.
  public static final int BIT_AND = 86;

  /// |.
  public static final int BIT_OR = 87;

  /// ^.
  public static final int BIT_XOR = 88;

  /// <.
  public static final int LESS = 89;

  /// > .
  public static final int GREATER = 90;

  /// <=.
  public static final int LESS_EQUAL = 91;

  /// > =.
  public static final int GREATER_EQUAL = 92;

  /// ==.
  public static final int EQUAL = 93;

  /// !=.
  public static final int NOT_EQUAL = 94;

  /// ===.
  public static final int STRICT_EQUAL = 95;

  /// !==.
  public static final int STRICT_NOT_EQUAL = 96;

  /// instanceof.
  public static final int INSTANCE_OF = 97;

  /// in.
  public static final int IN = 98;

  /// + with a small integer.
  public static final int ADD_INT = 99;

  /// with a small integer.
  public static final int SUBTRACT_INT = 100;

  /// unary -.
  public static final int NEGATE = 101;

  /// unary +.
  public static final int TO_NUMBER = 102;

  /// ~.
  public static final int BIT_NOT = 103;

  /// !.
  public static final int NOT = 104;

  /// typeof.
  public static final int TYPEOF = 105;

  /// ToNumeric.
  public static final int TO_NUMERIC = 106;

  /// ToNumeric, plus one.
  public static final int INCREMENT = 107;

  /// ToNumeric, minus one.
  public static final int DECREMENT = 108;

  /// ToString of a template's part.
  public static final int TO_STRING = 109;

  // Control

  /// continues at a label.
  public static final int JUMP = 110;

  /// continues at a label backwards: a safepoint; takes so many record numbers of scopes without
  /// record.
  public static final int LOOP = 111;

  /// if ToBoolean.
  public static final int JUMP_IF_TRUE = 112;

  /// if not ToBoolean.
  public static final int JUMP_IF_FALSE = 113;

  /// if undefined or null.
  public static final int JUMP_IF_NULLISH = 114;

  /// unless undefined or null.
  public static final int JUMP_IF_NOT_NULLISH = 115;

  /// if undefined.
  public static final int JUMP_IF_UNDEFINED = 116;

  /// unless undefined.
  public static final int JUMP_IF_NOT_UNDEFINED = 117;

  /// if initialized.
  public static final int JUMP_IF_NOT_EMPTY = 118;

  /// unless the register holds that integer.
  public static final int JUMP_IF_NOT_SAME = 119;

  /// fused < and jump.
  public static final int JUMP_IF_LESS = 120;

  /// fused < and jump if false.
  public static final int JUMP_IF_NOT_LESS = 121;

  /// fused <= and jump.
  public static final int JUMP_IF_LESS_EQUAL = 122;

  /// fused <= and jump if false.
  public static final int JUMP_IF_NOT_LESS_EQUAL = 123;

  /// fused === and jump.
  public static final int JUMP_IF_STRICT_EQUAL = 124;

  /// fused !== and jump.
  public static final int JUMP_IF_STRICT_NOT_EQUAL = 125;

  /// returns.
  public static final int RETURN = 126;

  /// a derived constructor returns: value, this.
  public static final int RETURN_CONSTRUCTED = 127;

  /// throws.
  public static final int THROW = 128;

  /// start of a handler: `dst` ← the thrown value.
  public static final int CATCH = 129;

  /// the debugger statement.
  public static final int DEBUGGER = 130;

  /// a statement begins (stepping only).
  public static final int STATEMENT = 131;

  // Calls

  /// Call(callee, this, arguments).
  public static final int CALL = 132;

  /// the same with this = undefined.
  public static final int CALL_UNDEFINED = 133;

  /// Call with a list of arguments.
  public static final int CALL_SPREAD = 134;

  /// Construct(callee, arguments).
  public static final int CONSTRUCT = 135;

  /// Construct with a list of arguments.
  public static final int CONSTRUCT_SPREAD = 136;

  /// GetSuperConstructor of the active function.
  public static final int GET_SUPER_CONSTRUCTOR = 137;

  /// Construct of SuperCall: dst, constructor, NewTarget, arguments.
  public static final int SUPER_CALL = 138;

  /// the same with a list of arguments.
  public static final int SUPER_CALL_SPREAD = 139;

  /// BindThisValue in a slot (hops -1: in the activation).
  public static final int BIND_THIS = 140;

  /// InitializeInstanceElements: object, active function.
  public static final int INITIALIZE_INSTANCE = 141;

  /// a call that is a direct eval if callee is %eval%: dst, callee, this, arguments, scope.
  public static final int DIRECT_EVAL = 142;

  /// the same with a list of arguments.
  public static final int DIRECT_EVAL_SPREAD = 143;

  /// import(specifier, options).
  public static final int IMPORT_CALL = 144;

  /// import.meta.
  public static final int IMPORT_META = 145;

  // Functions and classes

  /// InstantiateFunctionObject and the like.
  public static final int CLOSURE = 146;

  /// OrdinaryFunctionCreate, MakeMethod.
  public static final int MAKE_METHOD = 147;

  /// ClassDefinitionEvaluation, first part: constructor, prototype ← heritage, name, template.
  public static final int CREATE_CLASS = 148;

  /// PrivateEnvironment ← NewPrivateEnvironment.
  public static final int PUSH_PRIVATE_NAMES = 149;

  /// PrivateEnvironment ← its outer one.
  public static final int POP_PRIVATE_NAMES = 150;

  /// after a throw: PrivateEnvironment ← the one of that depth.
  public static final int TRIM_PRIVATE_NAMES = 151;

  /// an element of `[[PrivateMethods]]`: constructor, closure, index, kind.
  public static final int ADD_PRIVATE_METHOD = 152;

  /// an element of `[[Fields]]`: constructor, key, initializer.
  public static final int ADD_FIELD = 153;

  /// the same for a private name.
  public static final int ADD_PRIVATE_FIELD = 154;

  /// PrivateMethodOrAccessorAdd on the constructor: constructor, closure, index, kind.
  public static final int DEFINE_PRIVATE_METHOD = 155;

  /// PrivateFieldAdd of a static field.
  public static final int DEFINE_PRIVATE_FIELD = 156;

  /// DefineField of a static field: receiver, key, value.
  public static final int INITIALIZE_FIELD = 157;

  // Iteration

  /// GetIterator(sync): iterator, next method ← value.
  public static final int GET_ITERATOR = 158;

  /// GetIterator(async).
  public static final int GET_ASYNC_ITERATOR = 159;

  /// IteratorStepValue: dst, iterator, next; jumps when done.
  public static final int ITERATOR_STEP = 160;

  /// IteratorComplete: dst ← boolean.
  public static final int ITERATOR_COMPLETE = 161;

  /// IteratorValue.
  public static final int ITERATOR_VALUE = 162;

  /// IteratorClose of a normal completion.
  public static final int ITERATOR_CLOSE = 163;

  /// IteratorClose of a throw completion.
  public static final int ITERATOR_CLOSE_QUIETLY = 164;

  /// an array of what is left.
  public static final int ITERATOR_REST = 165;

  /// TypeError unless an iterator result is an object.
  public static final int CHECK_OBJECT = 166;

  /// EnumerateObjectProperties.
  public static final int ENUMERATE_PROPERTIES = 167;

  /// the next key; jumps at the end.
  public static final int NEXT_KEY = 168;

  // Generators and async functions

  /// the activation becomes a generator's: returns the generator object.
  public static final int CREATE_GENERATOR = 169;

  /// suspends with a value; 1: the value is the result object itself.
  public static final int YIELD = 170;

  /// suspends until a promise is settled.
  public static final int AWAIT = 171;

  /// the value of a resumption; jumps on unless it was a return completion.
  public static final int RESUME = 172;

  /// the settled value, or throws.
  public static final int RESUME_AWAIT = 173;

  /// what a delegating generator was resumed with: value, mode (0 next, 1 throw, 2 return).
  public static final int RESUME_DELEGATE = 174;

  /// GetMethod(iterator, "throw" 1 or "return" 2).
  public static final int GET_DELEGATE_METHOD = 175;

  // Operators whose right operand is an integer literal, and more fused jumps

  /// * with an integer.
  public static final int MULTIPLY_INT = 176;

  /// % with an integer.
  public static final int REMAINDER_INT = 177;

  /// & with an integer.
  public static final int BIT_AND_INT = 178;

  /// | with an integer.
  public static final int BIT_OR_INT = 179;

  /// >
  /// > > with an integer.
  public static final int SIGNED_RIGHT_SHIFT_INT = 180;

  /// fused < with an integer and jump.
  public static final int JUMP_IF_LESS_INT = 181;

  /// fused < with an integer and jump if false.
  public static final int JUMP_IF_NOT_LESS_INT = 182;

  /// fused === with an integer and jump.
  public static final int JUMP_IF_STRICT_EQUAL_INT = 183;

  /// fused !== with an integer and jump.
  public static final int JUMP_IF_STRICT_NOT_EQUAL_INT = 184;

  /// fused > and jump.
  public static final int JUMP_IF_GREATER = 185;

  /// fused > and jump if false.
  public static final int JUMP_IF_NOT_GREATER = 186;

  /// fused > = and jump.
  public static final int JUMP_IF_GREATER_EQUAL = 187;

  /// fused > = and jump if false.
  public static final int JUMP_IF_NOT_GREATER_EQUAL = 188;

  /// A new DisposeCapability Record.
  public static final int NEW_DISPOSE_CAPABILITY = 189;

  /// AddDisposableResource: capability, value, whether it is disposed of asynchronously.
  public static final int ADD_DISPOSABLE = 190;

  /// DisposeResources up to the next await: whether there is one, the value to await, capability.
  public static final int DISPOSE = 191;

  /// Something was thrown before or during disposal: capability, value.
  public static final int DISPOSE_FAILED = 192;

  /// GetSuperBase: result, home object.
  public static final int SUPER_BASE = 193;

  /// an expression has been evaluated that may have made something (stepping only).
  public static final int MADE = 194;

  private static final Opcode[] OPCODES = new Opcode[OpcodeTable.ROWS.length];

  static {
    for (int i = 0; i < OpcodeTable.ROWS.length; i++) {
      String[] columns = OpcodeTable.ROWS[i].split(" ");
      OPCODES[i] = new Opcode(columns[0], columns[1].replace("-", ""), columns[2]);
    }
  }

  private final String mnemonic;
  private final String operands;
  private final boolean reenters;
  private final boolean callLike;
  private final boolean terminator;

  private Opcode(String mnemonic, String operands, String effects) {
    this.mnemonic = mnemonic;
    this.operands = operands;
    reenters = effects.contains("E") || effects.contains("C");
    callLike = effects.contains("C");
    terminator = effects.contains("T");
  }

  /// The description of an opcode.
  public static Opcode of(int opcode) {
    return OPCODES[opcode];
  }

  /// How many opcodes there are.
  public static int count() {
    return OPCODES.length;
  }

  /// The name in listings.
  public String mnemonic() {
    return mnemonic;
  }

  /// One letter per operand.
  public String operands() {
    return operands;
  }

  /// The length of the instruction in `int`s, the opcode included.
  public int length() {
    return 1 + operands.length();
  }

  /// Whether guest code may run before the instruction ends.
  public boolean reenters() {
    return reenters;
  }

  /// Whether the operands are handed over: what runs inside keeps them as long as it needs them.
  public boolean isCallLike() {
    return callLike;
  }

  /// Whether control never goes on to the next instruction (except by its jump target).
  public boolean isTerminator() {
    return terminator;
  }
}

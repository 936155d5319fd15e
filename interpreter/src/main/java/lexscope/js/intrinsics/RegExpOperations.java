package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.regexp.BacktrackLimitException;
import lexscope.js.regexp.GroupName;
import lexscope.js.regexp.RegExpProgram;
import lexscope.js.regexp.RegExpSyntaxException;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Abstract operations on RegExp objects, sections 22.2.3 and 22.2.7.
public final class RegExpOperations {
  private static final Object UNDEFINED = Undefined.UNDEFINED;

  private RegExpOperations() {}

  /// RegExpCreate, section 22.2.3.1.
  ///
  /// @throws ThrowCompletion with a SyntaxError if pattern or flags are malformed
  public static RegExpObject regExpCreate(Agent agent, Object pattern, Object flags) {
    RegExpObject object =
        RegExpObject.allocate(agent, agent.realm().get(Intrinsic.REGEXP_PROTOTYPE), true);
    return regExpInitialize(agent, object, pattern, flags);
  }

  /// RegExpAlloc, section 22.2.3.2.
  ///
  /// @throws ThrowCompletion if reading the prototype throws
  static RegExpObject regExpAlloc(Agent agent, JsObject newTarget) {
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.REGEXP_PROTOTYPE);
    return RegExpObject.allocate(
        agent, prototype, newTarget == agent.realm().get(Intrinsic.REGEXP));
  }

  /// RegExpInitialize, section 22.2.3.3.
  ///
  /// @throws ThrowCompletion with a SyntaxError if pattern or flags are malformed
  static RegExpObject regExpInitialize(
      Agent agent, RegExpObject object, Object pattern, Object flags) {
    JsString p =
        pattern == UNDEFINED ? agent.emptyString() : TypeConversion.toString(agent, pattern);
    JsString f = flags == UNDEFINED ? agent.emptyString() : TypeConversion.toString(agent, flags);
    return initialize(agent, object, p, f, null);
  }

  /// The part of RegExpInitialize that runs no guest code but for an error.
  ///
  /// @param known a program for the same pattern under some flags, which saves compiling it again
  static RegExpObject initialize(
      Agent agent, RegExpObject object, JsString p, JsString f, @Nullable RegExpProgram known) {
    RegExpProgram program;
    try {
      program =
          known != null
              ? known.withFlags(f.toString())
              : RegExpFunction.of(agent.realm()).compile(p.toString(), f.toString());
    } catch (RegExpSyntaxException e) {
      throw agent.syntaxError(e.getMessage());
    }
    object.initialize(program, p, f);
    setLastIndex(agent, object, 0);
    return object;
  }

  /// Set of `lastIndex`, with Throw = true.
  ///
  /// @throws ThrowCompletion with a TypeError if it is not writable
  static void setLastIndex(Agent agent, JsObject object, long index) {
    if (!(object instanceof RegExpObject regExp) || !regExp.setLastIndex(Numbers.of(index))) {
      ObjectOperations.set(agent, object, PropertyKeys.LAST_INDEX, Numbers.of(index));
    }
  }

  /// ToLength of `lastIndex`.
  ///
  /// @throws ThrowCompletion if reading or converting throws
  static long lastIndex(Agent agent, JsObject object) {
    return TypeConversion.toLength(
        agent,
        object instanceof RegExpObject regExp
            ? regExp.lastIndex()
            : ObjectOperations.get(agent, object, PropertyKeys.LAST_INDEX));
  }

  /// RegExpExec, section 22.2.7.1: the result object, or null.
  ///
  /// @throws ThrowCompletion if `exec` or what it calls throws
  static @Nullable JsObject regExpExec(Agent agent, JsObject r, JsString s) {
    Object exec = ObjectOperations.get(agent, r, PropertyKeys.EXEC);
    boolean builtin = exec == agent.realm().get(Intrinsic.REGEXP_PROTOTYPE_EXEC);
    if (!(builtin && r instanceof RegExpObject) && TestingAndComparison.isCallable(exec)) {
      Object result = ObjectOperations.call(agent, exec, r, s);
      if (result == Null.NULL) {
        return null;
      }
      if (result instanceof JsObject object) {
        return object;
      }
      throw agent.typeError(ErrorMessages.show(result) + " is not an object or null");
    }
    if (!(r instanceof RegExpObject regExp)) {
      throw agent.typeError(ErrorMessages.incompatibleReceiver("RegExp.prototype.exec", r));
    }
    return regExpBuiltinExec(agent, regExp, s);
  }

  /// RegExpBuiltinExec, section 22.2.7.2: the result array, or null.
  ///
  /// @throws ThrowCompletion if `lastIndex` cannot be converted or set
  static @Nullable JsArray regExpBuiltinExec(Agent agent, RegExpObject r, JsString s) {
    int[] found = execRaw(agent, r, s);
    return found == null ? null : result(agent, r.program(), s, found);
  }

  /// RegExpBuiltinExec without the result array: the offsets of the captures, or null.
  ///
  /// @throws ThrowCompletion if `lastIndex` cannot be converted or set
  static int @Nullable [] execRaw(Agent agent, RegExpObject r, JsString s) {
    long lastIndex = lastIndex(agent, r);
    RegExpProgram program = r.program();
    boolean sticky = program.flags().sticky();
    boolean uses = sticky || program.flags().global();
    long from = uses ? lastIndex : 0;
    int[] found = from > s.length() ? null : match(agent, program, s, (int) from, sticky);
    if (found == null) {
      if (uses) {
        setLastIndex(agent, r, 0);
      }
      return null;
    }
    if (uses) {
      setLastIndex(agent, r, found[1]);
    }
    remember(agent, r, s, found);
    return found;
  }

  /// Runs a program, with `lastIndex` left alone.
  ///
  /// @throws ThrowCompletion with a RangeError if the match needs too much memory
  static int @Nullable [] match(
      Agent agent, RegExpProgram program, JsString s, int from, boolean sticky) {
    var limits = RegExpFunction.of(agent.realm()).limits();
    String text = s.toString();
    try {
      return sticky ? program.match(text, from, limits) : program.search(text, from, limits);
    } catch (BacktrackLimitException e) {
      throw agent.stackOverflow();
    }
  }

  /// What the proposal for legacy features adds to a match.
  static void remember(Agent agent, RegExpObject r, JsString s, int[] found) {
    if (r.realm() == agent.realm()) {
      RegExpFunction constructor = RegExpFunction.of(agent.realm());
      if (r.legacyFeatures()) {
        constructor.remember(s, found);
      } else {
        constructor.forget();
      }
    }
  }

  /// A captured substring, or undefined.
  static Object capture(Agent agent, JsString s, int[] found, int group) {
    int from = found[2 * group];
    return from < 0 ? UNDEFINED : s.substring(agent, from, found[2 * group + 1]);
  }

  /// The last steps of RegExpBuiltinExec: the array of a match.
  static JsArray result(Agent agent, RegExpProgram program, JsString s, int[] found) {
    Object[] captures = new Object[found.length / 2];
    for (int i = 0; i < captures.length; i++) {
      captures[i] = capture(agent, s, found, i);
    }
    int slots = ModelledSizes.MATCH_SLOTS + (program.flags().hasIndices() ? 1 : 0);
    JsArray array = JsArray.withSlots(agent, slots, captures);
    array.put(agent, PropertyKeys.INDEX, found[0], Attributes.ALL);
    array.put(agent, PropertyKeys.INPUT, s, Attributes.ALL);
    array.put(agent, PropertyKeys.GROUPS, groups(agent, program, captures), Attributes.ALL);
    if (program.flags().hasIndices()) {
      JsArray indices = indices(agent, program, found);
      array.put(agent, PropertyKeys.INDICES, indices, Attributes.ALL);
    }
    return array;
  }

  /// The object of the named captures, or undefined if the pattern names none.
  static Object groups(Agent agent, RegExpProgram program, Object[] captures) {
    if (program.groupNames().isEmpty()) {
      return UNDEFINED;
    }
    JsObject groups = JsObject.create(agent, null);
    for (GroupName name : program.groupNames()) {
      Object value = UNDEFINED;
      for (int index : name.indices()) {
        value = captures[index] == UNDEFINED ? value : captures[index];
      }
      groups.put(agent, PropertyKey.of(name.name()), value, Attributes.ALL);
    }
    return groups;
  }

  /// MakeMatchIndicesIndexPairArray, section 22.2.7.8.
  private static JsArray indices(Agent agent, RegExpProgram program, int[] found) {
    Object[] pairs = new Object[found.length / 2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] =
          found[2 * i] < 0
              ? UNDEFINED
              : ObjectOperations.createArray(agent, found[2 * i], found[2 * i + 1]);
    }
    JsArray array = JsArray.withSlots(agent, 1, pairs);
    array.put(agent, PropertyKeys.GROUPS, groups(agent, program, pairs), Attributes.ALL);
    return array;
  }

  /// AdvanceStringIndex, section 22.2.7.3.
  static long advanceStringIndex(JsString s, long index, boolean unicode) {
    if (!unicode || index + 1 >= s.length()) {
      return index + 1;
    }
    return index + Character.charCount(s.toString().codePointAt((int) index));
  }

  /// Whether flags are read by code points.
  static boolean isUnicode(String flags) {
    return flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
  }

  /// The object, if nothing that its methods would ask for can have been changed by the program:
  /// its own properties, its prototype, and of the prototype `exec` and the accessors of flags.
  /// Then they may work on the program of the expression at once. Runs no guest code.
  static @Nullable RegExpObject pristine(Agent agent, JsObject object) {
    Realm realm = agent.realm();
    return object instanceof RegExpObject regExp
            && regExp.shape().slotCount() == 1
            && (regExp.shape().attributes(0) & Attributes.WRITABLE) != 0
            && regExp.shape().prototype() == realm.get(Intrinsic.REGEXP_PROTOTYPE)
            && realm.get(Intrinsic.REGEXP_PROTOTYPE) instanceof RegExpPrototypeObject prototype
            && prototype.hasOriginalAccessors()
            && prototype.peek(PropertyKeys.EXEC) == realm.get(Intrinsic.REGEXP_PROTOTYPE_EXEC)
        ? regExp
        : null;
  }
}

package lexscope.js.value;

/// The string keys that the specification and the host name.
public final class PropertyKeys {
  public static final PropertyKey LENGTH = PropertyKey.of("length");
  public static final PropertyKey PROTOTYPE = PropertyKey.of("prototype");
  public static final PropertyKey CONSTRUCTOR = PropertyKey.of("constructor");
  public static final PropertyKey NAME = PropertyKey.of("name");
  public static final PropertyKey MESSAGE = PropertyKey.of("message");
  public static final PropertyKey STACK = PropertyKey.of("stack");
  public static final PropertyKey CAUSE = PropertyKey.of("cause");
  public static final PropertyKey ERRORS = PropertyKey.of("errors");
  public static final PropertyKey VALUE = PropertyKey.of("value");
  public static final PropertyKey DONE = PropertyKey.of("done");
  public static final PropertyKey NEXT = PropertyKey.of("next");
  public static final PropertyKey RETURN = PropertyKey.of("return");
  public static final PropertyKey THROW = PropertyKey.of("throw");
  public static final PropertyKey GET = PropertyKey.of("get");
  public static final PropertyKey SET = PropertyKey.of("set");
  public static final PropertyKey WRITABLE = PropertyKey.of("writable");
  public static final PropertyKey ENUMERABLE = PropertyKey.of("enumerable");
  public static final PropertyKey CONFIGURABLE = PropertyKey.of("configurable");
  public static final PropertyKey TO_STRING = PropertyKey.of("toString");
  public static final PropertyKey VALUE_OF = PropertyKey.of("valueOf");
  public static final PropertyKey CALLEE = PropertyKey.of("callee");
  public static final PropertyKey CALLER = PropertyKey.of("caller");
  public static final PropertyKey ARGUMENTS = PropertyKey.of("arguments");
  public static final PropertyKey INDEX = PropertyKey.of("index");
  public static final PropertyKey INPUT = PropertyKey.of("input");
  public static final PropertyKey GROUPS = PropertyKey.of("groups");
  public static final PropertyKey INDICES = PropertyKey.of("indices");
  public static final PropertyKey LAST_INDEX = PropertyKey.of("lastIndex");
  public static final PropertyKey FLAGS = PropertyKey.of("flags");
  public static final PropertyKey SOURCE = PropertyKey.of("source");
  public static final PropertyKey GLOBAL = PropertyKey.of("global");
  public static final PropertyKey IGNORE_CASE = PropertyKey.of("ignoreCase");
  public static final PropertyKey MULTILINE = PropertyKey.of("multiline");
  public static final PropertyKey DOT_ALL = PropertyKey.of("dotAll");
  public static final PropertyKey UNICODE = PropertyKey.of("unicode");
  public static final PropertyKey UNICODE_SETS = PropertyKey.of("unicodeSets");
  public static final PropertyKey STICKY = PropertyKey.of("sticky");
  public static final PropertyKey HAS_INDICES = PropertyKey.of("hasIndices");
  public static final PropertyKey EXEC = PropertyKey.of("exec");
  public static final PropertyKey THEN = PropertyKey.of("then");
  public static final PropertyKey PROXY = PropertyKey.of("proxy");
  public static final PropertyKey REVOKE = PropertyKey.of("revoke");
  public static final PropertyKey RAW = PropertyKey.of("raw");
  public static final PropertyKey HAS = PropertyKey.of("has");
  public static final PropertyKey KEYS = PropertyKey.of("keys");
  public static final PropertyKey SIZE = PropertyKey.of("size");
  public static final PropertyKey ADD = PropertyKey.of("add");
  public static final PropertyKey JOIN = PropertyKey.of("join");
  public static final PropertyKey KEY = PropertyKey.of("key");
  public static final PropertyKey DELETE_PROPERTY = PropertyKey.of("deleteProperty");
  public static final PropertyKey CONSTRUCT = PropertyKey.of("construct");
  public static final PropertyKey DEFAULT = PropertyKey.of("default");
  public static final PropertyKey RESOLVE = PropertyKey.of("resolve");
  public static final PropertyKey REJECT = PropertyKey.of("reject");
  public static final PropertyKey PROMISE = PropertyKey.of("promise");
  public static final PropertyKey STATUS = PropertyKey.of("status");
  public static final PropertyKey REASON = PropertyKey.of("reason");
  public static final PropertyKey STACK_TRACE_LIMIT = PropertyKey.of("stackTraceLimit");
  public static final PropertyKey PROTO = PropertyKey.of("__proto__");

  private PropertyKeys() {}
}

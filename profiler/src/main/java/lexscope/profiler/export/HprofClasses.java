package lexscope.profiler.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the classes of an HPROF file: those that readers look up by name, and one for each shape.
final class HprofClasses {
  /// HPROF's number for bytes.
  static final int BYTE = 8;

  private static final int OBJECT = 2;
  private static final int INT = 10;
  private static final int LONG = 11;
  private static final int STRING = 0x01;
  private static final int LOAD_CLASS = 0x02;
  private static final int ROOT_STICKY_CLASS = 0x05;
  private static final int CLASS_DUMP = 0x20;

  private static final String TOP = "java/lang/Object";
  private static final String TEXT = "java/lang/String";
  private static final String REFERENCE = "java/lang/ref/Reference";

  /// Its static fields tell readers in which order the two bytes of a character stand.
  private static final String UTF16 = "java/lang/StringUTF16";

  private static final List<Field> SHIFTS =
      List.of(new Field("HI_BYTE_SHIFT", INT), new Field("LO_BYTE_SHIFT", INT));
  private static final int[] BIG_ENDIAN = {8, 0};

  private static final List<String> EXPECTED =
      List.of(
          TOP,
          "java/lang/Class",
          "java/lang/ClassLoader",
          TEXT,
          UTF16,
          REFERENCE,
          "java/lang/ref/SoftReference",
          "java/lang/ref/WeakReference",
          "java/lang/ref/FinalReference",
          "java/lang/ref/PhantomReference",
          "[Ljava/lang/Object;",
          "[B",
          "[C",
          "[D",
          "[F",
          "[I",
          "[J",
          "[S",
          "[Z");

  private record Field(String name, int type) {
    int bytes() {
      return switch (type) {
        case LONG -> 8;
        case BYTE -> 1;
        default -> 4;
      };
    }
  }

  private final HprofShapes shapes;
  private final HprofOutput out;
  private final int[] addresses;
  private final Map<String, Integer> expected = new LinkedHashMap<>();
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  HprofClasses(HprofShapes shapes, HprofAddresses free, HprofOutput out) throws IOException {
    this.shapes = shapes;
    this.out = out;
    this.addresses = new int[shapes.shapes().size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = free.spare();
    }
    for (String name : EXPECTED) {
      expected.put(name, free.spare());
    }
  }

  /// The address of the class of a shape.
  int address(int shape) {
    return addresses[shape];
  }

  /// The address of the class of strings.
  int text() {
    return expected(TEXT);
  }

  private int expected(String name) {
    return expected.getOrDefault(name, 0);
  }

  /// Writes names and classes. All names come first, since the heap that the classes belong to is
  /// not to be interrupted.
  void write() throws IOException {
    int serial = 1;
    for (Map.Entry<String, Integer> each : expected.entrySet()) {
      load(serial++, each.getValue(), each.getKey());
      strings(fields(each.getKey()));
    }
    strings(SHIFTS);
    List<HprofShapes.Shape> all = shapes.shapes();
    for (int i = 0; i < all.size(); i++) {
      HprofShapes.Shape shape = all.get(i);
      load(serial++, addresses[i], shape.array() ? "[L" + shape.name() + ";" : shape.name());
      strings(fields(shape));
    }
    for (Map.Entry<String, Integer> each : expected.entrySet()) {
      boolean isTop = each.getKey().equals(TOP);
      boolean isReference =
          each.getKey().startsWith("java/lang/ref/") && !each.getKey().equals(REFERENCE);
      dump(
          each.getValue(),
          isTop ? 0 : expected(isReference ? REFERENCE : TOP),
          each.getKey().equals(UTF16) ? SHIFTS : List.of(),
          fields(each.getKey()));
    }
    for (int i = 0; i < all.size(); i++) {
      dump(addresses[i], expected(TOP), List.of(), fields(all.get(i)));
    }
  }

  private List<Field> fields(String expectedClass) {
    List<Field> fields = new ArrayList<>();
    if (expectedClass.equals(TEXT)) {
      shapes.texts().fields().forEach(name -> fields.add(new Field(name, OBJECT)));
      fields.add(new Field("coder", BYTE));
    } else if (expectedClass.equals(REFERENCE)) {
      fields.add(new Field("referent", OBJECT));
    }
    return fields;
  }

  private static List<Field> fields(HprofShapes.Shape shape) {
    List<Field> fields = new ArrayList<>();
    shape.fields().forEach(name -> fields.add(new Field(name, OBJECT)));
    shape.weak().forEach(name -> fields.add(new Field(name, LONG)));
    for (int k = 0; k < shape.filler(); k++) {
      fields.add(new Field("(filler " + k + ")", LONG));
    }
    return fields;
  }

  private void strings(List<Field> fields) throws IOException {
    for (Field field : fields) {
      string(field.name());
    }
  }

  private int string(String text) throws IOException {
    Integer known = strings.get(text);
    if (known != null) {
      return known;
    }
    int number = strings.size() + 1;
    strings.put(text, number);
    out.record(STRING, text, number);
    return number;
  }

  /// The name of a class comes before it.
  private void load(int serial, int at, String name) throws IOException {
    int number = string(name);
    out.record(LOAD_CLASS, "", serial, at, HprofWriter.STACK_SERIAL, number);
  }

  private void dump(int at, int parent, List<Field> statics, List<Field> fields)
      throws IOException {
    out.part(5 + 1 + 4 * 9 + 2 * 3 + 9L * statics.size() + 5L * fields.size());
    out.u1(ROOT_STICKY_CLASS);
    out.u4(at);
    out.u1(CLASS_DUMP);
    out.u4(at);
    out.u4(HprofWriter.STACK_SERIAL);
    out.u4(parent);
    // Class loader, signers, protection domain, two reserved.
    for (int i = 0; i < 5; i++) {
      out.u4(0);
    }
    out.u4(fields.stream().mapToInt(Field::bytes).sum());
    out.u2(0);
    out.u2(statics.size());
    for (int i = 0; i < statics.size(); i++) {
      out.u4(string(statics.get(i).name()));
      out.u1(statics.get(i).type());
      out.u4(BIG_ENDIAN[i]);
    }
    out.u2(fields.size());
    for (Field field : fields) {
      out.u4(string(field.name()));
      out.u1(field.type());
    }
  }
}

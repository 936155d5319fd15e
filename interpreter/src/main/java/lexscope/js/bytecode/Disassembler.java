package lexscope.js.bytecode;

import java.util.Locale;
import lexscope.js.source.Position;

/// Listings of code for people: one instruction a line with its place in the source.
public final class Disassembler {
  private Disassembler() {}

  /// Lists one code block, without the functions inside it.
  public static String list(CodeBlock code) {
    var out = new StringBuilder();
    FunctionTemplate template = code.template();
    out.append(
        String.format(Locale.ROOT, "%s: %d registers%n", template.name(), code.registerCount()));
    int[] words = code.code();
    for (int pc = 0; pc < words.length; pc += Opcode.of(words[pc]).length()) {
      Position position = template.source().position(code.positions().offset(pc));
      out.append(String.format(Locale.ROOT, "%5d  %-7s %s%n", pc, position, instruction(code, pc)));
    }
    for (Handler handler : code.handlers()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  throw in %d..%d → %d%n",
              handler.start(),
              handler.end(),
              handler.target()));
    }
    for (NamedRegister named : code.namedRegisters()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  r%d = %s in %d..%d%n",
              named.register(),
              named.binding().name(),
              named.start(),
              named.end()));
    }
    return out.toString();
  }

  private static String instruction(CodeBlock code, int pc) {
    int[] words = code.code();
    Opcode opcode = Opcode.of(words[pc]);
    var out = new StringBuilder(String.format(Locale.ROOT, "%-22s", opcode.mnemonic()));
    String operands = opcode.operands();
    for (int i = 0; i < operands.length(); i++) {
      int word = words[pc + 1 + i];
      out.append(' ');
      switch (operands.charAt(i)) {
        case 'w', 'r' -> out.append('r').append(word);
        case 's' -> out.append("r").append(word).append("…");
        case 'l' -> out.append("→").append(word);
        case 'k' -> out.append(constant(code.constants()[word]));
        case 'c' -> out.append("cache").append(word);
        default -> out.append(word);
      }
    }
    return out.toString().stripTrailing();
  }

  private static String constant(Object value) {
    return value instanceof FunctionTemplate template
        ? "function " + template.name()
        : "‹" + value + "›";
  }
}

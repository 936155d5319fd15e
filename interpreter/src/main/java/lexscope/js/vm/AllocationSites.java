package lexscope.js.vm;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.SourcePlace;
import lexscope.js.bytecode.FunctionTemplate;
import lexscope.js.bytecode.PositionTable;
import lexscope.js.source.Position;
import lexscope.js.source.SourceText;
import lexscope.js.syntax.FunctionNode;
import org.jspecify.annotations.Nullable;

/// What the numbers of allocation sites mean. It holds positions only, no cells.
///
/// Where chains of calls are recorded, cells have the numbers of these in place of sites: both mean
/// a place.
public final class AllocationSites {
  /// A place that allocates.
  ///
  /// @param function the function's name
  public record Site(String function, SourcePlace place) {}

  /// @param called what the function is called in chains of calls
  /// @param start where its text begins
  private record Block(
      int base,
      String function,
      String called,
      int start,
      SourceText source,
      PositionTable positions) {
    Site site(int number) {
      return new Site(function, place(positions.offset(number - base)));
    }

    SourcePlace place(int offset) {
      Position position = source.position(offset);
      return new SourcePlace(source.name(), position.line(), position.column());
    }
  }

  private static final String TOP_LEVEL = "(top level)";

  private final List<Block> blocks = new ArrayList<>();
  private int next = 1;
  private @Nullable CallTree calls;

  /// Reserves numbers for the instructions of a function's code.
  int reserve(FunctionTemplate template, PositionTable positions, int length) {
    int base = next;
    blocks.add(
        new Block(
            base,
            template.name(),
            called(template),
            template.start(),
            template.source(),
            positions));
    next += length;
    return base;
  }

  /// Has the numbers of cells mean chains of calls from now on.
  CallTree recordCalls() {
    var tree = new CallTree(this);
    calls = tree;
    return tree;
  }

  /// The chains of calls that the numbers of cells mean; null if they are those of sites.
  public @Nullable CallTree calls() {
    return calls;
  }

  /// The site of a cell's number; null for 0. Cost: a binary search.
  public @Nullable Site site(int number) {
    int site = calls == null || number == 0 ? number : calls.site(number);
    return site <= 0 || blocks.isEmpty() ? null : known(site);
  }

  /// A site that was reserved.
  Site known(int site) {
    return block(site).site(site);
  }

  /// The function that a site is in.
  CallTree.Function function(int site) {
    Block block = block(site);
    return new CallTree.Function(block.called, block.place(block.start));
  }

  private Block block(int site) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).base <= site) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return blocks.get(low);
  }

  /// What a function is called in chains of calls, as far as its text tells.
  static String called(FunctionTemplate template) {
    FunctionNode node = template.node();
    if (node == null) {
      boolean isTopLevel = template.setup() != FunctionTemplate.Setup.DEFAULT_CONSTRUCTOR;
      return isTopLevel ? template.source().isEval() ? "eval" : TOP_LEVEL : named(template.name());
    }
    return switch (node.kind()) {
      case STATIC_BLOCK -> "<static_initializer>";
      case FIELD_INITIALIZER -> "<instance_members_initializer>";
      case GETTER -> "get " + last(textual(template));
      case SETTER -> "set " + last(textual(template));
      default ->
          template.source().isInHead(template.start()) ? TOP_LEVEL : named(textual(template));
    };
  }

  private static String textual(FunctionTemplate template) {
    return template.name().isEmpty() ? template.inferredName() : template.name();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String named(String name) {
    return name.isEmpty() ? "(anonymous)" : name;
  }
}

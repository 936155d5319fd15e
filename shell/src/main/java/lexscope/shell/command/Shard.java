package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import lexscope.shell.invocation.UserSyntaxException;

/// One of several parts of equal size, for machines that share the work.
record Shard(int part, int parts) {
  /// The part that `--shard` names; without it the only one.
  ///
  /// @throws UserSyntaxException if the option says something else
  static Shard of(Arguments arguments) {
    String text = arguments.value("shard").orElse("1/1");
    int slash = Math.max(0, text.indexOf('/'));
    try {
      Shard shard =
          new Shard(
              Integer.parseInt(text.substring(0, slash)),
              Integer.parseInt(text.substring(slash + 1)));
      if (shard.part >= 1 && shard.part <= shard.parts) {
        return shard;
      }
    } catch (NumberFormatException _) {
      // Falls through to the message.
    }
    throw new UserSyntaxException("--shard needs I/N such as 1/4, not '" + text + "'");
  }

  /// The things of this part.
  <T> List<T> of(List<T> all) {
    List<T> mine = new ArrayList<>();
    for (int i = part - 1; i < all.size(); i += parts) {
      mine.add(all.get(i));
    }
    return mine;
  }
}

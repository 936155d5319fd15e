package lexscope.shell.command;

import lexscope.js.policy.CapturePolicy;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `run FILE [-- ARGS]`: runs a program until it is idle.
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "run a program";
  }

  @Override
  public String synopsis() {
    return "FILE... [-- ARGS]";
  }

  @Override
  public String details() {
    return """
    The program runs until it is idle: script or module, all jobs, all timers that are due. Time is
    virtual: nothing waits. The exit code is the program's own, if it sets one. Without --policy nothing is collected that any of the policies keeps.
    """;
  }

  @Override
  public Options options() {
    return CommonOptions.ofPrograms();
  }

  @Override
  public int operandsBeforeFile() {
    return 0;
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    if (arguments.operands().isEmpty()) {
      throw new UserSyntaxException("run needs a file");
    }
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.UNION);
    Programs programs = Programs.of(arguments, streams, policy, false);
    ExitCode worst = ExitCode.DONE;
    for (String file : arguments.operands()) {
      Programs.Run run = programs.run(file);
      // As under Node, a program that ends itself says no more than its exit code.
      if (!run.message().isEmpty() && !run.ranToItsEnd()) {
        programs.options().sink().err(run.message() + "\n");
      }
      worst = worst.worse(run.code());
      if (run.code().equals(ExitCode.INTERRUPTED)) {
        break;
      }
    }
    return worst;
  }
}

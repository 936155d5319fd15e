package lexscope.shell.command;

import lexscope.js.inspection.RecordCensus;
import lexscope.js.policy.CapturePolicy;
import lexscope.shell.invocation.UserDataException;

/// `records FILE`: the live Environment Records in the specification's notation.
final class RecordsCommand extends HeapQuestion {
  @Override
  public String name() {
    return "records";
  }

  @Override
  public String summary() {
    return "list the live Environment Records in the notation of the specification";
  }

  @Override
  public String details() {
    return """
    First the execution contexts, running and suspended, and the modules; then each record with its
    bindings, its fields, and what holds it; then the closures. A closure that holds the record of a
    call of a function that has been called again since is stale, and said to be. A binding that
    the policy does not keep is shown as such, not left out. --rows limits the closures.
    """;
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    if (!heap.isProgram()) {
      throw new UserDataException(
          "records needs a program; the contexts of a snapshot file are what find 'kind = record'"
              + " lists");
    }
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.WHOLE);
    RecordCensus census = RecordCensus.of(heap.program().machine().heap(), policy);
    return arguments.has("json")
        ? RecordsJson.of(heap.info(), policy, census, CommonOptions.jsonRows(arguments))
        : RecordsText.of(heap.info(), policy, census, CommonOptions.rows(arguments));
  }
}

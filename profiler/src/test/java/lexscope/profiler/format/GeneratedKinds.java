package lexscope.profiler.format;

/// The head of generated snapshots, and the kinds of nodes and edges by their places in it.
final class GeneratedKinds {
  static final String META =
      """
      {"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count","trace_node_id","detachedness"],\
      "node_types":[["hidden","array","string","object","code","closure","regexp","number","native","synthetic",\
      "concatenated string","sliced string","symbol","bigint","object shape","wasm object"],\
      "string","number","number","number","number","number"],\
      "edge_fields":["type","name_or_index","to_node"],\
      "edge_types":[["context","element","property","internal","hidden","shortcut","weak"],"string_or_number","node"],\
      "trace_function_info_fields":["function_id","name","script_name","script_id","line","column"],\
      "trace_node_fields":["id","function_info_index","count","size","children"],\
      "sample_fields":["timestamp_us","last_assigned_id"],\
      "location_fields":["object_index","script_id","line","column"]},\
      """;
  static final int HIDDEN = 0;
  static final int ARRAY = 1;
  static final int STRING = 2;
  static final int OBJECT = 3;
  static final int CODE = 4;
  static final int CLOSURE = 5;
  static final int NUMBER = 7;
  static final int SYNTHETIC = 9;
  static final int CONCATENATED = 10;
  static final int SHAPE = 14;
  static final int CONTEXT_EDGE = 0;
  static final int ELEMENT = 1;
  static final int PROPERTY = 2;
  static final int INTERNAL = 3;
  static final int HIDDEN_EDGE = 4;
  static final int SHORTCUT = 5;
  static final int WEAK = 6;

  private GeneratedKinds() {}
}

package lexscope.profiler.format;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The head of a `.heapsnapshot` file: what the arrays that follow mean, and how long they are. No
/// text in it may look like one of the keys that readers search for, `"snapshot":` and `"nodes":`;
/// the names of our own entries are chosen so.
record SnapshotHeader(
    SnapshotGraph graph, Set<String> scripts, int nodeCount, int edgeCount, int functionCount) {
  private static final String FIXED_META =
      """
      "trace_function_info_fields":["function_id","name","script_name","script_id","line","column"],\
      "trace_node_fields":["id","function_info_index","count","size","children"],\
      "sample_fields":["timestamp_us","last_assigned_id"],\
      "location_fields":["object_index","script_id","line","column"],\
      "scope_fields":["script_node_index","scope_id","depth","scope_context_vars_count","scope_uses_count"],\
      "scope_context_var_fields":["name"],\
      "scope_use_fields":["declaring_scope_id","slot_index"],\
      "lexscope_node_fields":["node","kind","detail","name","record_number","cell","part","scope","negative_id"],\
      "lexscope_scope_fields":["parent","record_kind","function","is_function","script","line","column","start","end",\
      "variables","uses","newest_record"],\
      "lexscope_variable_fields":["name","shared"],\
      "lexscope_use_fields":["scope","slot"]\
      """;

  void writeTo(JsonOutput out) throws IOException {
    out.raw("{\"snapshot\":{\"meta\":{");
    out.raw(
        "\"node_fields\":[\"type\",\"name\",\"id\",\"self_size\",\"edge_count\",\"trace_node_id\",\"detachedness\"],");
    out.raw("\"node_types\":[[").raw(quoted(Stream.of(NodeKind.values()).map(NodeKind::label)));
    out.raw("],\"string\",\"number\",\"number\",\"number\",\"number\",\"number\"],");
    out.raw("\"edge_fields\":[\"type\",\"name_or_index\",\"to_node\"],");
    out.raw("\"edge_types\":[[").raw(quoted(Stream.of(EdgeKind.values()).map(EdgeKind::label)));
    out.raw("],\"string_or_number\",\"node\"],");
    out.raw(FIXED_META);
    out.raw("},\"node_count\":").number(nodeCount).raw(",\"edge_count\":").number(edgeCount);
    out.raw(",\"trace_function_count\":").number(functionCount);
    out.raw(",\"extra_native_bytes\":0,\"lexscope\":{\"version\":1");
    GraphInfo info = graph.info();
    out.raw(",\"own_nodes\":").number(graph.nodeCount());
    out.raw(",\"source\":").string(info.source()).raw(",\"title\":").string(info.snapshot());
    out.raw(",\"policy\":").string(info.policy()).raw(",\"run\":").string(info.run());
    if (!graph.allocationStacks().isEmpty()) {
      out.raw(",\"stacks\":\"recorded\"");
    }
    out.raw(",\"details\":[")
        .raw(quoted(Stream.of(NodeDetail.values()).map(Enum::name)))
        .raw("],\"scripts\":[");
    boolean first = true;
    for (String script : scripts) {
      out.raw(first ? "" : ",").string(script);
      first = false;
    }
    out.raw("]}},\n");
  }

  private static String quoted(Stream<String> words) {
    return words.map(word -> "\"" + word + "\"").collect(Collectors.joining(","));
  }
}

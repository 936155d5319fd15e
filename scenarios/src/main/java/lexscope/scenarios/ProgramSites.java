package lexscope.scenarios;

import lexscope.gc.SourcePlace;
import lexscope.js.vm.AllocationSites;
import lexscope.js.vm.CallTree;
import lexscope.profiler.capture.AllocationCalls;
import lexscope.profiler.capture.SitePlaces;
import org.jspecify.annotations.Nullable;

/// Tells captures of a program's heap where its cells were made, and in which calls if these were
/// recorded.
public final class ProgramSites implements SitePlaces {
  private final AllocationSites sites;

  /// Tells of these sites.
  public ProgramSites(AllocationSites sites) {
    this.sites = sites;
  }

  @Override
  public @Nullable SourcePlace place(int site) {
    AllocationSites.Site known = sites.site(site);
    return known == null ? null : known.place();
  }

  @Override
  public @Nullable AllocationCalls calls() {
    CallTree tree = sites.calls();
    return tree == null ? null : new Calls(tree);
  }

  private record Calls(CallTree tree) implements AllocationCalls {
    @Override
    public int last() {
      return tree.last();
    }

    @Override
    public int caller(int number) {
      return tree.caller(number);
    }

    @Override
    public Call call(int number) {
      CallTree.Call call = tree.call(number);
      return new Call(
          call.function().name(), call.function().place(), call.place(), call.waiting());
    }

    @Override
    public long count(int number) {
      return tree.count(number);
    }

    @Override
    public long bytes(int number) {
      return tree.bytes(number);
    }
  }
}

package lexscope.js.environment;

/// Guest code read a slot that the capture policy it runs under had given up: the scope analysis is
/// wrong. No program can bring it about while the analysis is right.
public final class SweptSlotException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  SweptSlotException(DeclarativeEnvironmentRecord record, int slot) {
    super(
        "the swept binding "
            + record.partName(slot)
            + " of ER"
            + record.recordNumber()
            + " was read");
  }
}

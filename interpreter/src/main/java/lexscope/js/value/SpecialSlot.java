package lexscope.js.value;

/// What may stand in a property's slot instead of its value. Readers of slots test for it.
public abstract sealed class SpecialSlot permits Accessor, LazySlot, MomentarySlot {}

package lexscope.js.value;

/// One element of an object whose elements are sparse: a value or an [Accessor], and its
/// attributes.
record ElementEntry(Object slot, int attributes) {}

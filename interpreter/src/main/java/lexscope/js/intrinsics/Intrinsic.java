package lexscope.js.intrinsics;

/// The well-known intrinsic objects, section 6.1.7.4.
public enum Intrinsic {
  OBJECT_PROTOTYPE("%Object.prototype%"),
  OBJECT_PROTOTYPE_TO_STRING("%Object.prototype.toString%"),
  FUNCTION_PROTOTYPE("%Function.prototype%"),
  OBJECT("%Object%"),
  FUNCTION("%Function%"),
  ARRAY("%Array%"),
  ARRAY_PROTOTYPE("%Array.prototype%"),
  ARRAY_PROTOTYPE_VALUES("%Array.prototype.values%"),
  ARRAY_ITERATOR_PROTOTYPE("%ArrayIteratorPrototype%"),
  ITERATOR("%Iterator%"),
  ITERATOR_PROTOTYPE("%Iterator.prototype%"),
  ITERATOR_HELPER_PROTOTYPE("%IteratorHelperPrototype%"),
  WRAP_FOR_VALID_ITERATOR_PROTOTYPE("%WrapForValidIteratorPrototype%"),
  ASYNC_ITERATOR_PROTOTYPE("%AsyncIteratorPrototype%"),
  ASYNC_FROM_SYNC_ITERATOR_PROTOTYPE("%AsyncFromSyncIteratorPrototype%"),
  BOOLEAN("%Boolean%"),
  BOOLEAN_PROTOTYPE("%Boolean.prototype%"),
  SYMBOL("%Symbol%"),
  SYMBOL_PROTOTYPE("%Symbol.prototype%"),
  NUMBER("%Number%"),
  NUMBER_PROTOTYPE("%Number.prototype%"),
  BIGINT("%BigInt%"),
  BIGINT_PROTOTYPE("%BigInt.prototype%"),
  STRING("%String%"),
  STRING_PROTOTYPE("%String.prototype%"),
  STRING_ITERATOR_PROTOTYPE("%StringIteratorPrototype%"),
  ERROR("%Error%"),
  ERROR_PROTOTYPE("%Error.prototype%"),
  EVAL_ERROR("%EvalError%"),
  EVAL_ERROR_PROTOTYPE("%EvalError.prototype%"),
  RANGE_ERROR("%RangeError%"),
  RANGE_ERROR_PROTOTYPE("%RangeError.prototype%"),
  REFERENCE_ERROR("%ReferenceError%"),
  REFERENCE_ERROR_PROTOTYPE("%ReferenceError.prototype%"),
  SYNTAX_ERROR("%SyntaxError%"),
  SYNTAX_ERROR_PROTOTYPE("%SyntaxError.prototype%"),
  TYPE_ERROR("%TypeError%"),
  TYPE_ERROR_PROTOTYPE("%TypeError.prototype%"),
  URI_ERROR("%URIError%"),
  URI_ERROR_PROTOTYPE("%URIError.prototype%"),
  AGGREGATE_ERROR("%AggregateError%"),
  AGGREGATE_ERROR_PROTOTYPE("%AggregateError.prototype%"),
  SUPPRESSED_ERROR("%SuppressedError%"),
  SUPPRESSED_ERROR_PROTOTYPE("%SuppressedError.prototype%"),
  THROW_TYPE_ERROR("%ThrowTypeError%"),
  EVAL("%eval%"),
  PARSE_INT("%parseInt%"),
  PARSE_FLOAT("%parseFloat%"),
  IS_NAN("%isNaN%"),
  IS_FINITE("%isFinite%"),
  DECODE_URI("%decodeURI%"),
  DECODE_URI_COMPONENT("%decodeURIComponent%"),
  ENCODE_URI("%encodeURI%"),
  ENCODE_URI_COMPONENT("%encodeURIComponent%"),
  MATH("%Math%"),
  JSON("%JSON%"),
  REFLECT("%Reflect%"),
  PROXY("%Proxy%"),
  DATE("%Date%"),
  DATE_PROTOTYPE("%Date.prototype%"),
  REGEXP("%RegExp%"),
  REGEXP_PROTOTYPE("%RegExp.prototype%"),
  REGEXP_PROTOTYPE_EXEC("%RegExp.prototype.exec%"),
  REGEXP_STRING_ITERATOR_PROTOTYPE("%RegExpStringIteratorPrototype%"),
  MAP("%Map%"),
  MAP_PROTOTYPE("%Map.prototype%"),
  MAP_ITERATOR_PROTOTYPE("%MapIteratorPrototype%"),
  SET("%Set%"),
  SET_PROTOTYPE("%Set.prototype%"),
  SET_ITERATOR_PROTOTYPE("%SetIteratorPrototype%"),
  WEAK_MAP("%WeakMap%"),
  WEAK_MAP_PROTOTYPE("%WeakMap.prototype%"),
  WEAK_SET("%WeakSet%"),
  WEAK_SET_PROTOTYPE("%WeakSet.prototype%"),
  DISPOSABLE_STACK("%DisposableStack%"),
  DISPOSABLE_STACK_PROTOTYPE("%DisposableStack.prototype%"),
  ASYNC_DISPOSABLE_STACK("%AsyncDisposableStack%"),
  ASYNC_DISPOSABLE_STACK_PROTOTYPE("%AsyncDisposableStack.prototype%"),
  WEAK_REF("%WeakRef%"),
  WEAK_REF_PROTOTYPE("%WeakRef.prototype%"),
  FINALIZATION_REGISTRY("%FinalizationRegistry%"),
  FINALIZATION_REGISTRY_PROTOTYPE("%FinalizationRegistry.prototype%"),
  PROMISE("%Promise%"),
  PROMISE_PROTOTYPE("%Promise.prototype%"),
  GENERATOR_FUNCTION("%GeneratorFunction%"),
  GENERATOR_FUNCTION_PROTOTYPE("%GeneratorFunction.prototype%"),
  GENERATOR_PROTOTYPE("%GeneratorPrototype%"),
  ASYNC_FUNCTION("%AsyncFunction%"),
  ASYNC_FUNCTION_PROTOTYPE("%AsyncFunction.prototype%"),
  ASYNC_GENERATOR_FUNCTION("%AsyncGeneratorFunction%"),
  ASYNC_GENERATOR_FUNCTION_PROTOTYPE("%AsyncGeneratorFunction.prototype%"),
  ASYNC_GENERATOR_PROTOTYPE("%AsyncGeneratorPrototype%"),
  ARRAY_BUFFER("%ArrayBuffer%"),
  ARRAY_BUFFER_PROTOTYPE("%ArrayBuffer.prototype%"),
  SHARED_ARRAY_BUFFER("%SharedArrayBuffer%"),
  SHARED_ARRAY_BUFFER_PROTOTYPE("%SharedArrayBuffer.prototype%"),
  DATA_VIEW("%DataView%"),
  DATA_VIEW_PROTOTYPE("%DataView.prototype%"),
  ATOMICS("%Atomics%"),
  TYPED_ARRAY("%TypedArray%"),
  TYPED_ARRAY_PROTOTYPE("%TypedArray.prototype%"),
  INT8_ARRAY("%Int8Array%"),
  INT8_ARRAY_PROTOTYPE("%Int8Array.prototype%"),
  UINT8_ARRAY("%Uint8Array%"),
  UINT8_ARRAY_PROTOTYPE("%Uint8Array.prototype%"),
  UINT8_CLAMPED_ARRAY("%Uint8ClampedArray%"),
  UINT8_CLAMPED_ARRAY_PROTOTYPE("%Uint8ClampedArray.prototype%"),
  INT16_ARRAY("%Int16Array%"),
  INT16_ARRAY_PROTOTYPE("%Int16Array.prototype%"),
  UINT16_ARRAY("%Uint16Array%"),
  UINT16_ARRAY_PROTOTYPE("%Uint16Array.prototype%"),
  INT32_ARRAY("%Int32Array%"),
  INT32_ARRAY_PROTOTYPE("%Int32Array.prototype%"),
  UINT32_ARRAY("%Uint32Array%"),
  UINT32_ARRAY_PROTOTYPE("%Uint32Array.prototype%"),
  BIGINT64_ARRAY("%BigInt64Array%"),
  BIGINT64_ARRAY_PROTOTYPE("%BigInt64Array.prototype%"),
  BIGUINT64_ARRAY("%BigUint64Array%"),
  BIGUINT64_ARRAY_PROTOTYPE("%BigUint64Array.prototype%"),
  FLOAT16_ARRAY("%Float16Array%"),
  FLOAT16_ARRAY_PROTOTYPE("%Float16Array.prototype%"),
  FLOAT32_ARRAY("%Float32Array%"),
  FLOAT32_ARRAY_PROTOTYPE("%Float32Array.prototype%"),
  FLOAT64_ARRAY("%Float64Array%"),
  FLOAT64_ARRAY_PROTOTYPE("%Float64Array.prototype%"),
  CALL_SITE_PROTOTYPE("%CallSite.prototype%");

  private final String specName;

  Intrinsic(String specName) {
    this.specName = specName;
  }

  /// The name in the specification, with its percent signs.
  @Override
  public String toString() {
    return specName;
  }

  /// Whether the object is a constructor or namespace that section 19.3 or 19.4 makes a property of
  /// the global object.
  public boolean isGlobalProperty() {
    return specName.indexOf('.') < 0
        && Character.isUpperCase(specName.charAt(1))
        && !specName.endsWith("Prototype%")
        && this != THROW_TYPE_ERROR
        && this != TYPED_ARRAY
        && this != GENERATOR_FUNCTION
        && this != ASYNC_FUNCTION
        && this != ASYNC_GENERATOR_FUNCTION;
  }

  /// The name without percent signs.
  public String globalName() {
    return specName.substring(1, specName.length() - 1);
  }
}

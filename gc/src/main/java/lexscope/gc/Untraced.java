package lexscope.gc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a field that holds cells but is deliberately no edge, such as a cache that is emptied
/// before each marking. [HeapVerifier] does not look into it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Untraced {
  /// Why it is no edge.
  String value();
}

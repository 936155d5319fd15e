package lexscope.profiler.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.Label;
import jdk.jfr.MetadataDefinition;
import jdk.jfr.Name;
import jdk.jfr.Relational;

/// Links the events of one collection.
@MetadataDefinition
@Relational
@Name("lexscope.CollectionId")
@Label("Collection")
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface CollectionId {}

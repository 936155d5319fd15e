package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A class, as an expression or inside a {@link Statement.ClassDeclaration}. Its text is what
/// `toString` shows.
///
/// @param constructor the explicit constructor, or null for the default one
/// @param elements the other elements in source order
public record ClassNode(
    Target.@Nullable BindingIdentifier name,
    @Nullable Expression heritage,
    @Nullable FunctionNode constructor,
    List<ClassElement> elements,
    int start,
    int end)
    implements Expression {}

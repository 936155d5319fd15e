package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A class, as an expression or inside a {@link Statement.ClassDeclaration}. Its text is what
/// `toString` shows.
///
/// All its code is strict, heritage and computed names included, although these belong to the
/// function around it.
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

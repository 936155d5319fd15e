/// Turns TypeScript and JSX into ECMAScript: types are blanked, what runs (enums, namespaces,
/// parameter properties, elements) is written out. Every place of the result knows its place in the
/// original text. It knows source texts only.
package lexscope.js.typescript;

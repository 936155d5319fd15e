/// The capture policies: which edges leave closures, Environment Records and activations. See the
/// table in `ARCHITECTURE.md`.
package lexscope.js.policy;

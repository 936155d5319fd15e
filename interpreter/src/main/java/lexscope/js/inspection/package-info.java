/// Looks at a living program in the specification's own notation: Environment Records, function
/// objects, execution contexts. Looking allocates no guest cell, runs no guest code and changes
/// nothing.
package lexscope.js.inspection;

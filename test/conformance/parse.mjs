// Parsing of foreign JavaScript, and the question which kinds of async code it holds.
import * as acorn from 'acorn';
import * as walk from 'acorn-walk';

export const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** The syntax tree, or null: some suites hold syntax newer than the parser. */
export function tryParse(source, module, extra) {
  try {
    return acorn.parse(source, { ecmaVersion: 'latest', sourceType: module ? 'module' : 'script', allowHashBang: true, ...extra });
  } catch { return null; }
}

/** Names of the kinds of async code in a source; `unparsed` when there may be some that cannot be read. */
export function asyncKinds(source, module) {
  const found = new Set();
  if (!/\basync\b|\bawait\b/.test(source)) return found;
  const ast = tryParse(source, module);
  if (!ast) return found.add('unparsed');
  walk.fullAncestor(ast, (node, _state, ancestors) => {
    if (FUNCTIONS.has(node.type) && node.async) found.add(functionKind(node, ancestors[ancestors.length - 2]));
    else if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) {
      const what = node.type === 'AwaitExpression' ? 'await' : 'for-await';
      const owner = ancestors.slice(0, -1).findLast((outer) => FUNCTIONS.has(outer.type));
      found.add(what);
      if (!owner) found.add('tla');
      else if (!owner.generator) found.add(`${what}-in-async-fn`);
    }
  });
  return found;
}

function functionKind(node, parent) {
  const generator = node.generator ? 'gen-' : '';
  if (parent?.type === 'MethodDefinition') return `async-${generator}method-class`;
  if (parent?.type === 'Property' && parent.method) return `async-${generator}method-object`;
  if (node.type === 'ArrowFunctionExpression') return 'async-arrow';
  return `async-${generator}function-${node.type === 'FunctionDeclaration' ? 'decl' : 'expr'}`;
}

// Turns async functions into async METHODS, so that tests written with functions exercise methods:
//   async function (p) { b }          ->  ({ async m(p) { b } }).m
//   async function f(p) { b }  (decl) ->  function f() { return ({ async f(p) { b } }).f.apply(this, arguments); }
// Arrows, generators and named function expressions (their name is a binding inside) stay.
import * as walk from 'acorn-walk';
import { tryParse } from './parse.mjs';

export function methodize(source, info) {
  const ast = tryParse(source, info.module);
  if (!ast) return source;
  const edits = [];
  walk.fullAncestor(ast, (node, _state, ancestors) => {
    if (node.type !== 'FunctionExpression' && node.type !== 'FunctionDeclaration') return;
    if (!node.async || node.generator) return;
    const parent = ancestors[ancestors.length - 2];
    if (parent.type === 'MethodDefinition' || (parent.type === 'Property' && (parent.method || parent.kind !== 'init'))) return;
    const open = source.indexOf('(', node.id ? node.id.end : node.start + 5);
    if (node.type === 'FunctionExpression') {
      if (!node.id) edits.push([node.start, open, '({ async m'], [node.end, node.end, ' }).m']);
      return;
    }
    if (parent.type.startsWith('Export') || !node.id || node.id.name === 'arguments') return;
    const name = node.id.name;
    edits.push(
      [node.start, open, `function ${name}() { return ({ async ${name}`],
      [node.end, node.end, ` }).${name}.apply(this, arguments); }`]);
  });
  return applyEdits(source, edits);
}

function applyEdits(source, edits) {
  edits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let out = '', at = 0;
  for (const [start, end, text] of edits) { out += source.slice(at, start) + text; at = end; }
  return out + source.slice(at);
}

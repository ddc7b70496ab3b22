// Wraps the body of an ordinary synchronous script into one async method and sows awaits over its expressions:
// `E` becomes `(await __w(E))`, where __w hands its argument over as it is or as a promise that is still pending.
// (`waiter: 'trait'`: __w itself is an async function of the test, so that every await is one of a compiled call.)
// An await is sown only where it cannot change what the test means (never on a callee, on the operand of delete or
// typeof, on an assignment's target, or on an anonymous function that a binding would name).
import { FUNCTIONS, tryParse } from '../parse.mjs';
import { mentionsAsync } from './meta.mjs';

/** -> { code, awaits }, or null where the script does not lend itself to it. */
export function asyncify(source, { p, seed, id, strict, waiter }) {
  const ast = tryParse(source, false);
  if (!ast || mentionsAsync(source)) return null;
  const sower = new Sower(random(hash(id) ^ (seed * 0x9E3779B1)), p);
  ast.body.forEach((node) => sower.statement(node));
  if (sower.unfit || !sower.awaits) return null;
  // In strict mode a class method, in sloppy mode a method of an object literal.
  const head = strict ? '"use strict";\nclass __T { async m() {\n' : 'var __T = { prototype: { async m() {\n';
  const tail = strict ? '\n} }\n' : '\n} } };\n';
  const start = '__T.prototype.m.call(globalThis).then(function () { $DONE(); }, '
    + 'function (e) { $DONE(e || new Test262Error("falsy rejection")); });\n';
  const trait = waiter === 'trait' ? 'async function __w(value) { return __hand(value); }\n' : '';
  return { code: head + sower.apply(source) + tail + trait + start, awaits: sower.awaits };
}

class Sower {
  awaits = 0;
  unfit = false;
  inserts = [];

  constructor(next, share) { this.next = next; this.share = share; }

  wrap(node, isStatement) {
    this.awaits++;
    const size = node.end - node.start;
    this.inserts.push({ at: node.start, close: 0, size, text: isStatement ? 'await __w(' : '(await __w(' });
    this.inserts.push({ at: node.end, close: 1, size, text: isStatement ? ')' : '))' });
  }

  /** An expression read for its value: it may be awaited, then its parts may. */
  value(node, { force = false, isStatement = false } = {}) {
    if (!node || this.unfit) return;
    if (node.type === 'SpreadElement') { this.value(node.argument); return; }
    const never = isAnonymousFunction(node) || ['Super', 'Import', 'PrivateIdentifier'].includes(node.type);
    if (!never && (force || this.next() < this.share)) this.wrap(node, isStatement);
    this.parts(node);
  }
  values(nodes) { nodes.forEach((node) => this.value(node)); }

  /** A callee keeps its reference: the `this` of the call, a direct eval. */
  callee(node) {
    switch (node.type) {
      case 'MemberExpression': return this.member(node);
      case 'Identifier': case 'Super': return undefined;
      case 'ParenthesizedExpression': return this.callee(node.expression);
      default: return this.parts(node);
    }
  }

  member(node, inChain = false) {
    if (node.object.type !== 'Super') {
      if (inChain && (node.object.type === 'MemberExpression' || node.object.type === 'CallExpression')) this.chain(node.object);
      else this.value(node.object);
    }
    if (node.computed) this.value(node.property);
  }

  /** Inside an optional chain the links stay, only keys and arguments are awaited. */
  chain(node) {
    if (node.type === 'MemberExpression') this.member(node, true);
    else if (node.type === 'CallExpression') {
      if (node.callee.type === 'MemberExpression' || node.callee.type === 'CallExpression') this.chain(node.callee);
      else this.callee(node.callee);
      this.values(node.arguments);
    } else this.value(node);
  }

  /** An assignment's target or a binding pattern. */
  target(node) {
    switch (node?.type) {
      case 'MemberExpression': return this.member(node);
      case 'ArrayPattern': return node.elements.forEach((element) => this.target(element));
      case 'ObjectPattern': return node.properties.forEach((property) => {
        if (property.type === 'RestElement') { this.target(property.argument); return; }
        if (property.computed) this.value(property.key);
        this.target(property.value);
      });
      case 'AssignmentPattern': this.target(node.left); return this.value(node.right);
      case 'RestElement': return this.target(node.argument);
      default: return undefined;
    }
  }

  parts(node) {
    switch (node.type) {
      case 'FunctionExpression': case 'ArrowFunctionExpression': case 'FunctionDeclaration': return undefined; // a boundary
      case 'ClassExpression': case 'ClassDeclaration': return this.classParts(node);
      case 'ArrayExpression': return this.values(node.elements);
      case 'ObjectExpression': return node.properties.forEach((property) => this.property(property));
      case 'UnaryExpression':
        if (node.operator === 'delete') return node.argument.type === 'MemberExpression' ? this.member(node.argument) : undefined;
        if (node.operator === 'typeof' && node.argument.type === 'Identifier') return undefined;
        return this.value(node.argument);
      case 'UpdateExpression': return this.target(node.argument);
      case 'BinaryExpression': case 'LogicalExpression':
        if (node.left.type !== 'PrivateIdentifier') this.value(node.left);
        return this.value(node.right);
      case 'AssignmentExpression': this.target(node.left); return this.value(node.right);
      case 'ConditionalExpression': return this.values([node.test, node.consequent, node.alternate]);
      case 'CallExpression': this.callee(node.callee); return this.values(node.arguments);
      case 'NewExpression': this.value(node.callee); return this.values(node.arguments);
      case 'MemberExpression': return this.member(node);
      case 'ChainExpression': return this.chain(node.expression);
      case 'SequenceExpression': case 'TemplateLiteral': return this.values(node.expressions);
      case 'TaggedTemplateExpression': this.callee(node.tag); return this.values(node.quasi.expressions);
      case 'ParenthesizedExpression': return this.value(node.expression);
      case 'ImportExpression': return this.value(node.source);
      case 'AwaitExpression': case 'YieldExpression': this.unfit = true; return undefined;
      default: return undefined;
    }
  }

  property(node) {
    if (node.type === 'SpreadElement') { this.value(node.argument); return; }
    if (node.computed) this.value(node.key);
    const isProto = node.key.name === '__proto__' || node.key.value === '__proto__';
    if (!node.shorthand && !node.method && node.kind === 'init' && !isProto) this.value(node.value);
  }

  classParts(node) {
    if (node.superClass) this.value(node.superClass);
    for (const member of node.body.body) if (member.computed && member.key) this.value(member.key);
  }

  statement(node) {
    switch (node?.type) {
      case 'ExpressionStatement': return node.directive ? undefined : this.value(node.expression, { force: true, isStatement: true });
      case 'BlockStatement': return node.body.forEach((inner) => this.statement(inner));
      case 'VariableDeclaration': return this.declaration(node);
      case 'IfStatement': this.value(node.test); this.statement(node.consequent); return this.statement(node.alternate);
      case 'ForStatement':
        if (node.init) node.init.type === 'VariableDeclaration' ? this.statement(node.init) : this.parts(node.init);
        this.value(node.test); this.value(node.update);
        return this.statement(node.body);
      case 'ForInStatement': case 'ForOfStatement':
        if (node.left.type === 'VariableDeclaration') node.left.declarations.forEach((one) => this.declarator(one));
        else this.target(node.left);
        this.value(node.right);
        return this.statement(node.body);
      case 'WhileStatement': this.value(node.test); return this.statement(node.body);
      case 'DoWhileStatement': this.statement(node.body); return this.value(node.test);
      case 'LabeledStatement': return this.statement(node.body);
      case 'SwitchStatement':
        this.value(node.discriminant);
        return node.cases.forEach((clause) => { this.value(clause.test); clause.consequent.forEach((inner) => this.statement(inner)); });
      case 'ThrowStatement': return this.value(node.argument);
      case 'TryStatement':
        this.statement(node.block);
        if (node.handler) { this.target(node.handler.param); this.statement(node.handler.body); }
        return this.statement(node.finalizer);
      case 'WithStatement': this.value(node.object); return this.statement(node.body);
      case 'ClassDeclaration': return this.classParts(node);
      case 'ReturnStatement': this.unfit = true; return undefined;
      default: return undefined;
    }
  }

  declaration(node) {
    if (node.kind.includes('using')) this.unfit = true;
    else node.declarations.forEach((one) => this.declarator(one));
  }
  declarator(node) {
    this.target(node.id);
    if (node.init) this.value(node.init);
  }

  /** At one position closers come before openers, inner closers first, outer openers first. */
  apply(source) {
    this.inserts.sort((a, b) => a.at - b.at || b.close - a.close || (a.close ? a.size - b.size : b.size - a.size));
    let out = '', at = 0;
    for (const insert of this.inserts) { out += source.slice(at, insert.at) + insert.text; at = insert.at; }
    return out + source.slice(at);
  }
}

const isAnonymousFunction = (node) => (FUNCTIONS.has(node.type) || node.type === 'ClassExpression') && !node.id;

export function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

function random(seed) { // mulberry32
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6D2B79F5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

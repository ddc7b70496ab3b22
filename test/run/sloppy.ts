// frame: 21
// coroutine: coroutine, inCoroutine, me, parameter
// compilerOptions: { "alwaysStrict": false, "strict": false }
/** Sloppy code: names that strict code forbids, a function's own name, functions declared more than once and in odd places. */
// @ts-nocheck
const { asyncTrait } = require('boxless');
const { Case, matrix } = require('./support/leaf');

class Names extends Case {
  @asyncTrait
  async yieldIsAName() { return [await yields.frame(this.leaf), await yields.coroutine(this.leaf, 1), await yields.parameter(5, this.leaf), await yields.outer(this.leaf), typeof yieldOutside()]; }

  @asyncTrait
  async otherNames() { return await others(this.leaf, 1, 2); }

  @asyncTrait
  async ownNames() { return [await own(this.leaf), await ownStrict(this.leaf), await ownInside(this.leaf), await ownShadowed(this.leaf), await ownCoroutine(this.leaf)]; }

  @asyncTrait
  async declarations() { return [await declared(this.leaf), await last(this.leaf), await typeof variable, await inBlocks(this.leaf), await inCoroutine(this.leaf), await inSwitch(this.leaf, 0), await inSwitch(this.leaf, 1), await inSwitch(this.leaf, 2)]; }
}

function yieldOutside() { return yields; }

var yields = {
  /** @asyncTrait */
  frame: async function (leaf) { var yield = 1; yield += await leaf.get(2); return { yield, x: yield }; },
  /** @asyncTrait */
  coroutine: async function (leaf, yield) {
    var add = function () { return ++yield; };
    add();
    await leaf.get('c');
    var { yield: taken = yield } = {};
    add();
    return [yield, taken, { yield }, arguments.length, (() => yield)(), [1].map(function () { return yield; }), leaf.yield];
  },
  /** @asyncTrait */
  parameter: async function (yield, leaf) { await leaf.get(yield); return [yield, arguments.length]; },
  outer: (function () {
    var yield = 10;
    /** @asyncTrait */
    return async function outer(leaf) { yield++; await leaf.get(yield); yield = yield + 1; [yield] = [yield * 2]; return [yield, arguments.length]; };
  })(),
};

/** @asyncTrait */
async function others(leaf, let, { static, implements = static } = {} as any) {
  var package = await leaf.get(let), interface = 1;
  let += package;
  var of = await leaf.get(implements), async = of, get = async, set = get;
  return [let, package, interface, of, async, get, set, await leaf.get(let)];
}

/** @asyncTrait */
const own = async function me(leaf) {
  me = await leaf.get(1);
  me += 1;
  [me] = [2];
  ({ me } = { me: 3 });
  (() => { me = 4; })();
  const value = (me = 5);
  return [typeof me, me.name, value, await leaf.get(6)];
};

/** @asyncTrait */
const ownStrict = async function me(leaf) {
  'use strict';
  const out = [];
  try { me = await leaf.get(1); } catch (error) { out.push(error.name); }
  try { (() => { me = 1; })(); } catch (error) { out.push(error.name); }
  return [...out, typeof me];
};

/** @asyncTrait */
const ownInside = async function me(leaf) { const again = me; await leaf.get(again === me); return [again === me, typeof me]; };

/** @asyncTrait */
const ownShadowed = async function me(leaf) { var me: any = 1; me = await leaf.get(me); return me; };

/** @asyncTrait */
const ownCoroutine = async function me(leaf, ..._) { let n = 0; const add = () => { me = 1; return ++n; }; await leaf.get(add()); add(); return [typeof me, n, arguments.length]; };

async function declared(leaf) { return ['no', leaf]; }
/** @asyncTrait */
async function declared(leaf) { return ['last', await leaf.get('last')]; }

/** @asyncTrait */
async function last(leaf) { return ['no', await leaf.get('no')]; }
async function last(leaf) { return ['native', await leaf.get('native')]; }

var variable = 'variable';
/** @asyncTrait */
async function variable() {}

/** @asyncTrait */
async function inBlocks(leaf) {
  const early = await inner(leaf);
  {
    /** @asyncTrait */
    async function inner(l) { return ['block', await l.get('block')]; }
    return [early, await inner(leaf)];
  }
  /** @asyncTrait */
  async function inner(l) { return ['function', await l.get('function')]; }
}

/** @asyncTrait */
async function inCoroutine(leaf) {
  const early = await inner(leaf);
  const counted = arguments.length;
  for (const x of [1]) {
    const inside = await block(leaf);
    /** @asyncTrait */
    async function block(l) { return ['block', await l.get('block')]; }
    return [early, inside, counted];
  }
  /** @asyncTrait */
  async function inner(l) { return ['function', await l.get('function')]; }
}

/** @asyncTrait */
async function inSwitch(leaf, x) {
  const seen = [];
  switch (await leaf.get(x)) {
    case 0: seen.push(await made(leaf)); break;
    case 1:
      /** @asyncTrait */
      async function made(l) { return ['switch', await l.get('switch')]; }
    default: seen.push(await made(leaf), plain(x));
  }
  function plain(x) {
    switch (x) {
      default:
        /** @asyncTrait */
        async function inside(l) { return await l.get('inside'); }
        return typeof inside;
    }
  }
  return seen;
}

module.exports.main = (log) => matrix(log, Names);

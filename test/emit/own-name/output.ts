// frame: visit
const { pending: $pending, door: $door, awaitValue: $await, suspend: $suspend, take: $take, enter: $enter, traitFunction: $traitFunction, pollSymbol: $pollSymbol } = require("boxless/internal");
const $loadPoll = $pollSymbol("load");
// A function's own name cannot be assigned to: an error in strict code, without effect in sloppy code.
/** @asyncTrait */
export const walk = (() => { const visit = $traitFunction("visit", { arity: 1 }, $m => function (node, $f) {
    let $s = $enter($f);
    let $o, $p, $t;
    if (!($s > 0)) {
        $s = 0;
    }
    switch ($s) {
        case 0:
            $own.visit = node;
            if ((($p = ($o = node)[$loadPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o)) === $pending : ($await($o.load(), $o, $p), true)))
                return $suspend($f, this, $m, 1);
        case 1: if ($s !== 0) {
            $s = 0;
            $t = $take($f);
        }
    }
}); const $own = Object.freeze({ visit }); return visit; })();

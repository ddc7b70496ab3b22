// frame: visit
var { pending: $pending, pollSymbol: $pollSymbol, canPoll: $canPoll, awaitValue: $await, suspend: $suspend, take: $take, traitFunction: $traitFunction } = require("boxless/internal");
var $loadPoll = $pollSymbol("load");
// A function's own name cannot be assigned to: an error in strict code, without effect in sloppy code.
/** @asyncTrait */
export const walk = (() => { const visit = /* @__PURE__ */ $traitFunction("visit", { length: 1 }, $m => [
    function ($d, node) {
        var $o, $p, $t;
        $own.visit = node;
        if (($t = $canPoll($p = ($o = node)[$loadPoll], $d) ? $p.call($o, $d) : $await($o.load(), $o, $p)) === $pending)
            return $suspend(void 0, this, $m, 1);
    },
    function ($f, node) {
        var $o, $p, $t;
        if (typeof $f === "number") {
            $own.visit = node;
            if (($t = $canPoll($p = ($o = node)[$loadPoll], $f) ? $p.call($o, $f) : $await($o.load(), $o, $p)) === $pending)
                return $suspend(void 0, this, $m, 1);
        }
        else {
            $t = $take($f);
        }
    }
]); const $own = Object.freeze({ visit }); return visit; })();

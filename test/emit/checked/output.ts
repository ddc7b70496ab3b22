// frame: Reader.next
// frame: Reader.items
// frame: Reader.two
import { publicSymbol as $publicSymbol, overridden as $overridden, vtable as $vtable, target as $target, Dyn as $Dyn, checkedPolicy as $checked, dynClass as $dynClass, received as $received_, left as $left_, leaving as $leaving, ended as $ended, StreamMethod as $stream, beginJoin as $join, pollSymbol as $pollSymbol, canPoll as $canPoll_, pending as $pending_, suspend as $suspend, take as $take_, traits as $traits } from "boxless/internal";
const $received = $received_, $left = $left_, $canPoll = $canPoll_, $pending = $pending_, $take = $take_;
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
const $twoPublic = /* @__PURE__ */ $publicSymbol("two");
const $nextPoll = /* @__PURE__ */ $pollSymbol("next");
// options: { "checked": true }
import { asyncTrait, dynTrait, join } from 'boxless';
interface Readable {
    next(): Promise<number>;
}
export const DynReadable = /* @__PURE__ */ $dynClass({
    next: { arity: 0 }
}, class DynReadable extends $Dyn {
    next($d) {
        if (this.next !== this[$nextPublic])
            return $overridden(this.next, this, ".next", [$d]);
        return this[$vtable].next.call(this[$target], $d);
    }
}, [], $checked);
var $Reader;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry", policies: [$checked] },
            items: { length: 0, entry: "items$entry", stream: $stream, policies: [$checked] },
            two: { length: 0, entry: "two$entry", policies: [$checked] }
        });
    }
    next($d) {
        var $p;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        return 1;
    }
    next$entry($f) {
        return 1;
    }
    items($f) {
        $f.state = 1;
    }
    items$entry($f, $d) {
        let $s = $f.state;
        var $t;
        switch ($s) {
            case 1:
                $s = 0;
                $t = 1;
                $f.state = 2;
                return $t;
            case 2:
                $s = 0;
                $t = $received($f);
                if ($t === $left) {
                    return $ended($f, $leaving($f));
                }
        }
        return $ended($f);
    }
    two($d) {
        var $p, $j, $t;
        if (($p = this.two) !== this[$twoPublic])
            return $overridden($p, this, ".two", arguments);
        $j = $join(2, $checked);
        if ($canPoll($p = this[$nextPoll], $d)) {
            try {
                if (($t = $p.call(this, $d)) === $pending)
                    $j.wait();
                else
                    $j.give($t);
            }
            catch ($e) {
                $j.fail($e);
            }
        }
        else
            $j.other(this.next(), this, $p);
        $j.other(2);
        if (($t = $j.end()) === $pending)
            return $suspend(void 0, this, $Reader.two, 1);
        return $t;
    }
    two$entry($f) {
        var $j, $t, $p;
        if (typeof $f === "number") {
            $j = $join(2, $checked);
            if ($canPoll($p = this[$nextPoll], $f)) {
                try {
                    if (($t = $p.call(this, $f)) === $pending)
                        $j.wait();
                    else
                        $j.give($t);
                }
                catch ($e) {
                    $j.fail($e);
                }
            }
            else
                $j.other(this.next(), this, $p);
            $j.other(2);
            if (($t = $j.end()) === $pending)
                return $suspend(void 0, this, $Reader.two, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
}

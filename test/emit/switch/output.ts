// frame: Machine.step
// frame: Machine.wait
import { pollFunction as $pollFunction, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, leave as $leave, deepen as $deepen, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $stepPublic = $publicSymbol("step");
const $waitPoll = $pollSymbol("wait");
const $waitPublic = $publicSymbol("wait");
import { asyncTrait } from 'boxless';
let $Machine;
class Machine {
    static {
        $Machine = $traits(this.prototype, {
            step: { arity: 1 },
            wait: { arity: 0 }
        });
    }
    step(kind, $f) {
        let $s = $enter($f);
        let $p, $t, $d = -1, $1, $2;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.step) !== this[$stepPublic])
                return $pollFunction($p, this, [kind], "this.step");
            $s = 0;
        }
        {
            if ($s === 0) {
                switch (kind) {
                    case 'a':
                        $2 = 0;
                        break;
                    case 'b':
                        $2 = 1;
                        break;
                    default:
                        $2 = 2;
                        break;
                }
            }
            else {
                $2 = $s <= 1 ? 0 : $s <= 2 ? 2 : 3;
            }
            switch ($2) {
                case 0: switch ($s) {
                    case 0: if ((($p = this[$waitPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this)) === $pending : ($await(this.wait(), this, $p), true)))
                        return $suspend($f, this, $Machine.step, 1);
                    case 1: if ($s !== 0) {
                        $s = 0;
                        $t = $take($f);
                    }
                }
                case 1: return $leave($d), 'b';
                case 2: switch ($s) {
                    case 0:
                        if ($d < 0)
                            $d = $deepen();
                        if ((($p = this[$waitPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this)) === $pending : ($await(this.wait(), this, $p), true)))
                            return $suspend($f, this, $Machine.step, 2);
                    case 2:
                        if ($s !== 0) {
                            $s = 0;
                            $t = $take($f);
                        }
                        return $leave($d), $t;
                }
            }
        }
        $leave($d);
    }
    wait($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.wait) !== this[$waitPublic])
                return $pollFunction($p, this, [], "this.wait");
            $s = 0;
        }
        return 'waited';
    }
}

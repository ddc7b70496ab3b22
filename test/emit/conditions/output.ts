// frame: Choice.pick
import { pollFunction as $pollFunction, pending as $pending, door as $door, functionPoll as $functionPoll, awaitValue as $await, suspend as $suspend, take as $take, deepen as $deepen, adopt as $adopt, leave as $leave, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $pickPublic = $publicSymbol("pick");
// `&&`, `||`, `??` and `?:` become branches where their right sides wait.
import { asyncTrait } from 'boxless';
let $Choice;
class Choice {
    static {
        $Choice = $traits(this.prototype, {
            pick: { arity: 1 }
        });
    }
    pick(f, $f) {
        let $s = $enter($f);
        let $p, $t, $r, $h, $d = -1, $1;
        let one;
        if ($s > 0) {
            f = $f.s0;
            $1 = $f.s1;
            one = $f.s2;
        }
        else {
            if ($s === 0 && ($p = this.pick) !== this[$pickPublic])
                return $pollFunction($p, this, [f], "this.pick");
            $s = 0;
        }
        switch ($s) {
            case 0: if ((typeof f === "function" && (($p = f[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(f(), void 0, $p), true)))
                return $suspend($f, this, $Choice.pick, 1, f);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                $1 = ($t);
            case 2:
                if ($s !== 0 || ($1 === null || $1 === void 0)) {
                    switch ($s) {
                        case 0:
                            if ($d < 0)
                                $d = $deepen();
                            if ((typeof f === "function" && (($p = f[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(f(), void 0, $p), true)))
                                return $suspend($f, this, $Choice.pick, 2, f, $1);
                        case 2:
                            if ($s !== 0) {
                                $s = 0;
                                $t = $take($f);
                            }
                            $1 = ($t);
                    }
                }
                one = $1 ?? 0;
                $1 = one > 0;
            case 3:
                if ($s !== 0 || ($1)) {
                    switch ($s) {
                        case 0:
                            if ($d < 0)
                                $d = $deepen();
                            if ((typeof f === "function" && (($p = f[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(f(), void 0, $p), true)))
                                return $suspend($f, this, $Choice.pick, 3, undefined, $1, one);
                        case 3:
                            if ($s !== 0) {
                                $s = 0;
                                $t = $take($f);
                            }
                            $1 = ($t);
                    }
                }
                return $leave($d), typeof ($h = ($r = $1 ? one : 1)?.then) === "function" ? $adopt($r, $h) : $r;
        }
    }
}

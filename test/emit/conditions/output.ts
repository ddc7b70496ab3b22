// frame: Choice.pick
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $pickPublic = /* @__PURE__ */ $publicSymbol("pick");
// `&&`, `||`, `??` and `?:` become branches where their right sides wait.
import { asyncTrait } from 'boxless';
var $Choice;
class Choice {
    static {
        $Choice = $traits(this.prototype, {
            pick: { length: 1, entry: "pick$entry" }
        });
    }
    pick($d, f) {
        var $p, $t, $r, $h, $1;
        if (($p = this.pick) !== this[$pickPublic])
            return $overridden($p, this, ".pick", arguments);
        if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $d) ? $p($d) : $await(f(), void 0, $p)) === $pending)
            return $suspend(void 0, this, $Choice.pick, 1, f);
        $1 = $t;
        if ($1 === null || $1 === void 0) {
            if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $d) ? $p($d + 1) : $await(f(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Choice.pick, 2, f, $1);
            $1 = $t;
        }
        const one = $1 ?? 0;
        $1 = one > 0;
        if ($1) {
            if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $d) ? $p($d + 1) : $await(f(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Choice.pick, 3, void 0, $1, one);
            $1 = $t;
        }
        return ($h = ($r = $1 ? one : 1)?.then) ? $adopt($r, $h) : $r;
    }
    pick$entry($f, f) {
        let $s = 0, $d = 0;
        var $p, $t, $r, $h, $1;
        let one;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            f = $f.s0;
            $1 = $f.s1;
            one = $f.s2;
        }
        switch ($s) {
            case 0: if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $d) ? $p($d) : $await(f(), void 0, $p)) === $pending)
                return $suspend($f, this, $Choice.pick, 1, f);
            case 1:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                $1 = $t;
            case 2:
                if ($s || ($1 === null || $1 === void 0)) {
                    if (!$s) {
                        if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $d) ? $p($d + 1) : $await(f(), void 0, $p)) === $pending)
                            return $suspend($f, this, $Choice.pick, 2, f, $1);
                    }
                    else {
                        $s = 0;
                        $t = $take($f);
                    }
                    $1 = $t;
                }
                one = $1 ?? 0;
                $1 = one > 0;
            case 3:
                if ($s || $1) {
                    if (!$s) {
                        if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $d) ? $p($d + 1) : $await(f(), void 0, $p)) === $pending)
                            return $suspend($f, this, $Choice.pick, 3, void 0, $1, one);
                    }
                    else {
                        $s = 0;
                        $t = $take($f);
                    }
                    $1 = $t;
                }
                return ($h = ($r = $1 ? one : 1)?.then) ? $adopt($r, $h) : $r;
        }
    }
}

// frame: Machine.step
// frame: Machine.wait
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_;
const $stepPublic = /* @__PURE__ */ $publicSymbol("step");
const $waitPoll = /* @__PURE__ */ $pollSymbol("wait");
const $waitPublic = /* @__PURE__ */ $publicSymbol("wait");
import { asyncTrait } from 'boxless';
var $Machine;
class Machine {
    static {
        $Machine = $traits(this.prototype, {
            step: { length: 1, entry: "step$entry" },
            wait: { length: 0, entry: "wait$entry" }
        });
    }
    step($d, kind) {
        var $p, $t, $1;
        if (($p = this.step) !== this[$stepPublic])
            return $overridden($p, this, ".step", arguments);
        switch (kind) {
            case 'a': if (($t = $canPoll($p = this[$waitPoll], $d) ? $p.call(this, $d) : $await(this.wait(), this, $p)) === $pending)
                return $suspend(void 0, this, $Machine.step, 1);
            case 'b': return 'b';
            default:
                if (($t = $canPoll($p = this[$waitPoll], $d) ? $p.call(this, $d + 1) : $await(this.wait(), this, $p)) === $pending)
                    return $suspend(void 0, this, $Machine.step, 2);
                return $t;
        }
    }
    step$entry($f, kind) {
        let $s = 0, $d = 0;
        var $p, $t, $1;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
        }
        {
            if (!$s) {
                switch (kind) {
                    case 'a':
                        $1 = 0;
                        break;
                    case 'b':
                        $1 = 1;
                        break;
                    default: $1 = 2;
                }
            }
            else {
                $1 = $s <= 1 ? 0 : 2;
            }
            switch ($1) {
                case 0: if (!$s) {
                    if (($t = $canPoll($p = this[$waitPoll], $d) ? $p.call(this, $d) : $await(this.wait(), this, $p)) === $pending)
                        return $suspend($f, this, $Machine.step, 1);
                }
                else {
                    $s = 0;
                    $t = $take($f);
                }
                case 1: return 'b';
                case 2:
                    if (!$s) {
                        if (($t = $canPoll($p = this[$waitPoll], $d) ? $p.call(this, $d + 1) : $await(this.wait(), this, $p)) === $pending)
                            return $suspend($f, this, $Machine.step, 2);
                    }
                    else {
                        $s = 0;
                        $t = $take($f);
                    }
                    return $t;
            }
        }
    }
    wait($d) {
        var $p;
        if (($p = this.wait) !== this[$waitPublic])
            return $overridden($p, this, ".wait", arguments);
        return 'waited';
    }
    wait$entry($f) {
        return 'waited';
    }
}

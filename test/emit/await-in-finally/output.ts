// frame: Locked.run
// frame: Locked.unlock
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, pollSymbol as $pollSymbol, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $runPublic = /* @__PURE__ */ $publicSymbol("run");
const $unlockPoll = /* @__PURE__ */ $pollSymbol("unlock");
const $unlockPublic = /* @__PURE__ */ $publicSymbol("unlock");
// Every way out is noted, the finally runs, and the way is taken.
import { asyncTrait } from 'boxless';
var $Locked;
class Locked {
    static {
        $Locked = $traits(this.prototype, {
            run: { length: 1, entry: "run$entry" },
            unlock: { length: 0, entry: "unlock$entry" }
        });
    }
    run($d, work) {
        var $p, $t, $h, $1, $2;
        if (($p = this.run) !== this[$runPublic])
            return $overridden($p, this, ".run", arguments);
        $1 = 0;
        $finally1: try {
            if (($t = typeof work === "function" && $canPoll($p = work[$functionPoll], $d) ? $p($d) : $await(work(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Locked.run, 1, $1);
            $2 = $t;
            $1 = 2;
            break $finally1;
            $1 = 0;
        }
        catch ($e) {
            $1 = 1;
            $2 = $e;
        }
        if (($t = $canPoll($p = this[$unlockPoll], $d) ? $p.call(this, $d + 1) : $await(this.unlock(), this, $p)) === $pending)
            return $suspend(void 0, this, $Locked.run, -2, $1, $2);
        if ($1 === 1)
            throw $2;
        if ($1 === 2)
            return ($h = $2?.then) ? $adopt($2, $h) : $2;
    }
    run$entry($f, work) {
        let $s = 0, $d = 0;
        var $p, $t, $h, $1, $2;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            $1 = $f.s0;
            $2 = $f.s1;
        }
        switch ($s) {
            case 0: $1 = 0;
            case 1:
                $finally1: try {
                    if (!$s) {
                        if (($t = typeof work === "function" && $canPoll($p = work[$functionPoll], $d) ? $p($d) : $await(work(), void 0, $p)) === $pending)
                            return $suspend($f, this, $Locked.run, 1, $1);
                    }
                    else {
                        $s = 0;
                        $t = $take($f);
                    }
                    $2 = $t;
                    $1 = 2;
                    break $finally1;
                    $1 = 0;
                }
                catch ($e) {
                    $1 = 1;
                    $2 = $e;
                }
                if (($t = $canPoll($p = this[$unlockPoll], $d) ? $p.call(this, $d + 1) : $await(this.unlock(), this, $p)) === $pending)
                    return $suspend($f, this, $Locked.run, -2, $1, $2);
            case 2:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                if ($1 === 1)
                    throw $2;
                if ($1 === 2)
                    return ($h = $2?.then) ? $adopt($2, $h) : $2;
        }
    }
    unlock($d) {
        var $p;
        if (($p = this.unlock) !== this[$unlockPublic])
            return $overridden($p, this, ".unlock", arguments);
    }
    unlock$entry($f) {
    }
}

// frame: Locked.run
// frame: Locked.unlock
import { pollFunction as $pollFunction, pending as $pending, door as $door, functionPoll as $functionPoll, awaitValue as $await, suspend as $suspend, take as $take, leave as $leave, deepen as $deepen, adopt as $adopt, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $runPublic = $publicSymbol("run");
const $unlockPoll = $pollSymbol("unlock");
const $unlockPublic = $publicSymbol("unlock");
// Every way out is noted, the finally runs, and the way is taken.
import { asyncTrait } from 'boxless';
let $Locked;
class Locked {
    static {
        $Locked = $traits(this.prototype, {
            run: { arity: 1 },
            unlock: { arity: 0 }
        });
    }
    run(work, $f) {
        let $s = $enter($f);
        let $p, $t, $r, $h, $d = -1, $1, $2;
        if ($s > 0) {
            $1 = $f.s0;
            $2 = $f.s1;
        }
        else {
            if ($s === 0 && ($p = this.run) !== this[$runPublic])
                return $pollFunction($p, this, [work], "this.run");
            $s = 0;
        }
        switch ($s) {
            case 0: $1 = 0;
            case 1: $finally1: {
                try {
                    switch ($s) {
                        case 0: if ((typeof work === "function" && (($p = work[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(work(), void 0, $p), true)))
                            return $suspend($f, this, $Locked.run, 1, $1);
                        case 1:
                            if ($s !== 0) {
                                $s = 0;
                                $t = $take($f);
                            }
                            {
                                $2 = $t;
                                $1 = 2;
                                break $finally1;
                            }
                    }
                }
                catch ($e) {
                    if ($d >= 0)
                        $leave($d + 1);
                    $1 = 1;
                    $2 = $e;
                }
            }
            case 2:
                {
                    switch ($s) {
                        case 0:
                            if ($d < 0)
                                $d = $deepen();
                            if ((($p = this[$unlockPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this)) === $pending : ($await(this.unlock(), this, $p), true)))
                                return $suspend($f, this, $Locked.run, -2, $1, $2);
                        case 2: if ($s !== 0) {
                            $s = 0;
                            $t = $take($f);
                        }
                    }
                }
                if ($1 === 1)
                    throw $2;
                if ($1 === 2)
                    return $leave($d), typeof ($h = ($r = $2)?.then) === "function" ? $adopt($r, $h) : $r;
        }
        $leave($d);
    }
    unlock($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.unlock) !== this[$unlockPublic])
                return $pollFunction($p, this, [], "this.unlock");
            $s = 0;
        }
    }
}

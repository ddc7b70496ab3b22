// frame: Retry.get
// frame: Retry.log
import { pollFunction as $pollFunction, pending as $pending, door as $door, functionPoll as $functionPoll, awaitValue as $await, suspend as $suspend, take as $take, leave as $leave, caught as $caught, deepen as $deepen, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $getPublic = $publicSymbol("get");
const $logPoll = $pollSymbol("log");
const $logPublic = $publicSymbol("log");
// The handler runs behind the try, since a native one cannot be entered again.
import { asyncTrait } from 'boxless';
let $Retry;
class Retry {
    static {
        $Retry = $traits(this.prototype, {
            get: { arity: 1 },
            log: { arity: 1 }
        });
    }
    get(once, $f) {
        let $s = $enter($f);
        let $p, $t, $d = -1, $1, $2;
        if ($s > 0) {
            $1 = $f.s0;
        }
        else {
            if ($s === 0 && ($p = this.get) !== this[$getPublic])
                return $pollFunction($p, this, [once], "this.get");
            $s = 0;
        }
        switch ($s) {
            case 0: $1 = 0;
            case 1: try {
                switch ($s) {
                    case 0: if ((typeof once === "function" && (($p = once[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(once(), void 0, $p), true)))
                        return $suspend($f, this, $Retry.get, 1, $1);
                    case 1:
                        if ($s !== 0) {
                            $s = 0;
                            $t = $take($f);
                        }
                        return $leave($d), $t;
                }
            }
            catch ($e) {
                if ($d >= 0)
                    $leave($d + 1);
                $caught($e);
                $1 = 1;
                $2 = $e;
            }
            case 2: if ($s !== 0 || ($1 === 1)) {
                let error;
                switch ($s) {
                    case 0: error = $2;
                    case 2: {
                        switch ($s) {
                            case 0:
                                if ($d < 0)
                                    $d = $deepen();
                                if ((($p = this[$logPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, error)) === $pending : ($await(this.log(error), this, $p), true)))
                                    return $suspend($f, this, $Retry.get, 2);
                            case 2:
                                if ($s !== 0) {
                                    $s = 0;
                                    $t = $take($f);
                                }
                                return $leave($d), -1;
                        }
                    }
                }
            }
        }
        $leave($d);
    }
    log(_error, $f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.log) !== this[$logPublic])
                return $pollFunction($p, this, [_error], "this.log");
            $s = 0;
        }
    }
}

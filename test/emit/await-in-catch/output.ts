// frame: Retry.get
// frame: Retry.log
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, caught as $caught, pollSymbol as $pollSymbol, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $getPublic = /* @__PURE__ */ $publicSymbol("get");
const $logPoll = /* @__PURE__ */ $pollSymbol("log");
const $logPublic = /* @__PURE__ */ $publicSymbol("log");
// The handler runs behind the try, since a native one cannot be entered again.
import { asyncTrait } from 'boxless';
var $Retry;
class Retry {
    static {
        $Retry = $traits(this.prototype, {
            get: { length: 1, entry: "get$entry" },
            log: { length: 1, entry: "log$entry" }
        });
    }
    get($d, once) {
        var $p, $t, $1, $2;
        if (($p = this.get) !== this[$getPublic])
            return $overridden($p, this, ".get", arguments);
        $1 = 0;
        try {
            if (($t = typeof once === "function" && $canPoll($p = once[$functionPoll], $d) ? $p($d) : $await(once(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Retry.get, 1, $1);
            return $t;
        }
        catch ($e) {
            $caught($e);
            $1 = 1;
            $2 = $e;
        }
        if ($1 === 1) {
            let error = $2;
            if (($t = $canPoll($p = this[$logPoll], $d) ? $p.call(this, $d + 1, error) : $await(this.log(error), this, $p)) === $pending)
                return $suspend(void 0, this, $Retry.get, 2);
            return -1;
        }
    }
    get$entry($f, once) {
        let $s = 0, $d = 0;
        var $p, $t, $1, $2;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            $1 = $f.s0;
        }
        switch ($s) {
            case 0: $1 = 0;
            case 1: try {
                if (!$s) {
                    if (($t = typeof once === "function" && $canPoll($p = once[$functionPoll], $d) ? $p($d) : $await(once(), void 0, $p)) === $pending)
                        return $suspend($f, this, $Retry.get, 1, $1);
                }
                else {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
            }
            catch ($e) {
                $caught($e);
                $1 = 1;
                $2 = $e;
            }
            case 2: if ($s || ($1 === 1)) {
                let error;
                if (!$s) {
                    error = $2;
                    if (($t = $canPoll($p = this[$logPoll], $d) ? $p.call(this, $d + 1, error) : $await(this.log(error), this, $p)) === $pending)
                        return $suspend($f, this, $Retry.get, 2);
                }
                else {
                    $s = 0;
                    $t = $take($f);
                }
                return -1;
            }
        }
    }
    log($d, _error) {
        var $p;
        if (($p = this.log) !== this[$logPublic])
            return $overridden($p, this, ".log", arguments);
    }
    log$entry($f, _error) {
    }
}

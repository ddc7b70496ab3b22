// frame: Options.read
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, restOf as $restOf, Elements as $Elements, suspendWide as $suspendWide, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $readPublic = /* @__PURE__ */ $publicSymbol("read");
// Patterns that await are taken apart: key, target, value, default, assign.
import { asyncTrait } from 'boxless';
var $Options;
class Options {
    static {
        $Options = $traits(this.prototype, {
            read: { length: 2, entry: "read$entry" }
        });
    }
    read($d, given, fallback) {
        var $p, $t, $r, $h, $1, $2, $3;
        if (($p = this.read) !== this[$readPublic])
            return $overridden($p, this, ".read", arguments);
        const { host } = given;
        ({ port: $1 } = given);
        $2 = $1;
        if ($2 === void 0) {
            if (($t = typeof fallback === "function" && $canPoll($p = fallback[$functionPoll], $d) ? $p($d) : $await(fallback(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Options.read, 1, host, given, $2, fallback);
            $2 = $t;
        }
        const port = $2;
        const rest = $restOf(given, ["host", "port"]);
        let first: unknown;
        $1 = given.others;
        $2 = new $Elements($1);
        try {
            $3 = $2.next();
            if ($3 === void 0) {
                if (($t = typeof fallback === "function" && $canPoll($p = fallback[$functionPoll], $d) ? $p($d + 1) : $await(fallback(), void 0, $p)) === $pending)
                    return $suspendWide(void 0, this, $Options.read, 2, host, void 0, $2, void 0, port, rest, first, $3);
                $3 = $t;
            }
            first = $3;
        }
        catch ($e) {
            $2.abandon($e);
            throw $e;
        }
        $2.end();
        return ($h = ($r = [host, port, rest, first])?.then) ? $adopt($r, $h) : $r;
    }
    read$entry($f, given, fallback) {
        let $s = 0, $d = 0;
        var $p, $t, $r, $h, $1, $2, $3;
        let host, port, rest, first;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            host = $f.s0;
            given = $f.s1;
            $2 = $f.s2;
            fallback = $f.s3;
            port = $f.s4;
            rest = $f.s5;
            first = $f.s6;
            $3 = $f.s7;
        }
        switch ($s) {
            case 0:
                ({ host } = given);
                ({ port: $1 } = given);
                $2 = $1;
            case 1:
                if ($s || ($2 === void 0)) {
                    if (!$s) {
                        if (($t = typeof fallback === "function" && $canPoll($p = fallback[$functionPoll], $d) ? $p($d) : $await(fallback(), void 0, $p)) === $pending)
                            return $suspend($f, this, $Options.read, 1, host, given, $2, fallback);
                    }
                    else {
                        $s = 0;
                        $t = $take($f);
                    }
                    $2 = $t;
                }
                port = $2;
                rest = $restOf(given, ["host", "port"]);
                first = void 0;
                $1 = given.others;
                $2 = new $Elements($1);
            case 2:
                try {
                    if (!$s) {
                        $3 = $2.next();
                    }
                    if ($s || ($3 === void 0)) {
                        if (!$s) {
                            if (($t = typeof fallback === "function" && $canPoll($p = fallback[$functionPoll], $d) ? $p($d + 1) : $await(fallback(), void 0, $p)) === $pending)
                                return $suspendWide($f, this, $Options.read, 2, host, void 0, $2, void 0, port, rest, first, $3);
                        }
                        else {
                            $s = 0;
                            $t = $take($f);
                        }
                        $3 = $t;
                    }
                    first = $3;
                }
                catch ($e) {
                    $2.abandon($e);
                    throw $e;
                }
                $2.end();
                return ($h = ($r = [host, port, rest, first])?.then) ? $adopt($r, $h) : $r;
        }
    }
}

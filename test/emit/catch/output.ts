// frame: Reader.read
// frame: Reader.code
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, caught as $caught, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_;
const $readPublic = /* @__PURE__ */ $publicSymbol("read");
const $getPoll = /* @__PURE__ */ $pollSymbol("get");
const $codePublic = /* @__PURE__ */ $publicSymbol("code");
// A cancellation passes every `catch` by, as a `return` does; `finally` blocks run.
import { asyncTrait } from 'boxless';
var $Reader;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            read: { length: 1, entry: "read$entry" },
            code: { length: 1, entry: "code$entry" }
        });
    }
    read($d, from) {
        var $p, $o, $t, $r, $h;
        if (($p = this.read) !== this[$readPublic])
            return $overridden($p, this, ".read", arguments);
        try {
            if (($t = $canPoll($p = ($o = from)[$getPoll], $d) ? $p.call($o, $d) : $await($o.get(), $o, $p)) === $pending)
                return $suspend(void 0, this, $Reader.read, 1);
            return $t;
        }
        catch (error) {
            $caught(error);
            $r = String(error);
        }
        return ($h = $r?.then) ? $adopt($r, $h) : $r;
    }
    read$entry($f, from) {
        let $s = 0, $d = 0;
        var $o, $p, $t, $r, $h;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
        }
        try {
            if (!$s) {
                if (($t = $canPoll($p = ($o = from)[$getPoll], $d) ? $p.call($o, $d) : $await($o.get(), $o, $p)) === $pending)
                    return $suspend($f, this, $Reader.read, 1);
            }
            else {
                $s = 0;
                $t = $take($f);
            }
            return $t;
        }
        catch (error) {
            $caught(error);
            $r = String(error);
        }
        return ($h = $r?.then) ? $adopt($r, $h) : $r;
    }
    code($d, from) {
        var $p, $o, $t, $z, $r, $h;
        if (($p = this.code) !== this[$codePublic])
            return $overridden($p, this, ".code", arguments);
        $done_3: {
            try {
                if (($t = $canPoll($p = ($o = from)[$getPoll], $d) ? $p.call($o, $d) : $await($o.get(), $o, $p)) === $pending)
                    return $z = $suspend(void 0, this, $Reader.code, 1);
                break $done_3;
            }
            catch ($e) {
                $caught($e);
                let { code } = $e;
                {
                    $r = code;
                }
            }
            finally {
                if ($z !== $pending) {
                    console.log('read');
                }
            }
            return ($h = $r?.then) ? $adopt($r, $h) : $r;
        }
        return 0;
    }
    code$entry($f, from) {
        let $s = 0, $d = 0;
        var $o, $p, $t, $z, $r, $h;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
        }
        $done_4: {
            try {
                if (!$s) {
                    if (($t = $canPoll($p = ($o = from)[$getPoll], $d) ? $p.call($o, $d) : $await($o.get(), $o, $p)) === $pending)
                        return $z = $suspend($f, this, $Reader.code, 1);
                }
                else {
                    $s = 0;
                    $t = $take($f);
                }
                break $done_4;
            }
            catch ($e) {
                $caught($e);
                let { code } = $e;
                {
                    $r = code;
                }
            }
            finally {
                if ($z !== $pending) {
                    console.log('read');
                }
            }
            return ($h = $r?.then) ? $adopt($r, $h) : $r;
        }
        return 0;
    }
}

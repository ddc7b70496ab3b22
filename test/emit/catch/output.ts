// frame: Reader.read
// frame: Reader.code
import { pollFunction as $pollFunction, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, caught as $caught, adopt as $adopt, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $readPublic = $publicSymbol("read");
const $getPoll = $pollSymbol("get");
const $codePublic = $publicSymbol("code");
// A cancellation passes every `catch` by, as a `return` does; `finally` blocks run.
import { asyncTrait } from 'boxless';
let $Reader;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            read: { arity: 1 },
            code: { arity: 1 }
        });
    }
    read(from, $f) {
        let $s = $enter($f);
        let $p, $o, $t, $r, $h;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.read) !== this[$readPublic])
                return $pollFunction($p, this, [from], "this.read");
            $s = 0;
        }
        $done: {
            $try: try {
                switch ($s) {
                    case 0: if ((($p = ($o = from)[$getPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o)) === $pending : ($await($o.get(), $o, $p), true)))
                        return $suspend($f, this, $Reader.read, 1);
                    case 1:
                        if ($s !== 0) {
                            $s = 0;
                            $t = $take($f);
                        }
                        return $t;
                }
                break $done;
            }
            catch (error) {
                $caught(error);
                {
                    $r = String(error);
                    break $try;
                }
                break $done;
            }
            return typeof ($h = ($r = $r)?.then) === "function" ? $adopt($r, $h) : $r;
        }
    }
    code(from, $f) {
        let $s = $enter($f);
        let $p, $o, $t, $z, $r, $h;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.code) !== this[$codePublic])
                return $pollFunction($p, this, [from], "this.code");
            $s = 0;
        }
        $done_2: {
            $try_2: try {
                switch ($s) {
                    case 0: if ((($p = ($o = from)[$getPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o)) === $pending : ($await($o.get(), $o, $p), true)))
                        return $z = $suspend($f, this, $Reader.code, 1);
                    case 1: if ($s !== 0) {
                        $s = 0;
                        $t = $take($f);
                    }
                }
                break $done_2;
            }
            catch ($e) {
                $caught($e);
                let { code } = $e;
                {
                    {
                        $r = code;
                        break $try_2;
                    }
                }
                break $done_2;
            }
            finally {
                if ($z !== $pending) {
                    console.log('read');
                }
            }
            return typeof ($h = ($r = $r)?.then) === "function" ? $adopt($r, $h) : $r;
        }
        return 0;
    }
}

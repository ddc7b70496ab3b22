// frame: Either.next
// frame: Either.unlessKnown
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_;
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
const $nextPoll = /* @__PURE__ */ $pollSymbol("next");
const $unlessKnownPublic = /* @__PURE__ */ $publicSymbol("unlessKnown");
// Whichever call it is, it is polled.
import { asyncTrait } from 'boxless';
interface Source {
    next(): Promise<number>;
}
var $Either;
class Either {
    static {
        $Either = $traits(this.prototype, {
            next: { length: 1, entry: "next$entry" },
            unlessKnown: { length: 0, entry: "unlessKnown$entry" }
        });
    }
    constructor(private readonly first: Source, private readonly second: Source, private readonly known?: number) { }
    next($d, isFirst) {
        var $p, $o, $t;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        if (isFirst) {
            if (($t = $canPoll($p = ($o = this.first)[$nextPoll], $d) ? $p.call($o, $d) : $await($o.next(), $o, $p)) === $pending)
                return $suspend(void 0, this, $Either.next, 1);
        }
        else {
            if (($t = $canPoll($p = ($o = this.second)[$nextPoll], $d) ? $p.call($o, $d + 1) : $await($o.next(), $o, $p)) === $pending)
                return $suspend(void 0, this, $Either.next, 2);
        }
        return $t;
    }
    next$entry($f, isFirst) {
        let $s = 0, $d = 0;
        var $o, $p, $t;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
        }
        if ($s ? $s < 2 : isFirst) {
            if (!$s) {
                if (($t = $canPoll($p = ($o = this.first)[$nextPoll], $d) ? $p.call($o, $d) : $await($o.next(), $o, $p)) === $pending)
                    return $suspend($f, this, $Either.next, 1);
            }
            else {
                $s = 0;
                $t = $take($f);
            }
        }
        else {
            if (!$s) {
                if (($t = $canPoll($p = ($o = this.second)[$nextPoll], $d) ? $p.call($o, $d + 1) : $await($o.next(), $o, $p)) === $pending)
                    return $suspend($f, this, $Either.next, 2);
            }
            else {
                $s = 0;
                $t = $take($f);
            }
        }
        return $t;
    }
    unlessKnown($d) {
        var $p, $t, $o, $1;
        if (($p = this.unlessKnown) !== this[$unlessKnownPublic])
            return $overridden($p, this, ".unlessKnown", arguments);
        $1 = this.known;
        if ($1 === null || $1 === void 0) {
            if (($t = $canPoll($p = ($o = this.first)[$nextPoll], $d) ? $p.call($o, $d) : $await($o.next(), $o, $p)) === $pending)
                return $suspend(void 0, this, $Either.unlessKnown, 1, $1);
        }
        else {
            $await($1);
            return $suspend(void 0, this, $Either.unlessKnown, 2);
        }
        const value = $t;
        return value;
    }
    unlessKnown$entry($f) {
        let $s = 0, $d = 0;
        var $t, $o, $p, $1;
        let value;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            $1 = $f.s0;
        }
        if (!$s) {
            $1 = this.known;
        }
        if ($s ? $s < 2 : ($1 === null || $1 === void 0)) {
            if (!$s) {
                if (($t = $canPoll($p = ($o = this.first)[$nextPoll], $d) ? $p.call($o, $d) : $await($o.next(), $o, $p)) === $pending)
                    return $suspend($f, this, $Either.unlessKnown, 1, $1);
            }
            else {
                $s = 0;
                $t = $take($f);
            }
        }
        else {
            if (!$s) {
                $await($1);
                return $suspend($f, this, $Either.unlessKnown, 2);
            }
            else {
                $s = 0;
                $t = $take($f);
            }
        }
        value = $t;
        return value;
    }
}

// frame: Page.read
// frame: Page.readAll
// frame: Page.seek
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_;
const $readPublic = /* @__PURE__ */ $publicSymbol("read");
const $seekPoll = /* @__PURE__ */ $pollSymbol("seek");
const $readAllPublic = /* @__PURE__ */ $publicSymbol("readAll");
const $seekPublic = /* @__PURE__ */ $publicSymbol("seek");
// Defaults run after the guard; the hidden argument stands behind the written ones.
import { asyncTrait } from 'boxless';
var $Page;
class Page {
    static {
        $Page = $traits(this.prototype, {
            read: { length: 1, entry: "read$entry" },
            readAll: { length: 1, entry: "readAll$entry" },
            seek: { length: 1, entry: "seek$entry" }
        });
    }
    read($d, from, count, $a2) {
        var $p, $t, $r, $h;
        if (($p = this.read) !== this[$readPublic])
            return $overridden($p, this, ".read", arguments);
        if (count === void 0)
            count = from + 10;
        let { step = 1 } = $a2 === void 0 ? {} : $a2;
        if (($t = $canPoll($p = this[$seekPoll], $d) ? $p.call(this, $d, from) : $await(this.seek(from), this, $p)) === $pending)
            return $suspend(void 0, this, $Page.read, 1, from, count, step);
        return ($h = ($r = [from, count, step])?.then) ? $adopt($r, $h) : $r;
    }
    read$entry($f, from, count, $a2) {
        var $p, $t, $r, $h;
        var step;
        if (typeof $f === "number") {
            if (count === void 0)
                count = from + 10;
            ({ step = 1 } = $a2 === void 0 ? {} : $a2);
            if (($t = $canPoll($p = this[$seekPoll], $f) ? $p.call(this, $f, from) : $await(this.seek(from), this, $p)) === $pending)
                return $suspend(void 0, this, $Page.read, 1, from, count, step);
        }
        else {
            from = $f.s0;
            count = $f.s1;
            step = $f.s2;
            $t = $take($f);
        }
        return ($h = ($r = [from, count, step])?.then) ? $adopt($r, $h) : $r;
    }
    readAll($d, first, ...others) {
        var $p, $t, $r, $h;
        if (($p = this.readAll) !== this[$readAllPublic])
            return $overridden($p, this, ".readAll", arguments);
        if (($t = $canPoll($p = this[$seekPoll], $d) ? $p.call(this, $d, first) : $await(this.seek(first), this, $p)) === $pending)
            return $suspend(void 0, this, $Page.readAll, 1, others);
        return ($h = ($r = others.length)?.then) ? $adopt($r, $h) : $r;
    }
    readAll$entry($f, first, ...others) {
        var $p, $t, $r, $h;
        if (typeof $f === "number") {
            if (($t = $canPoll($p = this[$seekPoll], $f) ? $p.call(this, $f, first) : $await(this.seek(first), this, $p)) === $pending)
                return $suspend(void 0, this, $Page.readAll, 1, others);
        }
        else {
            others = $f.s0;
            $t = $take($f);
        }
        return ($h = ($r = others.length)?.then) ? $adopt($r, $h) : $r;
    }
    private seek($d, _row) {
        var $p;
        if (($p = this.seek) !== this[$seekPublic])
            return $overridden($p, this, ".seek", arguments);
    }
    seek$entry($f, _row) {
    }
}

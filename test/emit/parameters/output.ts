// frame: Page.read
// frame: Page.readAll
// frame: Page.seek
import { enter as $enter, pollFunction as $pollFunction, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, adopt as $adopt, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $readPublic = $publicSymbol("read");
const $seekPoll = $pollSymbol("seek");
const $readAllPublic = $publicSymbol("readAll");
const $seekPublic = $publicSymbol("seek");
// Defaults run after the guard; the hidden argument stands behind the written ones.
import { asyncTrait } from 'boxless';
let $Page;
class Page {
    static {
        $Page = $traits(this.prototype, {
            read: { arity: 3, length: 1, resume: "read$resume" },
            readAll: { arity: 1, rest: true, resume: "readAll$resume" },
            seek: { arity: 1 }
        });
    }
    read(from, count, $a2, $f) {
        let $p, $t, $r, $h;
        if ($enter($f) === 0 && ($p = this.read) !== this[$readPublic])
            return $pollFunction($p, this, [from, count, $a2], "this.read");
        if (count === undefined)
            count = from + 10;
        let { step = 1 } = $a2 === undefined ? {} : $a2;
        if ((($p = this[$seekPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, from)) === $pending : ($await(this.seek(from), this, $p), true)))
            return $suspend($f, this, $Page.read, 1, from, count, step);
        return typeof ($h = ($r = [from, count, step])?.then) === "function" ? $adopt($r, $h) : $r;
    }
    read$resume($f) {
        let $s = $f.state;
        let $p, $t, $r, $h;
        var from, count, step;
        from = $f.s0;
        count = $f.s1;
        step = $f.s2;
        switch ($s) {
            case 0: if ((($p = this[$seekPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, from)) === $pending : ($await(this.seek(from), this, $p), true)))
                return $suspend($f, this, $Page.read, 1, from, count, step);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return typeof ($h = ($r = [from, count, step])?.then) === "function" ? $adopt($r, $h) : $r;
        }
    }
    readAll(first, ...others) {
        let $p, $t, $r, $h;
        let $f = others[0];
        if ($enter($f) === 0)
            $f = undefined;
        else
            others.shift();
        if ($f === undefined && ($p = this.readAll) !== this[$readAllPublic])
            return $pollFunction($p, this, [first, ...others], "this.readAll");
        if ((($p = this[$seekPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, first)) === $pending : ($await(this.seek(first), this, $p), true)))
            return $suspend($f, this, $Page.readAll, 1, others);
        return typeof ($h = ($r = others.length)?.then) === "function" ? $adopt($r, $h) : $r;
    }
    readAll$resume($f) {
        let $s = $f.state;
        let $p, $t, $r, $h;
        var first, others;
        others = $f.s0;
        switch ($s) {
            case 0: if ((($p = this[$seekPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, first)) === $pending : ($await(this.seek(first), this, $p), true)))
                return $suspend($f, this, $Page.readAll, 1, others);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return typeof ($h = ($r = others.length)?.then) === "function" ? $adopt($r, $h) : $r;
        }
    }
    private seek(_row, $f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.seek) !== this[$seekPublic])
                return $pollFunction($p, this, [_row], "this.seek");
            $s = 0;
        }
    }
}
